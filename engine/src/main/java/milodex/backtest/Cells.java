package milodex.backtest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import milodex.ledger.MemoryLedger;

/// Computes the cells of a sweep, by any number of threads.
///
/// The loop depends on a rule only through what it wishes. So a rule that wishes at every step what
/// another one wished there makes the same run, and is not run a second time: in most grids many
/// cells never differ in a single order.
public final class Cells {

  /// How many runs are remembered to compare with, the last one met first.
  private static final int REMEMBERED = 12;

  /// How many windows of bars they may hold together: some hundred bytes each.
  private static final long WINDOWS = 1_000_000;

  private final Deque<DecisionPath> paths = new ArrayDeque<>();
  private int runs;

  /// The outcome of [Backtest#cell], byte for byte.
  ///
  /// @throws IllegalArgumentException if the period is too short for the windows asked for
  public CellOutcome.Computed compute(Preparation.Ready ready) {
    if (ready.plan().strategy().barSize().isIntraday()) {
      return Backtest.cell(ready);
    }
    Optional<DecisionPath> known =
        remembered().stream().filter(p -> p.isTakenBy(ready)).findFirst();
    DecisionPath path = known.orElseGet(() -> walked(ready));
    remember(path, known.isEmpty());
    return path.outcome(ready);
  }

  /// How many cells were run; the others made the run of one of them.
  synchronized int runs() {
    return runs;
  }

  private static DecisionPath walked(Preparation.Ready ready) {
    MemoryLedger ledger = new MemoryLedger();
    Totals totals = Backtest.unproved(ready, ledger);
    return DecisionPath.of(ready, ledger, totals);
  }

  private synchronized List<DecisionPath> remembered() {
    return new ArrayList<>(paths);
  }

  private synchronized void remember(DecisionPath path, boolean isNew) {
    paths.remove(path);
    paths.addFirst(path);
    while (paths.size() > REMEMBERED || windows() > WINDOWS) {
      paths.removeLast();
    }
    if (isNew) {
      runs++;
    }
  }

  private long windows() {
    return paths.stream().mapToLong(DecisionPath::windows).sum();
  }
}
