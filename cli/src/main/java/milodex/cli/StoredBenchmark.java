package milodex.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.analytics.Figure;
import milodex.backtest.RunSummary;
import milodex.data.BarStore;
import milodex.data.DataUnavailableException;
import milodex.data.MarketHistory;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.report.BenchmarkReturns;

/// The benchmark of a run, laid along its sessions again from the bar store.
///
/// A summary keeps how a run compared, not the benchmark's path; it is shown only if it still
/// compares the same.
final class StoredBenchmark {

  /// Figures that differ by less are one figure, computed from more or fewer earlier bars.
  private static final double SAME = 1e-9;

  private StoredBenchmark() {}

  /// @param curve of the run the summary is of
  static BenchmarkReturns of(RunSummary summary, EquityCurve curve, BarStore store) {
    Optional<RunSummary> compared = summary.find("benchmark");
    if (compared.isEmpty()) {
      return new BenchmarkReturns.Missing("the run was compared with nothing");
    }
    Symbol symbol = Symbol.of(compared.get().text("symbol"));
    if (compared.get().find("total_return").isEmpty()) {
      return new BenchmarkReturns.Missing(symbol + " lacked bars when the run was made");
    }
    try {
      return returns(symbol, curve, store)
          .filter(returns -> comparesTheSame(compared.get(), curve.returns(), returns))
          .<BenchmarkReturns>map(returns -> new BenchmarkReturns.Known(symbol.ticker(), returns))
          .orElseGet(
              () ->
                  new BenchmarkReturns.Missing(
                      "the stored bars of " + symbol + " are not those the run was compared with"));
    } catch (DataUnavailableException e) {
      return new BenchmarkReturns.Missing("the bars of " + symbol + " cannot be read");
    }
  }

  private static Optional<double[]> returns(Symbol symbol, EquityCurve curve, BarStore store) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate before = calendar.previous(curve.date(0)).date();
    List<Session> sessions = calendar.sessions(before, curve.date(curve.sessions() - 1));
    List<BarSeries> series = store.load(symbol, Timeframe.DAY_1).stream().toList();
    return MarketHistory.of(sessions, series, store.actions(symbol))
        .totalReturns(symbol, curve.session());
  }

  private static boolean comparesTheSame(RunSummary then, double[] returns, double[] benchmark) {
    BenchmarkComparison now = BenchmarkComparison.of(returns, benchmark);
    return same(then.figure("total_return"), now.benchmarkReturn())
        && same(then.figure("beta"), now.beta())
        && same(then.figure("information_ratio"), now.informationRatio());
  }

  private static boolean same(Figure then, Figure now) {
    return switch (then) {
      case Figure.Known(double value) ->
          now instanceof Figure.Known(double other) && Math.abs(value - other) < SAME;
      case Figure.Undefined _ -> now instanceof Figure.Undefined;
    };
  }
}
