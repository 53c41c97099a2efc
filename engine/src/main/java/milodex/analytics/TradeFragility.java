package milodex.analytics;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.statistics.Figure;

/// How much of the dollars won hangs on single trades and symbols.
///
/// @param pnl dollars of all trades, after costs
/// @param withoutBestTrade the same without the trade that won most
/// @param bestSymbol the symbol that won most, the first of equal ones; empty without trades
/// @param withoutBestSymbol the dollars of all other symbols
/// @param bestTrades the trades that won most, best first, the earlier of equal ones: 5 % of all
///     rounded up, at least one, at most five
/// @param withoutBestTrades dollars of all trades but those
public record TradeFragility(
    Figure pnl,
    Figure withoutBestTrade,
    Optional<Symbol> bestSymbol,
    Figure withoutBestSymbol,
    List<TradeResult> bestTrades,
    Figure withoutBestTrades) {

  private static final int MOST_BEST_TRADES = 5;
  private static final int ONE_BEST_TRADE_IN = 20;

  private static final Comparator<TradeResult> BEST_FIRST =
      Comparator.comparingDouble(TradeResult::pnl).reversed().thenComparingInt(TradeResult::number);

  public TradeFragility {
    bestTrades = List.copyOf(bestTrades);
  }

  /// The fragility of `trades`, in any order.
  public static TradeFragility of(List<TradeResult> trades) {
    List<TradeResult> bestFirst = trades.stream().sorted(BEST_FIRST).toList();
    Optional<Symbol> bestSymbol = bestSymbol(trades);
    int best = Math.min(Math.ceilDiv(trades.size(), ONE_BEST_TRADE_IN), MOST_BEST_TRADES);
    return new TradeFragility(
        sum(bestFirst, "no trades"),
        sum(bestFirst.stream().skip(1).toList(), "no other trade"),
        bestSymbol,
        sum(
            bestFirst.stream().filter(trade -> !isOf(bestSymbol, trade)).toList(),
            "no other symbol"),
        bestFirst.subList(0, best),
        sum(bestFirst.subList(best, bestFirst.size()), "no other trade"));
  }

  /// Dollars of trades, the worst added first; undefined if there are none.
  private static Figure sum(List<TradeResult> bestFirst, String why) {
    return bestFirst.isEmpty()
        ? Figure.undefined(why)
        : Figure.of(bestFirst.reversed().stream().mapToDouble(TradeResult::pnl).sum());
  }

  private static Optional<Symbol> bestSymbol(List<TradeResult> trades) {
    Map<Symbol, Double> bySymbol = new TreeMap<>();
    trades.forEach(trade -> bySymbol.merge(trade.symbol(), trade.pnl(), Double::sum));
    return bySymbol.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Collections.max(
                    bySymbol.entrySet(),
                    Map.Entry.<Symbol, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .getKey());
  }

  private static boolean isOf(Optional<Symbol> symbol, TradeResult trade) {
    return symbol.equals(Optional.of(trade.symbol()));
  }
}
