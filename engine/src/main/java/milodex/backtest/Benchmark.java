package milodex.backtest;

import java.util.Optional;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.market.Symbol;

/// Sets a run beside simply holding the benchmark over the same sessions.
final class Benchmark {

  private Benchmark() {}

  /// Empty if the plan names none, or a session of the run lacks its bar.
  static Optional<BenchmarkComparison> compare(Preparation.Ready ready, EquityCurve curve) {
    Optional<Symbol> benchmark = ready.plan().benchmark();
    if (benchmark.isEmpty()) {
      return Optional.empty();
    }
    return ready
        .history()
        .totalReturns(benchmark.get(), curve.session())
        .map(returns -> BenchmarkComparison.of(curve.returns(), returns));
  }
}
