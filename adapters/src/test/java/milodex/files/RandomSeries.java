package milodex.files;

import java.util.random.RandomGenerator;
import milodex.data.BarRows;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Series of any length, timeframe and adjustment, with prices to the last bit.
final class RandomSeries {

  private RandomSeries() {}

  static BarSeries of(RandomGenerator random, Symbol symbol, int bars) {
    Timeframe[] timeframes = Timeframe.values();
    Adjustment[] adjustments = Adjustment.values();
    return of(
        random,
        symbol,
        timeframes[random.nextInt(timeframes.length)],
        adjustments[random.nextInt(adjustments.length)],
        bars);
  }

  static BarSeries of(
      RandomGenerator random, Symbol symbol, Timeframe timeframe, Adjustment adjustment, int bars) {
    BarRows rows = new BarRows(bars);
    long openedAt = -3_000_000_000L + random.nextLong(6_000_000_000L);
    for (int i = 0; i < bars; i++) {
      openedAt += 60L * (1 + random.nextInt(2000));
      double price = Math.exp(random.nextGaussian() * 4);
      rows.add(
          Math.toIntExact(Math.floorDiv(openedAt, 86_400L)),
          openedAt,
          price,
          price * (1 + random.nextDouble()),
          price * random.nextDouble(),
          price,
          random.nextBoolean() ? 0 : random.nextDouble() * 1e12);
    }
    return rows.toSeries(symbol, timeframe, adjustment, "made-up");
  }
}
