package milodex.data;

import java.util.ArrayList;
import java.util.List;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

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

  private static BarSeries leaky(Track track, int sessions, int session, int other) {
    BarSeries bars = track.series();
    int last = track.barAt(session);
    int leak = other < 0 || other >= sessions ? -1 : track.barAt(other);
    double[] close = bars.columns().close().clone();
    if (last >= 0 && leak >= 0) {
      close[last] = close[leak];
    }
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
