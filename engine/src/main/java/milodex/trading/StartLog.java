package milodex.trading;

import java.util.Optional;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact;
import milodex.ledger.RunnerFact.RehearsalCompleted;
import milodex.ledger.RunnerFact.RunnerStarted;

/// The starts on one account: a fold of the operator's ledger, which the account's own ledger can
/// be held against.
public final class StartLog {

  private final Optional<String> account;
  private Optional<RunnerFact> newest = Optional.empty();
  private Optional<Head> known = Optional.empty();

  /// Reads what `ledger` holds of `account`; empty: of starts that failed before theirs was known.
  public StartLog(Ledger ledger, Optional<String> account) {
    this.account = account;
    ledger.replay(this::note);
  }

  /// The newest head of the account's ledger that was put on record; an empty one after a start
  /// from nothing, and none at all if there was never a start.
  public Optional<Head> known() {
    return known;
  }

  /// What is to be appended of a start, or of the end of a rehearsal; nothing if it says nothing
  /// new: it is what was put on record last, or a start after which nothing has happened yet.
  ///
  /// @param next the seq that it would get
  public Optional<Draft> news(RunnerFact fact, long next) {
    boolean told = newest.filter(fact::equals).isPresent();
    return told || isIdle(fact)
        ? Optional.empty()
        : Optional.of(Draft.of("start/" + account.orElse("unknown") + "/" + next, fact));
  }

  private boolean isIdle(RunnerFact fact) {
    return fact instanceof RunnerStarted start
        && start.failed().isEmpty()
        && known.isPresent()
        && start.head().equals(known.map(Head::toString));
  }

  private void note(Event event) {
    if (event.fact() instanceof RunnerStarted start && start.account().equals(account)) {
      newest = Optional.of(start);
      known = start.head().map(Head::parse).or(() -> known);
    } else if (event.fact() instanceof RehearsalCompleted done
        && account.filter(done.rehearsal()::equals).isPresent()) {
      newest = Optional.of(done);
      known = Optional.of(Head.parse(done.head()));
    }
  }
}
