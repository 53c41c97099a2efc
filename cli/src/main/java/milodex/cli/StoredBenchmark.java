package milodex.cli;

import java.util.Optional;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.backtest.Benchmark;
import milodex.backtest.RunSummary;
import milodex.data.DataUnavailableException;
import milodex.data.StoredBars;
import milodex.market.Symbol;
import milodex.report.BenchmarkReturns;
import milodex.statistics.Figure;

/// The benchmark of a run, read again from the bar store.
///
/// A summary keeps how a run compared, not the path it was compared with; a path is given only if
/// the run still compares the same.
final class StoredBenchmark {

  /// Figures that differ by less are one, computed from more or fewer earlier bars.
  private static final double SAME = 1e-9;

  private StoredBenchmark() {}

  /// @param curve of the run that `summary` is of
  static BenchmarkReturns of(RunSummary summary, EquityCurve curve, StoredBars store) {
    Optional<RunSummary> then = summary.find("benchmark");
    if (then.isEmpty()) {
      return new BenchmarkReturns.Missing("the run was compared with nothing");
    }
    Symbol symbol = Symbol.of(then.get().text("symbol"));
    try {
      Benchmark now = Benchmark.read(store, symbol, curve);
      return now.returns(curve)
          .filter(_ -> isSame(then.get(), now.compare(curve)))
          .<BenchmarkReturns>map(returns -> new BenchmarkReturns.Known(symbol.ticker(), returns))
          .orElseGet(
              () ->
                  new BenchmarkReturns.Missing(
                      "the stored bars of %s do not give the comparison the run was given"
                          .formatted(symbol)));
    } catch (DataUnavailableException e) {
      return new BenchmarkReturns.Missing("the bars of " + symbol + " cannot be read");
    }
  }

  private static boolean isSame(RunSummary then, BenchmarkComparison now) {
    return isSame(then, "total_return", now.benchmarkReturn())
        && isSame(then, "beta", now.beta())
        && isSame(then, "information_ratio", now.informationRatio());
  }

  private static boolean isSame(RunSummary then, String name, Figure now) {
    if (then.find(name).isEmpty()) {
      return false;
    }
    return switch (then.figure(name)) {
      case Figure.Known(double value) ->
          now instanceof Figure.Known(double other) && Math.abs(value - other) < SAME;
      case Figure.Undefined _ -> now instanceof Figure.Undefined;
    };
  }
}
