package milodex.data;

import milodex.market.BarHistory;
import milodex.market.Symbol;

/// What holding a symbol earns, session by session, dividends included.
///
/// Where a session has no bar the last price stands, and the next bar brings what happened since.
public final class HoldingReturns {

  private HoldingReturns() {}

  /// From the close before each of `days` to its own.
  ///
  /// @param days epoch days of consecutive sessions `history` covers
  public static double[] betweenCloses(MarketHistory history, Symbol symbol, int[] days) {
    return history
        .track(symbol)
        .map(track -> betweenCloses(track, history.days(), days))
        .orElseGet(() -> new double[days.length]);
  }

  /// From the open of each of `days` to the open of the next session, or, after the last, to its
  /// close.
  ///
  /// @param days epoch days of consecutive sessions `history` covers
  public static double[] betweenOpens(MarketHistory history, Symbol symbol, int[] days) {
    return history
        .track(symbol)
        .map(track -> betweenOpens(track, history.days(), days))
        .orElseGet(() -> new double[days.length]);
  }

  /// The price at the open of each of `days`, in the shares of that day; 0 where there is no bar.
  ///
  /// @param days epoch days of sessions `history` covers
  public static double[] opens(MarketHistory history, Symbol symbol, int[] days) {
    return history
        .track(symbol)
        .map(track -> opens(track, history.days(), days))
        .orElseGet(() -> new double[days.length]);
  }

  private static double[] opens(Track track, SessionDays sessions, int[] days) {
    double[] opens = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      int bar = track.barAt(sessions.firstFrom(days[i]));
      if (bar >= 0) {
        opens[i] = track.columnsAsOf(days[i]).open()[bar];
      }
    }
    return opens;
  }

  private static double[] betweenCloses(Track track, SessionDays sessions, int[] days) {
    double[] returns = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      int bar = track.barAt(sessions.firstFrom(days[i]));
      if (bar > 0) {
        BarHistory bars = track.barsAsOf(days[i]);
        double[] close = bars.columns().close();
        returns[i] = (close[bar] + bars.dividend()[bar]) / close[bar - 1] - 1;
      }
    }
    return returns;
  }

  private static double[] betweenOpens(Track track, SessionDays sessions, int[] days) {
    double[] returns = new double[days.length];
    int held = -1;
    int heldAt = -1;
    for (int i = 0; i < days.length; i++) {
      int bar = track.barAt(sessions.firstFrom(days[i]));
      if (bar >= 0) {
        BarHistory bars = track.barsAsOf(days[i]);
        double[] open = bars.columns().open();
        if (held >= 0) {
          returns[i - 1] = (open[bar] + bars.dividend()[bar]) / open[held] - 1;
        }
        held = bar;
        heldAt = i;
      }
    }
    if (held >= 0) {
      var last = track.barsAsOf(days[heldAt]).columns();
      returns[heldAt] = last.close()[held] / last.open()[held] - 1;
    }
    return returns;
  }
}
