package milodex.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import milodex.market.BarColumns;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// Indicators of the ta4j library, for every bar of a series.
final class Ta4j {

  private Ta4j() {}

  static double[] of(BarColumns bars, Function<BarSeries, Indicator<Num>> indicator) {
    Indicator<Num> numbers = indicator.apply(series(bars));
    double[] values = new double[bars.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.getValue(i).doubleValue();
    }
    return values;
  }

  private static BarSeries series(BarColumns bars) {
    BarSeries series =
        new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
    Duration day = Duration.ofDays(1);
    for (int i = 0; i < bars.size(); i++) {
      series
          .barBuilder()
          .timePeriod(day)
          .endTime(Instant.EPOCH.plus(day.multipliedBy(i + 1L)))
          .openPrice(bars.open()[i])
          .highPrice(bars.high()[i])
          .lowPrice(bars.low()[i])
          .closePrice(bars.close()[i])
          .volume(bars.volume()[i])
          .add();
    }
    return series;
  }
}
