package milodex.backtest;

import java.util.List;
import java.util.Optional;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.analytics.Metrics;
import milodex.analytics.OutOfSample;
import milodex.ledger.MemoryLedger;

/// All a run came to, and the facts it was added up from.
///
/// @param proofs where one fails, the numbers mean nothing and are not to be shown
/// @param outOfSample present for a walk-forward
/// @param curve the whole period, or the windows end to end
/// @param metrics of `curve`
/// @param benchmark empty where none was declared
public record RunResult(
    Preparation.Ready ready,
    MemoryLedger ledger,
    Proofs proofs,
    List<WindowResult> windows,
    Optional<OutOfSample> outOfSample,
    EquityCurve curve,
    Metrics metrics,
    Optional<BenchmarkComparison> benchmark) {

  public RunResult {
    windows = List.copyOf(windows);
  }
}
