package milodex.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Bars for tests that only care for closes: every bar opens, peaks and troughs at its close.
public final class Closes {

  private Closes() {}

  public static BarColumns columns(double... closes) {
    double[] volume = new double[closes.length];
    Arrays.fill(volume, 1_000);
    return new BarColumns(closes, closes, closes, closes, volume);
  }

  /// A window that holds exactly these closes, oldest first.
  public static BarWindow window(String symbol, double... closes) {
    return window(Symbol.of(symbol), columns(closes));
  }

  /// A window of these closes in which the latest bar paid a dividend.
  public static BarWindow paying(String symbol, double dividend, double... closes) {
    BarHistory bare = history(Symbol.of(symbol), columns(closes));
    double[] paid = new double[closes.length];
    paid[closes.length - 1] = dividend;
    BarHistory paying = new BarHistory(bare.symbol(), bare.openedAt(), bare.columns(), paid);
    return BarWindow.of(paying, closes.length - 1, closes.length);
  }

  /// A window that holds all of these bars.
  public static BarWindow window(Symbol symbol, BarColumns columns) {
    return BarWindow.of(history(symbol, columns), columns.size() - 1, columns.size());
  }

  /// These bars, one a day from 2000 on, without a dividend.
  public static BarHistory history(Symbol symbol, BarColumns columns) {
    long first = Instant.parse("2000-01-01T14:30:00Z").getEpochSecond();
    long[] openedAt = new long[columns.size()];
    for (int i = 0; i < openedAt.length; i++) {
      openedAt[i] = first + i * Duration.ofDays(1).toSeconds();
    }
    return new BarHistory(symbol, openedAt, columns, new double[columns.size()]);
  }

  /// When the exchange closes on a day, half days and summer time aside.
  public static Instant closing(LocalDate day) {
    return day.atTime(21, 0).toInstant(ZoneOffset.UTC);
  }

  /// A seeded random walk in cents that begins at 100 and moves one percent a bar.
  public static double[] walk(long seed, int bars) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] closes = new double[bars];
    double price = 100;
    for (int i = 0; i < bars; i++) {
      closes[i] = Math.rint(price * 100) / 100;
      price *= 1 + 0.01 * random.nextGaussian();
    }
    return closes;
  }
}
