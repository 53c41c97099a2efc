package milodex.data;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import milodex.market.BarColumns;
import milodex.market.Symbol;
import milodex.statistics.Figure;
import milodex.statistics.Moments;

/// How much of a symbol is traded a day, and how far its price moves meanwhile.
///
/// @param dollars mean of close × volume over the sessions that have a bar; undefined without
///     volume
/// @param deviation sample standard deviation of the returns from close to close, dividends
///     included; undefined unless it is above zero
public record Liquidity(Figure dollars, Figure deviation) {

  /// Measured over those of `days` in which `symbol` has a bar.
  ///
  /// @param days epoch days of consecutive sessions `history` covers
  public static Liquidity of(MarketHistory history, Symbol symbol, int[] days) {
    return history
        .track(symbol)
        .map(track -> of(track, history, days))
        .orElseGet(() -> undefined("no bar of %s is stored".formatted(symbol)));
  }

  private static Liquidity of(Track track, MarketHistory history, int[] days) {
    BarColumns bars = track.series().columns();
    double[] earned = HoldingReturns.betweenCloses(history, track.symbol(), days);
    DoubleStream.Builder dollars = DoubleStream.builder();
    DoubleStream.Builder returns = DoubleStream.builder();
    for (int i = 0; i < days.length; i++) {
      int bar = track.barAt(history.days().firstFrom(days[i]));
      if (bar >= 0) {
        dollars.add(bars.close()[bar] * bars.volume()[bar]);
      }
      if (bar > 0) {
        returns.add(earned[i]);
      }
    }
    return new Liquidity(
        dollars(track.symbol(), dollars.build().toArray()),
        deviation(track.symbol(), returns.build().toArray()));
  }

  private static Figure dollars(Symbol symbol, double[] dollars) {
    double mean = Arrays.stream(dollars).average().orElse(0);
    return mean > 0
        ? Figure.of(mean)
        : Figure.undefined("the bars of %s have no volume".formatted(symbol));
  }

  private static Figure deviation(Symbol symbol, double[] returns) {
    Figure deviation = Moments.of(returns).deviation();
    return deviation.isPositive()
        ? deviation
        : Figure.undefined("the price of %s does not move".formatted(symbol));
  }

  private static Liquidity undefined(String why) {
    return new Liquidity(Figure.undefined(why), Figure.undefined(why));
  }
}
