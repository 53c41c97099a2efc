package milodex.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Histories as a faulty engine would build them: one bar shows what belongs to another day.
public final class Leaks {

  private Leaks() {}

  /// A history in which the close of `session`, an index, is that of the bar `offset` sessions
  /// later, where there is one; earlier if it is negative.
  public static MarketHistory into(MarketHistory history, int session, int offset) {
    List<BarSeries> series = new ArrayList<>();
    List<CorporateAction> actions = new ArrayList<>();
    for (Symbol symbol : history.symbols()) {
      Track track = history.track(symbol).orElseThrow();
      series.add(leaky(track, history.sessions().size(), session, session + offset));
      actions.addAll(track.actions());
    }
    return MarketHistory.of(history.sessions(), series, actions);
  }

  /// A history in which the close of each intraday bar that closes at `at` is that of the bar after
  /// it, where there is one.
  public static MarketHistory within(MarketHistory history, Instant at) {
    IntradayHistory bars = history.intraday().orElseThrow();
    List<BarSeries> series = new ArrayList<>();
    SortedMap<Symbol, List<CorporateAction>> actions = new TreeMap<>();
    for (Symbol symbol : history.symbols()) {
      bars.bars(symbol).ifPresent(one -> series.add(leaky(one, bars.size(), at)));
      actions.put(symbol, history.track(symbol).orElseThrow().actions());
    }
    return history.with(IntradayHistory.of(bars.size(), series, actions));
  }

  private static BarSeries leaky(BarSeries bars, Timeframe size, Instant at) {
    int last = Arrays.binarySearch(bars.openedAt(), at.minus(size.span()).getEpochSecond());
    double[] close = bars.columns().close().clone();
    if (last >= 0 && last + 1 < close.length) {
      close[last] = close[last + 1];
    }
    return closing(bars, close);
  }

  private static BarSeries leaky(Track track, int sessions, int session, int other) {
    BarSeries bars = track.series();
    int last = track.barAt(session);
    int leak = other < 0 || other >= sessions ? -1 : track.barAt(other);
    double[] close = bars.columns().close().clone();
    if (last >= 0 && leak >= 0) {
      close[last] = close[leak];
    }
    return closing(bars, close);
  }

  private static BarSeries closing(BarSeries bars, double[] close) {
    BarColumns columns = bars.columns();
    return new BarSeries(
        bars.symbol(),
        bars.timeframe(),
        bars.adjustment(),
        bars.source(),
        bars.day(),
        bars.openedAt(),
        new BarColumns(columns.open(), columns.high(), columns.low(), close, columns.volume()));
  }
}
