package milodex.analytics;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.market.Symbol;

/// How much of the dollars won hangs on single trades and symbols.
///
/// @param pnl dollars of all trades, after costs
/// @param withoutBestTrade the same without the trade that won most
/// @param bestSymbol the symbol that won most, the first of equal ones; empty without trades
/// @param withoutBestSymbol the dollars of all other symbols
/// @param bestTrades how many trades count as the best: 5 % of them rounded up, at least one, at
///     most five
/// @param withoutBestTrades dollars of all trades but the best
public record TradeFragility(
    Figure pnl,
    Figure withoutBestTrade,
    Optional<Symbol> bestSymbol,
    Figure withoutBestSymbol,
    int bestTrades,
    Figure withoutBestTrades) {

  private static final int MOST_BEST_TRADES = 5;
  private static final int ONE_BEST_TRADE_IN = 20;

  /// The fragility of `trades`, in any order.
  public static TradeFragility of(List<TradeResult> trades) {
    double[] worstFirst = trades.stream().mapToDouble(TradeResult::pnl).sorted().toArray();
    TreeMap<Symbol, Double> bySymbol = new TreeMap<>();
    trades.forEach(trade -> bySymbol.merge(trade.symbol(), trade.pnl(), Double::sum));
    Optional<Symbol> bestSymbol = best(bySymbol);
    int n = trades.size();
    int best = Math.min(Math.ceilDiv(n, ONE_BEST_TRADE_IN), MOST_BEST_TRADES);
    return new TradeFragility(
        sum(worstFirst, n, "no trades"),
        sum(worstFirst, n - 1, "no other trade"),
        bestSymbol,
        withoutSymbol(trades, bestSymbol),
        best,
        sum(worstFirst, n - best, "no other trade"));
  }

  /// Sum of the first `count` results, or undefined if there are none.
  private static Figure sum(double[] results, int count, String why) {
    if (count < 1) {
      return Figure.undefined(why);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += results[i];
    }
    return Figure.of(sum);
  }

  private static Optional<Symbol> best(Map<Symbol, Double> bySymbol) {
    return bySymbol.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Collections.max(
                    bySymbol.entrySet(),
                    Map.Entry.<Symbol, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .getKey());
  }

  private static Figure withoutSymbol(List<TradeResult> trades, Optional<Symbol> best) {
    double[] others =
        trades.stream()
            .filter(trade -> !best.equals(Optional.of(trade.symbol())))
            .mapToDouble(TradeResult::pnl)
            .toArray();
    return sum(others, others.length, "no other symbol");
  }
}
