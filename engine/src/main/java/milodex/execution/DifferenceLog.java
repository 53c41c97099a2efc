package milodex.execution;

import java.time.LocalDate;
import java.util.List;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.RunnerFact.BooksDiffered;

/// In which sessions books and broker were found different: a fold of the ledger.
public final class DifferenceLog {

  private LocalDate newest = LocalDate.MIN;
  private LocalDate newestGap = LocalDate.MIN;
  private LocalDate gapBefore = LocalDate.MIN;
  private List<String> told = List.of();

  /// All it is.
  record State(LocalDate newest, LocalDate newestGap, LocalDate gapBefore, List<String> told) {}

  /// What was found different last, in words, whether it still is or not; empty if nothing ever.
  public List<String> told() {
    return told;
  }

  /// The session in which something was found different last; `LocalDate.MIN` if never.
  public LocalDate newest() {
    return newest;
  }

  /// Whether a gap in the cash was put on record in `session`, the newest or the one before that
  /// had one.
  boolean cashGapIn(LocalDate session) {
    return session.equals(newestGap) || session.equals(gapBefore);
  }

  State state() {
    return new State(newest, newestGap, gapBefore, told);
  }

  void restore(State state) {
    newest = state.newest();
    newestGap = state.newestGap();
    gapBefore = state.gapBefore();
    told = List.copyOf(state.told());
  }

  void apply(Event event) {
    if (event.fact() instanceof BooksDiffered differed) {
      newest = differed.session();
      told = differed.differences();
      if (told.stream().anyMatch(Difference.Cash::isTold) && !newest.equals(newestGap)) {
        gapBefore = newestGap;
        newestGap = newest;
      }
    } else if (event.fact() instanceof Fact.BooksOpened) {
      newest = LocalDate.MIN;
      newestGap = LocalDate.MIN;
      gapBefore = LocalDate.MIN;
      told = List.of();
    }
  }
}
