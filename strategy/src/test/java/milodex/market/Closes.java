package milodex.market;

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
    return BarWindow.of(Symbol.of(symbol), columns(closes), closes.length - 1, closes.length);
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
