package milodex.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Adoption;
import milodex.execution.Books;
import milodex.execution.Incident;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.trading.Moment;

/// A person at another process: trips the kill switch for no reason, resets what is tripped, adopts
/// what was traded outside, each not always at once, and trades by hand.
final class Operator {

  private static final int OF_TEN = 7;

  private final Adversary adversary;
  private final List<ActiveStrategy> strategies;
  private final Brokerage broker;
  private final Market market;
  private final boolean adopts;
  private final Books books;
  private final KillSwitch killSwitch;
  private final Hand hand;

  /// @param market of now
  /// @param adopts whether there are strangers, whose trades are to be adopted
  Operator(
      Ledger ledger,
      Brokerage broker,
      Adversary adversary,
      List<ActiveStrategy> strategies,
      Market market,
      boolean adopts) {
    this.adversary = adversary;
    this.strategies = strategies;
    this.broker = broker;
    this.market = market;
    this.adopts = adopts;
    this.books = new Books(ledger);
    this.killSwitch = new KillSwitch(books, Optional.of(broker), SendLock.alone());
    this.hand = new Hand(books, broker, adversary, strategies, market);
  }

  void live(Moment now) {
    if (now instanceof Moment.SessionBegins && hasTime()) {
      reset(now.at());
    }
    if (adopts && !(now instanceof Moment.SessionBegins) && hasTime()) {
      adopt(now.session().date(), now.at());
    }
    if (adversary.strikes(Fault.HALTED, "")) {
      int whom = adversary.draw(-1, strategies.size());
      HaltScope scope = whom < 0 ? HaltScope.ACCOUNT : HaltScope.of(strategies.get(whom).id());
      HaltMode mode = adversary.draw(0, 2) == 0 ? HaltMode.HALT : HaltMode.REDUCE_ONLY;
      killSwitch.trip(scope, mode, "operator", "a whim", now.at());
    }
  }

  /// Trades by hand, if it comes to mind, and takes back what was wished for.
  void trade(Moment now) {
    hand.regret(now.at());
    if (!(now instanceof Moment.SessionBegins) && adversary.strikes(Fault.TRADED_BY_HAND, "")) {
      hand.act(now.at());
    }
  }

  private boolean hasTime() {
    return adversary.isResting() || adversary.draw(0, 10) < OF_TEN;
  }

  private void reset(Instant now) {
    books.catchUp();
    for (Incident open : books.halts().open()) {
      killSwitch.reset(open.id(), "it was a whim", now);
    }
  }

  /// Looks only where the runner has found a difference in this session, after it has booked what
  /// companies did.
  private void adopt(LocalDate session, Instant now) {
    books.catchUp();
    if (!books.differences().newest().equals(session)) {
      return;
    }
    try {
      if (Adoption.of(books, broker, market::lastPrice, session, "it was me")
          instanceof Adoption.Ready ready) {
        ready.book(books, now);
      }
    } catch (BrokerUnavailableException _) {
      return;
    }
  }
}
