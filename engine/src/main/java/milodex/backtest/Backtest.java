package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.analytics.EquityCurve;
import milodex.analytics.Metrics;
import milodex.analytics.OutOfSample;
import milodex.analytics.TradeResult;
import milodex.analytics.WalkForward;
import milodex.execution.ActiveStrategy;
import milodex.ledger.MemoryLedger;
import milodex.risk.Circumstances;
import milodex.strategy.StrategyId;

/// Runs a prepared plan through the production loop over the past, and adds it up.
public final class Backtest {

  private Backtest() {}

  /// Told how many of all sessions are done.
  @FunctionalInterface
  public interface Progress {
    void done(int sessions, int of);
  }

  /// Runs all windows, or the whole period if none are asked for.
  ///
  /// The same plan over the same bars gives the same facts, byte for byte.
  ///
  /// @throws IllegalArgumentException if the period is too short for the windows asked for
  public static RunResult run(Preparation.Ready ready, Progress progress) {
    BacktestPlan plan = ready.plan();
    MemoryLedger ledger = new MemoryLedger();
    Simulation simulation =
        new Simulation(plan, nameless(plan.strategy()), ready.history(), ledger);
    List<Stretch> stretches = stretches(ready);
    int all = stretches.stream().mapToInt(Stretch::sessions).sum();
    int before = 0;
    for (Stretch stretch : stretches) {
      int done = before;
      simulation.run(
          stretch.window,
          stretch.label,
          stretch.first,
          stretch.last,
          sessions -> progress.done(done + sessions, all));
      before += stretch.sessions();
    }
    WindowFold fold = new WindowFold(plan.costs().slippageRate());
    ledger.replay(fold::apply);
    return result(ready, ledger, fold.windows());
  }

  private static RunResult result(
      Preparation.Ready ready, MemoryLedger ledger, List<WindowResult> windows) {
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
        ready, ledger, windows, outOfSample, curve, metrics, Benchmark.compare(ready, curve));
  }

  /// Within a run a strategy goes by its rule alone, and is a draft, so that equal rules give equal
  /// bytes, whatever they are called and whether or not they are frozen.
  private static ActiveStrategy nameless(ActiveStrategy strategy) {
    StrategyId id = strategy.id();
    return new ActiveStrategy(
        new StrategyId(id.family(), id.template(), "run", 1),
        strategy.template(),
        strategy.parameters(),
        strategy.universe(),
        strategy.limits(),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()),
        strategy.origin());
  }

  private static List<Stretch> stretches(Preparation.Ready ready) {
    int first = ready.firstSession();
    int last = ready.lastSession();
    if (ready.plan().windows() == 0) {
      return List.of(new Stretch(0, "whole period", first, last));
    }
    WalkForward cut = WalkForward.of(last - first + 1, ready.plan().windows());
    return cut.ranges().stream()
        .map(
            window ->
                new Stretch(
                    window.number(),
                    "OOS window " + window.number(),
                    first + window.testFrom(),
                    first + window.testTo() - 1))
        .toList();
  }

  private record Stretch(int window, String label, int first, int last) {
    int sessions() {
      return last - first + 1;
    }
  }
}
