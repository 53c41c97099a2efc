package milodex.analytics;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import milodex.ledger.Excursion;
import milodex.ledger.Fact.TradeMeasured;
import milodex.money.Fraction;
import milodex.portfolio.Trade;
import milodex.statistics.Figure;

/// How far closed trades ran against (MAE) and for (MFE) their entry prices, on average.
///
/// @param unmeasured trades of which that is not known; they are in no average
/// @param worst mean of the worst excursions
/// @param best mean of the best excursions
/// @param worstOfWinners mean of the worst excursions of trades that won: what a stop would cost
/// @param bestOfLosers mean of the best excursions of trades that lost: what was given back
public record Excursions(
    int unmeasured, Figure worst, Figure best, Figure worstOfWinners, Figure bestOfLosers) {

  /// The excursions of `trades`, in any order.
  public static Excursions of(List<TradeResult> trades) {
    return new Excursions(
        (int) trades.stream().filter(trade -> !isKnown(trade)).count(),
        mean(trades, _ -> true, TradeResult::worst, "trades"),
        mean(trades, _ -> true, TradeResult::best, "trades"),
        mean(trades, trade -> trade.pnl() > 0, TradeResult::worst, "winning trades"),
        mean(trades, trade -> trade.pnl() < 0, TradeResult::best, "losing trades"));
  }

  /// The worst excursion of a trade, or why it is not known.
  public static Figure worst(Trade trade) {
    return figure(trade, Excursion::worst);
  }

  /// The best excursion of a trade, or why it is not known.
  public static Figure best(Trade trade) {
    return figure(trade, Excursion::best);
  }

  private static Figure figure(Trade trade, Function<Excursion, Fraction> side) {
    return trade
        .excursion()
        .map(ran -> Figure.of(side.apply(ran).toDouble()))
        .orElseGet(
            () ->
                Figure.undefined(trade.measured().map(TradeMeasured::says).orElse("not measured")));
  }

  private static Figure mean(
      List<TradeResult> trades,
      Predicate<TradeResult> chosen,
      Function<TradeResult, Figure> side,
      String what) {
    List<TradeResult> some = trades.stream().filter(chosen).toList();
    double[] known = Figure.known(some.stream().map(side));
    double sum = 0;
    for (double value : known) {
      sum += value;
    }
    return Figure.ratio(sum, known.length, some.isEmpty() ? "no " + what : "none was measured");
  }

  private static boolean isKnown(TradeResult trade) {
    return trade.worst() instanceof Figure.Known;
  }
}
