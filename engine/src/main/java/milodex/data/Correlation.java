package milodex.data;

import java.util.OptionalDouble;

/// Pearson's correlation of simple returns.
final class Correlation {

  private Correlation() {}

  /// Over the `count` returns that end with index `lastX` of `x` and `lastY` of `y`; empty if one
  /// of the two does not vary.
  static OptionalDouble ofReturns(double[] x, int lastX, double[] y, int lastY, int count) {
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumYy = 0;
    double sumXy = 0;
    for (int i = 0; i < count; i++) {
      double a = x[lastX - i] / x[lastX - i - 1] - 1;
      double b = y[lastY - i] / y[lastY - i - 1] - 1;
      sumX += a;
      sumY += b;
      sumXx += a * a;
      sumYy += b * b;
      sumXy += a * b;
    }
    double varianceX = sumXx - sumX * sumX / count;
    double varianceY = sumYy - sumY * sumY / count;
    if (!(varianceX > 0 && varianceY > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((sumXy - sumX * sumY / count) / Math.sqrt(varianceX * varianceY));
  }
}
