package milodex.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.data.HistoricalMarket;
import milodex.data.MarketHistory;
import milodex.data.StoredBars;
import milodex.indicator.Indicators;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Simply holding one symbol, beside the sessions of a run.
public final class Benchmark {

  /// Closes in the average that parts its good times from its bad ones.
  public static final int AVERAGE = 200;

  private final Symbol symbol;
  private final MarketHistory history;

  private Benchmark(Symbol symbol, MarketHistory history) {
    this.symbol = symbol;
    this.history = history;
  }

  /// Where the last close before a session stood.
  public enum Regime {
    /// Above the mean of the last [#AVERAGE] closes, itself included.
    ABOVE,
    /// At that mean or below it.
    BELOW,
    /// Not known: one of those closes is missing.
    UNKNOWN
  }

  /// Reads what is stored now for the sessions of `curve` and the average before them.
  public static Benchmark read(StoredBars store, Symbol symbol, EquityCurve curve) {
    List<Session> period =
        ExchangeCalendar.nyse().sessions(curve.date(0), curve.date(curve.sessions() - 1));
    List<Session> sessions = DailyMaterial.withWarmUp(period, AVERAGE);
    LocalDate first = sessions.getFirst().date();
    LocalDate last = sessions.getLast().date();
    List<BarSeries> bars =
        store.loadAll(List.of(symbol), Timeframe.DAY_1).values().stream()
            .map(series -> series.between(first, last))
            .toList();
    return new Benchmark(symbol, MarketHistory.of(sessions, bars, store.actions(symbol)));
  }

  /// The one a plan names, as its run reads it; empty if it names none.
  static Optional<Benchmark> of(Preparation.Ready ready) {
    return ready.plan().benchmark().map(symbol -> new Benchmark(symbol, ready.history()));
  }

  /// The comparison a plan asks for; empty if it names no benchmark.
  static Optional<BenchmarkComparison> compare(Preparation.Ready ready, EquityCurve curve) {
    return of(ready).map(benchmark -> benchmark.compare(curve));
  }

  /// How `curve` did beside it; undefined, with the reason, if a bar is missing.
  public BenchmarkComparison compare(EquityCurve curve) {
    return returns(curve)
        .map(returns -> BenchmarkComparison.of(curve.returns(), returns))
        .orElseGet(() -> BenchmarkComparison.undefined(missing(curve)));
  }

  /// Its total return in each session of `curve`, dividends included; empty if a bar is missing.
  public Optional<double[]> returns(EquityCurve curve) {
    return history.totalReturns(symbol, curve.session());
  }

  /// In which times a session fell, known before it opened.
  public Regime regime(LocalDate session) {
    int index = history.days().firstFrom(Math.toIntExact(session.toEpochDay()));
    return new HistoricalMarket(history, index)
        .window(symbol, AVERAGE)
        .map(
            window ->
                window.close(0) > Indicators.sma(window, AVERAGE) ? Regime.ABOVE : Regime.BELOW)
        .orElse(Regime.UNKNOWN);
  }

  /// A regime in words: `SPY above its average`.
  public String says(Regime regime) {
    return switch (regime) {
      case ABOVE -> symbol + " above its average";
      case BELOW -> symbol + " not above it";
      case UNKNOWN -> "not known";
    };
  }

  private String missing(EquityCurve curve) {
    int first = history.days().firstFrom(curve.session()[0]);
    int last = history.days().firstFrom(curve.session()[curve.sessions() - 1]);
    int stored = history.barsBetween(symbol, first, last);
    return stored == 0
        ? "no bar of %s is stored for these sessions".formatted(symbol)
        : "%s has bars for %d of %d sessions, and needs one before them"
            .formatted(symbol, stored, last - first + 1);
  }
}
