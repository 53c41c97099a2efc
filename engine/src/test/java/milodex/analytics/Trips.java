package milodex.analytics;

import milodex.market.Symbol;
import milodex.statistics.Figure;

/// Closed round trips for tests, told by what matters to them.
final class Trips {

  private static final Figure UNKNOWN = Figure.undefined("not measured");

  private Trips() {}

  static TradeResult trip(String symbol, double pnl) {
    return trip(1, symbol, pnl);
  }

  static TradeResult trip(int number, String symbol, double pnl) {
    return new TradeResult(number, Symbol.of(symbol), 1, pnl, 0, 1, UNKNOWN, UNKNOWN);
  }

  static TradeResult inWindow(int window, double pnl) {
    return new TradeResult(1, Symbol.of("SPY"), window, pnl, 0, 1, UNKNOWN, UNKNOWN);
  }

  static TradeResult held(double pnl, double cost, int sessionsHeld) {
    return new TradeResult(1, Symbol.of("SPY"), 0, pnl, cost, sessionsHeld, UNKNOWN, UNKNOWN);
  }

  static TradeResult ran(double pnl, double worst, double best) {
    return new TradeResult(1, Symbol.of("SPY"), 0, pnl, 0, 1, Figure.of(worst), Figure.of(best));
  }
}
