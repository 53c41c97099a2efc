package milodex.data;

import java.util.OptionalDouble;

/// Pearson's correlation of simple returns.
final class Correlation {

  /// A variance of returns below this is rounding, not movement.
  private static final double NO_VARIANCE = 1e-24;

  private Correlation() {}

  /// Over the `count` returns that end with index `lastX` of `x` and `lastY` of `y`; empty if one
  /// of the two does not vary.
  static OptionalDouble ofReturns(double[] x, int lastX, double[] y, int lastY, int count) {
    double meanX = mean(x, lastX, count);
    double meanY = mean(y, lastY, count);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < count; i++) {
      double a = change(x, lastX - i) - meanX;
      double b = change(y, lastY - i) - meanY;
      xx += a * a;
      yy += b * b;
      xy += a * b;
    }
    return xx / count > NO_VARIANCE && yy / count > NO_VARIANCE
        ? OptionalDouble.of(xy / Math.sqrt(xx * yy))
        : OptionalDouble.empty();
  }

  private static double mean(double[] prices, int last, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += change(prices, last - i);
    }
    return sum / count;
  }

  private static double change(double[] prices, int i) {
    return prices[i] / prices[i - 1] - 1;
  }
}
