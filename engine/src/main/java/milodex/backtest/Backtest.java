package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import milodex.analytics.EquityCurve;
import milodex.analytics.Metrics;
import milodex.analytics.OutOfSample;
import milodex.analytics.ReturnStreams;
import milodex.analytics.TradeResult;
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
    WindowFold fold = new WindowFold(ready.plan().costs().slippageRate());
    ledger.replay(fold::apply);
    return result(ready, ledger, proofs, fold.windows());
  }

  private static Runnable counting(Progress progress, int all) {
    AtomicInteger done = new AtomicInteger();
    return () -> progress.done(done.incrementAndGet(), all);
  }

  private static RunResult result(
      Preparation.Ready ready, MemoryLedger ledger, Proofs proofs, List<WindowResult> windows) {
    List<EquityCurve> curves = windows.stream().map(WindowResult::curve).toList();
    List<TradeResult> trades = new ArrayList<>();
    windows.forEach(window -> trades.addAll(window.results()));
    Optional<OutOfSample> outOfSample =
        ready.plan().windows() == 0
            ? Optional.empty()
            : Optional.of(OutOfSample.of(curves, trades));
    EquityCurve curve =
        outOfSample.map(OutOfSample::curve).orElseGet(() -> windows.getFirst().curve());
    Metrics metrics =
        outOfSample.map(OutOfSample::aggregate).orElseGet(() -> Metrics.of(curve, trades));
    return new RunResult(
        ready,
        ledger,
        proofs,
        windows,
        outOfSample,
        curve,
        metrics,
        ReturnStreams.of(curve, UniverseReturns.of(ready, curve)),
        Benchmark.compare(ready, curve));
  }
}
