package milodex.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.data.HoldingReturns;
import milodex.data.MarketHistory;
import milodex.data.StoredBars;
import milodex.data.StoredSeries;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// The newest years of a workspace's daily bars as one matrix.
///
/// @param symbols those with bars from the first session to the last
/// @param returns of each symbol from open to open, dividends included
@SuppressWarnings("ArrayRecordComponent") // a matrix is handed over, never compared
record StoredReturns(List<Symbol> symbols, LocalDate first, LocalDate last, double[][] returns) {

  /// Fewer symbols leave nothing to choose from.
  static final int FEWEST_SYMBOLS = 2;

  /// Fewer sessions, three years, are too short a history for any window.
  static final int FEWEST_SESSIONS = 756;

  private static final int MOST_SESSIONS = 2_520;
  private static final Comparator<LocalDate> ORDER = Comparator.naturalOrder();

  /// At most ten years that end with the newest bar; empty if there are too few bars.
  static Optional<StoredReturns> of(StoredBars store) {
    Map<Symbol, StoredSeries> daily = new TreeMap<>();
    store.series().stream()
        .filter(series -> series.timeframe() == Timeframe.DAY_1)
        .forEach(series -> daily.putIfAbsent(series.symbol(), series));
    Optional<LocalDate> last = daily.values().stream().map(StoredSeries::last).max(ORDER);
    Optional<LocalDate> first =
        daily.values().stream()
            .filter(series -> Optional.of(series.last()).equals(last))
            .map(StoredSeries::first)
            .min(ORDER);
    if (last.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    List<Session> all = ExchangeCalendar.nyse().sessions(first.get(), last.get());
    List<Session> sessions = all.subList(Math.max(0, all.size() - MOST_SESSIONS), all.size());
    LocalDate from = sessions.getFirst().date();
    List<Symbol> symbols =
        daily.values().stream()
            .filter(one -> !one.first().isAfter(from) && !one.last().isBefore(last.get()))
            .map(StoredSeries::symbol)
            .toList();
    return symbols.size() < FEWEST_SYMBOLS || sessions.size() < FEWEST_SESSIONS
        ? Optional.empty()
        : Optional.of(read(store, symbols, sessions));
  }

  private static StoredReturns read(
      StoredBars store, List<Symbol> symbols, List<Session> sessions) {
    LocalDate first = sessions.getFirst().date();
    LocalDate last = sessions.getLast().date();
    List<BarSeries> bars =
        store.loadAll(symbols, Timeframe.DAY_1).values().stream()
            .map(series -> series.between(first, last))
            .toList();
    MarketHistory history =
        MarketHistory.of(
            sessions, bars, symbols.stream().flatMap(one -> store.actions(one).stream()).toList());
    int[] days =
        sessions.stream().mapToInt(one -> Math.toIntExact(one.date().toEpochDay())).toArray();
    double[][] returns =
        symbols.stream()
            .map(symbol -> HoldingReturns.betweenOpens(history, symbol, days))
            .toArray(double[][]::new);
    return new StoredReturns(List.copyOf(symbols), first, last, returns);
  }
}
