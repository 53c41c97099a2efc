package milodex.statistics;

import java.util.Arrays;

/// How far apart two samples' distributions are.
public final class KolmogorovSmirnov {

  private KolmogorovSmirnov() {}

  /// The largest gap between the two empirical distributions, from 0 to 1; order does not count.
  ///
  /// `D = sup |F₁(x) − F₂(x)|` (Smirnov, 1939), equal values taken together. Undefined if a sample
  /// is empty. It is blind to small steady gaps: see [TrackingDifference].
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static Figure distance(double[] first, double[] second) {
    double[] xs = sorted("first", first);
    double[] ys = sorted("second", second);
    if (xs.length == 0 || ys.length == 0) {
      return Figure.undefined("no observations");
    }
    int i = 0;
    int j = 0;
    double largest = 0;
    while (i < xs.length && j < ys.length) {
      double at = Math.min(xs[i], ys[j]);
      i = after(xs, i, at);
      j = after(ys, j, at);
      largest = Math.max(largest, Math.abs((double) i / xs.length - (double) j / ys.length));
    }
    return Figure.of(largest);
  }

  private static int after(double[] sorted, int from, double value) {
    int at = from;
    while (at < sorted.length && sorted[at] <= value) {
      at++;
    }
    return at;
  }

  private static double[] sorted(String argument, double[] values) {
    double[] sorted = Finite.all(argument, values).clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
