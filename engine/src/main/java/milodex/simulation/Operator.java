package milodex.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.broker.Brokerage;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Incident;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.trading.Moment;

/// A person at another process: trips the kill switch for no reason, and resets what is tripped,
/// in the morning and not always.
final class Operator {

  private static final int OF_TEN_MORNINGS = 7;

  private final Adversary adversary;
  private final List<ActiveStrategy> strategies;
  private final Books books;
  private final KillSwitch killSwitch;

  Operator(Ledger ledger, Brokerage broker, Adversary adversary, List<ActiveStrategy> strategies) {
    this.adversary = adversary;
    this.strategies = strategies;
    this.books = new Books(ledger);
    this.killSwitch = new KillSwitch(books, Optional.of(broker), SendLock.alone());
  }

  void live(Moment now) {
    if (now instanceof Moment.SessionBegins
        && (adversary.isResting() || adversary.draw(0, 10) < OF_TEN_MORNINGS)) {
      reset(now.at());
    }
    if (adversary.strikes(Fault.HALTED, "")) {
      int whom = adversary.draw(-1, strategies.size());
      HaltScope scope = whom < 0 ? HaltScope.ACCOUNT : HaltScope.of(strategies.get(whom).id());
      HaltMode mode = adversary.draw(0, 2) == 0 ? HaltMode.HALT : HaltMode.REDUCE_ONLY;
      killSwitch.trip(scope, mode, "operator", "a whim", now.at());
    }
  }

  private void reset(Instant now) {
    books.catchUp();
    for (Incident open : books.halts().open()) {
      killSwitch.reset(open.id(), "it was a whim", now);
    }
  }
}
