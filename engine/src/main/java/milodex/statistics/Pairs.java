package milodex.statistics;

import java.util.Arrays;

/// Two series of the same bars, and their moments.
final class Pairs {

  /// Below this share of the largest value a spread is rounding, not movement.
  private static final double ROUNDING = 1e-12;

  private final double[] live;
  private final double[] shadow;

  /// @throws IllegalArgumentException if the lengths differ or a value is not finite
  Pairs(double[] live, double[] shadow) {
    if (live.length != shadow.length) {
      throw new IllegalArgumentException(
          "live and shadow are as long as each other, not " + live.length + ", " + shadow.length);
    }
    this.live = Finite.all("live", live);
    this.shadow = Finite.all("shadow", shadow);
  }

  int size() {
    return live.length;
  }

  double[] live() {
    return live;
  }

  double[] shadow() {
    return shadow;
  }

  /// Live minus shadow, bar by bar.
  double[] differences() {
    double[] differences = new double[live.length];
    Arrays.setAll(differences, i -> live[i] - shadow[i]);
    return differences;
  }

  /// Whether `values`, made of these pairs, move by more than rounding.
  boolean varies(double[] values) {
    return deviation(values) > ROUNDING * Math.max(largest(live), largest(shadow));
  }

  /// The correlation; of series that vary.
  double correlation() {
    return Math.clamp(covariance(live, shadow) / deviation(live) / deviation(shadow), -1.0, 1.0);
  }

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /// The deviation of a sample, with divisor n − 1; of two values at least.
  static double deviation(double[] values) {
    return Math.sqrt(covariance(values, values));
  }

  /// The covariance of a sample, with divisor n − 1; of two pairs at least.
  static double covariance(double[] xs, double[] ys) {
    double meanX = mean(xs);
    double meanY = mean(ys);
    double sum = 0;
    for (int i = 0; i < xs.length; i++) {
      sum += (xs[i] - meanX) * (ys[i] - meanY);
    }
    return sum / (xs.length - 1);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
