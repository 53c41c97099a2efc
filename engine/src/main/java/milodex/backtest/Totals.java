package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.analytics.Metrics;
import milodex.analytics.OutOfSample;
import milodex.analytics.ReturnStreams;
import milodex.analytics.TradeResult;

/// What the windows of a run add up to.
///
/// @param outOfSample present for a walk-forward
/// @param curve the whole period, or the windows end to end
/// @param metrics of `curve`
/// @param streams what luck is tested on, over the sessions of `curve`
/// @param benchmark empty where none was declared
record Totals(
    Preparation.Ready ready,
    List<WindowResult> windows,
    Optional<OutOfSample> outOfSample,
    EquityCurve curve,
    Metrics metrics,
    ReturnStreams streams,
    Optional<BenchmarkComparison> benchmark) {

  Totals {
    windows = List.copyOf(windows);
  }

  static Totals of(Preparation.Ready ready, List<WindowResult> windows) {
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
    return new Totals(
        ready,
        windows,
        outOfSample,
        curve,
        metrics,
        ReturnStreams.of(curve, UniverseReturns.of(ready, curve)),
        Benchmark.compare(ready, curve));
  }
}
