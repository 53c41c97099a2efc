package milodex.analytics;

import milodex.market.Symbol;
import milodex.statistics.Figure;

/// What a closed round trip came to.
///
/// @param number its place among the closed trades of its run, from 1
/// @param window number of the out-of-sample window it was closed in, from 1; 0 for a whole run
/// @param pnl dollars won or lost, after costs
/// @param cost dollars of commission and slippage contained in `pnl`, never negative
/// @param sessionsHeld sessions between the entry's fill and the exit's
/// @param worst maximum adverse excursion: lowest price while held ÷ entry price − 1
/// @param best maximum favourable excursion: highest price while held ÷ entry price − 1
public record TradeResult(
    int number,
    Symbol symbol,
    int window,
    double pnl,
    double cost,
    int sessionsHeld,
    Figure worst,
    Figure best) {

  /// @throws IllegalArgumentException if an amount is not finite, or a cost or hold is negative
  public TradeResult {
    if (!Double.isFinite(pnl) || !Double.isFinite(cost) || cost < 0 || sessionsHeld < 0) {
      throw new IllegalArgumentException(
          "%s: a trade has a finite result, a cost and a hold of at least zero, not %s, %s and %d"
              .formatted(symbol, pnl, cost, sessionsHeld));
    }
  }
}
