package milodex.market;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Bars for tests that care for more than closes.
public final class Candles {

  private Candles() {}

  /// Bars told as `open/high/low/close`, oldest first, with spaces between.
  public static BarColumns of(String words) {
    String[] bars = words.strip().split("\\s+");
    BarColumns columns = empty(bars.length);
    for (int i = 0; i < bars.length; i++) {
      String[] parts = bars[i].split("/");
      set(columns, i, number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3]));
    }
    return columns;
  }

  /// A window that holds exactly these bars.
  public static BarWindow window(String symbol, String words) {
    return Closes.window(Symbol.of(symbol), of(words));
  }

  /// A seeded random walk in cents that begins at 100, with gaps, days' ranges and a slow rise.
  public static BarColumns walk(long seed, int bars) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    BarColumns columns = empty(bars);
    double before = 100;
    for (int i = 0; i < bars; i++) {
      double swing = 0.004 + 0.012 * random.nextDouble();
      double open = before * (1 + 0.3 * swing * random.nextGaussian());
      double close = open * (1.0004 + swing * random.nextGaussian());
      double high = Math.max(open, close) * (1 + swing * random.nextDouble());
      double low = Math.min(open, close) * (1 - swing * random.nextDouble());
      set(columns, i, cents(open), cents(high), cents(low), cents(close));
      before = close;
    }
    return columns;
  }

  private static BarColumns empty(int bars) {
    return new BarColumns(
        new double[bars], new double[bars], new double[bars], new double[bars], new double[bars]);
  }

  private static void set(
      BarColumns columns, int bar, double open, double high, double low, double close) {
    columns.open()[bar] = open;
    columns.high()[bar] = high;
    columns.low()[bar] = low;
    columns.close()[bar] = close;
    columns.volume()[bar] = 1_000;
  }

  private static double cents(double price) {
    return Math.rint(price * 100) / 100;
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
