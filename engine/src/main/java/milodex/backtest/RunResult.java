package milodex.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.analytics.Metrics;
import milodex.analytics.OutOfSample;
import milodex.analytics.ReturnStreams;
import milodex.analytics.TrackRecord;
import milodex.analytics.TradeResult;
import milodex.ledger.MemoryLedger;

/// All a run came to, and the facts it was added up from.
///
/// @param proofs where one fails, the numbers mean nothing and are not to be shown
/// @param outOfSample present for a walk-forward
/// @param curve the whole period, or the windows end to end
/// @param metrics of `curve`
/// @param streams what luck is tested on, over the sessions of `curve`
/// @param benchmark empty where none was declared
public record RunResult(
    Preparation.Ready ready,
    MemoryLedger ledger,
    Proofs proofs,
    List<WindowResult> windows,
    Optional<OutOfSample> outOfSample,
    EquityCurve curve,
    Metrics metrics,
    ReturnStreams streams,
    Optional<BenchmarkComparison> benchmark) {

  public RunResult {
    windows = List.copyOf(windows);
  }

  /// What it did out of sample, as a gate judges it; empty if it has no windows.
  public Optional<TrackRecord> trackRecord() {
    return outOfSample.map(
        windowed ->
            new TrackRecord(windowed, trades(), streams, costRate(), HoldingsFold.of(this)));
  }

  /// The closed round trips of all windows.
  public List<TradeResult> trades() {
    return windows.stream().flatMap(window -> window.results().stream()).toList();
  }

  /// Dollars of slippage and commission for each dollar traded; 0 if nothing was.
  private double costRate() {
    double cost = trades().stream().mapToDouble(TradeResult::cost).sum();
    double traded =
        windows.stream().flatMapToDouble(window -> Arrays.stream(window.curve().traded())).sum();
    return traded > 0 ? cost / traded : 0;
  }

  static RunResult of(MemoryLedger ledger, Proofs proofs, Totals totals) {
    return new RunResult(
        totals.ready(),
        ledger,
        proofs,
        totals.windows(),
        totals.outOfSample(),
        totals.curve(),
        totals.metrics(),
        totals.streams(),
        totals.benchmark());
  }

  /// What it adds up to.
  Totals totals() {
    return new Totals(ready, windows, outOfSample, curve, metrics, streams, benchmark);
  }
}
