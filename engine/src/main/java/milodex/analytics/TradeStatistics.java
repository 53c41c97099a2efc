package milodex.analytics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import milodex.statistics.Figure;

/// What the closed round trips of a run have in common.
///
/// A trade wins with a result above zero and loses with one below; zero is neither.
///
/// @param winRate winners ÷ all trades
/// @param profitFactor dollars won ÷ dollars lost
/// @param averageWin mean dollars of a winner
/// @param averageLoss mean dollars of a loser, below zero
/// @param expectancy mean dollars of a trade
/// @param averageHold mean sessions held
/// @param medianHold median of sessions held
/// @param costShare costs ÷ the result of all trades before costs
/// @param excursions how far the trades ran while they were held
public record TradeStatistics(
    int trades,
    int winning,
    int losing,
    Figure winRate,
    Figure profitFactor,
    Figure averageWin,
    Figure averageLoss,
    Figure expectancy,
    Figure averageHold,
    Figure medianHold,
    Figure costShare,
    Excursions excursions) {

  private static final String NO_TRADES = "no trades";

  /// The statistics of `trades`, in any order.
  public static TradeStatistics of(List<TradeResult> trades) {
    List<TradeResult> winners = trades.stream().filter(trade -> trade.pnl() > 0).toList();
    List<TradeResult> losers = trades.stream().filter(trade -> trade.pnl() < 0).toList();
    double won = sum(winners, TradeResult::pnl);
    double lost = sum(losers, TradeResult::pnl);
    int n = trades.size();
    return new TradeStatistics(
        n,
        winners.size(),
        losers.size(),
        Figure.ratio(winners.size(), n, NO_TRADES),
        Figure.ratio(won, -lost, n == 0 ? NO_TRADES : "no losing trades"),
        Figure.ratio(won, winners.size(), n == 0 ? NO_TRADES : "no winning trades"),
        Figure.ratio(lost, losers.size(), n == 0 ? NO_TRADES : "no losing trades"),
        Figure.ratio(won + lost, n, NO_TRADES),
        Figure.ratio(sum(trades, TradeResult::sessionsHeld), n, NO_TRADES),
        medianHold(trades),
        costShare(n, won + lost, sum(trades, TradeResult::cost)),
        Excursions.of(trades));
  }

  private static Figure medianHold(List<TradeResult> trades) {
    int[] held = trades.stream().mapToInt(TradeResult::sessionsHeld).sorted().toArray();
    int n = held.length;
    return n == 0
        ? Figure.undefined(NO_TRADES)
        : Figure.of((held[(n - 1) / 2] + held[n / 2]) / 2.0);
  }

  private static Figure costShare(int n, double result, double cost) {
    if (n == 0) {
      return Figure.undefined(NO_TRADES);
    }
    double beforeCosts = result + cost;
    return beforeCosts > 0
        ? Figure.of(cost / beforeCosts)
        : Figure.undefined("no profit before costs");
  }

  private static double sum(List<TradeResult> trades, ToDoubleFunction<TradeResult> field) {
    return trades.stream().mapToDouble(field).sum();
  }
}
