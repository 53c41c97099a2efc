package milodex.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact;
import milodex.ledger.RunnerFact.RehearsalCompleted;
import milodex.ledger.RunnerFact.RunnerStarted;
import milodex.ledger.StartStep;

/// The starts on one account: a fold of the operator's ledger, which the account's own ledger can
/// be held against. Both may be one ledger.
public final class StartLog {

  private final Ledger ledger;
  private final Optional<String> account;

  /// The newest starts without any other event between them, and where the last of them stands.
  private final List<RunnerStarted> row = new ArrayList<>();

  private long last;
  private Optional<RunnerFact> newest = Optional.empty();
  private Optional<Head> known = Optional.empty();

  /// Reads what `ledger` holds of `account`; empty: of starts that failed before theirs was known.
  public StartLog(Ledger ledger, Optional<String> account) {
    this.ledger = ledger;
    this.account = account;
    ledger.replay(this::note);
  }

  /// The newest head of the account's ledger that was put on record; an empty one after a start
  /// from nothing, and none at all if there was never a start.
  public Optional<Head> known() {
    return known;
  }

  /// What is to be appended of a start, or of the end of a rehearsal; nothing if it says nothing
  /// new: it is what was put on record last, or a start after which nothing has happened yet. After
  /// one that failed a start that did not is news.
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
        && !hasFailed()
        && (isAsKnown(start) || isInRow(start));
  }

  private boolean hasFailed() {
    return newest
        .filter(fact -> fact instanceof RunnerStarted start && start.failed().isPresent())
        .isPresent();
  }

  private boolean isAsKnown(RunnerStarted start) {
    return known.isPresent() && start.head().equals(known.map(Head::toString));
  }

  /// Whether the newest event of the account's ledger is a start, and the same start is among those
  /// just before.
  private boolean isInRow(RunnerStarted start) {
    return start
            .head()
            .map(Head::parse)
            .filter(head -> head.seq() == last && ledger.wasAt(head))
            .isPresent()
        && row.stream().anyMatch(one -> isSame(one, start));
  }

  /// What a step found that is in order may name the day, and is not compared.
  private static boolean isSame(RunnerStarted one, RunnerStarted other) {
    return one.strategies().equals(other.strategies()) && outcomes(one).equals(outcomes(other));
  }

  private static List<String> outcomes(RunnerStarted start) {
    return start.steps().stream()
        .map(
            step ->
                step.outcome() == StartStep.Outcome.OK
                    ? step.name()
                    : step.name() + " " + step.outcome() + " " + step.found())
        .toList();
  }

  private void note(Event event) {
    if (event.fact() instanceof RunnerStarted start && start.account().equals(account)) {
      if (event.seq() != last + 1) {
        row.clear();
      }
      row.add(start);
      last = event.seq();
      newest = Optional.of(start);
      known = start.head().map(Head::parse).or(() -> known);
    } else if (event.fact() instanceof RehearsalCompleted done
        && account.filter(done.rehearsal()::equals).isPresent()) {
      newest = Optional.of(done);
      known = Optional.of(Head.parse(done.head()));
    }
  }
}
