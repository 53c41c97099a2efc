package milodex.indicator;

import java.util.stream.IntStream;
import milodex.market.BarWindow;

/// Numbers read from the closed bars of one symbol, as pure functions of its window.
///
/// `n` counts bars, the latest included. A window that is too short for `n` is the caller's mistake
/// and throws `IllegalArgumentException`; a rule's declared lookback makes it impossible.
public final class Indicators {

  /// What a longer history may still change in a recursive indicator, as a share of its seed.
  private static final double FORGOTTEN = 1e-9;

  private Indicators() {}

  /// Simple moving average: the mean of the last `n` closes.
  ///
  /// Summed as distances from the latest close, so that a flat price is exactly its own average.
  public static double sma(BarWindow window, int n) {
    requireBars(window, n, n);
    return window.known("sma", n, n, Indicators::summedSma);
  }

  private static double summedSma(BarWindow window, int n) {
    double latest = window.close(0);
    double distances = 0;
    for (int i = 1; i < n; i++) {
      distances += window.close(i) - latest;
    }
    return latest + distances / n;
  }

  /// Exponential moving average with α = 2/(n+1), seeded with the first close of the window.
  ///
  /// It reads the whole window, at least `n` bars.
  public static double ema(BarWindow window, int n) {
    requireBars(window, n, n);
    double alpha = 2.0 / (n + 1);
    double average = window.close(window.length() - 1);
    for (int i = window.length() - 2; i >= 0; i--) {
      average += alpha * (window.close(i) - average);
    }
    return average;
  }

  /// Population standard deviation (divisor `n`) of the last `n` closes.
  public static double sigma(BarWindow window, int n) {
    double mean = sma(window, n);
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double distance = window.close(i) - mean;
      squares += distance * distance;
    }
    return Math.sqrt(squares / n);
  }

  /// How many standard deviations the close lies above its average, both over the last `n` closes;
  /// below it is negative.
  ///
  /// @return `NaN` if the closes do not move at all: then there is no such number
  public static double zScore(BarWindow window, int n) {
    return (window.close(0) - sma(window, n)) / sigma(window, n);
  }

  /// Internal bar strength of the latest bar, (close − low) ÷ (high − low): 0 for a close at the
  /// low, 1 for one at the high.
  ///
  /// @return `NaN` for a bar without a range: then there is no such number
  public static double ibs(BarWindow window) {
    return (window.close(0) - window.low(0)) / range(window);
  }

  /// Average true range: the simple mean of the last `n` true ranges; needs `n + 1` bars.
  ///
  /// A true range is the largest of high − low, |high − previous close| and |low − previous close|.
  public static double atr(BarWindow window, int n) {
    requireBars(window, n, n + 1);
    double ranges = 0;
    for (int i = 0; i < n; i++) {
      double before = window.close(i + 1);
      ranges += Math.max(window.high(i), before) - Math.min(window.low(i), before);
    }
    return ranges / n;
  }

  /// Wilder's relative strength index in `[0, 100]`, seeded at the start of the window.
  ///
  /// The first averages are the means of the first `n` gains and losses; then each is
  /// (previous·(n−1) + x)/n. It reads the whole window, at least `n + 1` bars.
  ///
  /// @return 100 if the average loss is zero, and 50 if the average gain is zero too
  public static double rsi(BarWindow window, int n) {
    requireBars(window, n, n + 1);
    return window.known("rsi", n, window.length(), Indicators::steppedRsi);
  }

  private static double steppedRsi(BarWindow window, int n) {
    // Both averages are carried times n: the ratio is the same and no bar costs a division.
    double decay = (n - 1.0) / n;
    double gains = 0;
    double losses = 0;
    int oldest = window.length() - 1;
    double before = window.close(oldest);
    for (int i = oldest - 1; i >= 0; i--) {
      double close = window.close(i);
      double keep = oldest - i <= n ? 1 : decay;
      gains = gains * keep + Math.max(close - before, 0);
      losses = losses * keep + Math.max(before - close, 0);
      before = close;
    }
    if (losses == 0) {
      return gains == 0 ? 50 : 100;
    }
    return 100 * gains / (gains + losses);
  }

  /// How far the close has come in the last `n` bars, dividends left out: 0.1 is ten percent.
  ///
  /// It is close ÷ close `n` bars ago − 1; needs `n + 1` bars.
  public static double priceReturn(BarWindow window, int n) {
    requireBars(window, n, n + 1);
    return window.close(0) / window.close(n) - 1;
  }

  /// What a holder gained over the last `n` bars, dividends put back in: 0.1 is ten percent.
  ///
  /// It compounds (close + dividend) ÷ previous close; needs `n + 1` bars.
  public static double totalReturn(BarWindow window, int n) {
    requireBars(window, n, n + 1);
    double growth = 1;
    for (int i = n - 1; i >= 0; i--) {
      growth *= (window.close(i) + window.dividend(i)) / window.close(i + 1);
    }
    return growth - 1;
  }

  /// The highest of the last `n` closes.
  public static double highestClose(BarWindow window, int n) {
    requireBars(window, n, n);
    double highest = window.close(0);
    for (int i = 1; i < n; i++) {
      highest = Math.max(highest, window.close(i));
    }
    return highest;
  }

  /// The highest of the last `n` highs.
  public static double highestHigh(BarWindow window, int n) {
    requireBars(window, n, n);
    double highest = window.high(0);
    for (int i = 1; i < n; i++) {
      highest = Math.max(highest, window.high(i));
    }
    return highest;
  }

  /// The lowest of the last `n` lows.
  public static double lowestLow(BarWindow window, int n) {
    requireBars(window, n, n);
    double lowest = window.low(0);
    for (int i = 1; i < n; i++) {
      lowest = Math.min(lowest, window.low(i));
    }
    return lowest;
  }

  /// The smallest high − low of the last `n` bars.
  public static double smallestRange(BarWindow window, int n) {
    requireBars(window, n, n);
    double smallest = range(window);
    for (int i = 1; i < n; i++) {
      smallest = Math.min(smallest, window.high(i) - window.low(i));
    }
    return smallest;
  }

  /// High − low of the latest bar.
  public static double range(BarWindow window) {
    return window.high(0) - window.low(0);
  }

  /// Bars a rule needs that reads so many of the last bars, or of those before the latest: one more
  /// than the longest such window.
  public static int lookback(int... windows) {
    return 1 + IntStream.of(windows).max().orElseThrow();
  }

  /// Bars a rule needs that reads an RSI over `n`: one more, and its warm-up with α = 1/n.
  public static int rsiLookback(int n) {
    return lookback(n) + warmUp(1.0 / n);
  }

  /// Bars a rule needs that reads an EMA over `n`: one more, and its warm-up with α = 2/(n+1).
  public static int emaLookback(int n) {
    return lookback(n) + warmUp(2.0 / (n + 1));
  }

  /// Bars until a recursive indicator with smoothing `alpha` has forgotten its seed.
  private static int warmUp(double alpha) {
    return (int) Math.ceil(Math.log(FORGOTTEN) / Math.log1p(-alpha));
  }

  private static void requireBars(BarWindow window, int n, int bars) {
    if (n < 1 || window.length() < bars) {
      throw new IllegalArgumentException(
          window.symbol() + ": a window of " + window.length() + " bars is too short for n = " + n);
    }
  }
}
