package milodex.backtest;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;

/// Runs a prepared plan through the production loop over the past, and adds it up.
public final class Backtest {

  private Backtest() {}

  /// Told how many of all steps are done: sessions run, decisions and sessions tried again.
  @FunctionalInterface
  public interface Progress {
    void done(int steps, int of);
  }

  /// Runs all windows, or the whole period if none are asked for, with the default proofs.
  ///
  /// The same plan over the same bars gives the same facts, byte for byte.
  ///
  /// @throws IllegalArgumentException if the period is too short for the windows asked for
  public static RunResult run(Preparation.Ready ready, Progress progress) {
    return run(ready, Proofs.Depth.DEFAULT, progress);
  }

  /// The same, proved as deeply as asked for; a failed proof is part of the result.
  ///
  /// @throws IllegalArgumentException if the period is too short for the windows asked for
  public static RunResult run(Preparation.Ready ready, Proofs.Depth depth, Progress progress) {
    List<Stretch> stretches = Stretch.of(ready);
    int sessions = Stretch.sessions(stretches);
    Prover prover = new Prover(ready, stretches, depth);
    Runnable step = counting(progress, sessions + prover.steps());
    MemoryLedger ledger = new MemoryLedger();
    new Simulation(ready, ledger).run(stretches, sessions, step);
    Proofs proofs = prover.prove(ledger, step);
    return RunResult.of(ledger, proofs, totals(ready, ledger));
  }

  /// Runs a cell of a sweep: the same loop, decisions and fills, without proofs, and no fact is
  /// kept.
  ///
  /// The summary is that of [#run], byte for byte, but for its proofs: it says that there are none.
  ///
  /// @throws IllegalArgumentException if the period is too short for the windows asked for
  public static CellOutcome.Computed cell(Preparation.Ready ready) {
    Totals totals = unproved(ready, new MemoryLedger());
    return new CellOutcome.Computed(
        CanonicalJson.write(SummaryTree.unproved(totals, RunSummary.NOT_PROVED)),
        StreamsText.of(totals.streams()));
  }

  /// Runs without proving anything.
  ///
  /// @param ledger takes every fact
  static Totals unproved(Preparation.Ready ready, Ledger ledger) {
    List<Stretch> stretches = Stretch.of(ready);
    new Simulation(ready, ledger).run(stretches, Stretch.sessions(stretches), () -> {});
    return totals(ready, ledger);
  }

  private static Totals totals(Preparation.Ready ready, Ledger ledger) {
    WindowFold fold = new WindowFold(ready.plan().costs().slippageRate());
    ledger.replay(fold::apply);
    return Totals.of(ready, fold.windows());
  }

  private static Runnable counting(Progress progress, int all) {
    AtomicInteger done = new AtomicInteger();
    return () -> progress.done(done.incrementAndGet(), all);
  }
}
