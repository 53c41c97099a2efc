package milodex.statistics;

import java.util.Arrays;

/// The variance of a series whose neighbours move together.
///
/// Formula: `γ₀ + 2 Σ (1 − j / (lag + 1)) γⱼ`, with autocovariances of divisor n; the Bartlett
/// weights of Newey and West (1987) keep it at or above 0.
final class LongRunVariance {

  private LongRunVariance() {}

  /// @param lag 0 for a series without memory
  static double bartlett(double[] values, int lag) {
    if (lag < 0 || lag >= values.length) {
      throw new IllegalArgumentException(
          "lag is from 0 to " + (values.length - 1) + ", not " + lag);
    }
    double mean = Arrays.stream(values).average().orElse(0);
    double sum = autocovariance(values, mean, 0);
    for (int j = 1; j <= lag; j++) {
      sum += 2 * (1 - j / (lag + 1.0)) * autocovariance(values, mean, j);
    }
    return Math.max(0, sum);
  }

  private static double autocovariance(double[] values, double mean, int lag) {
    double sum = 0;
    for (int i = lag; i < values.length; i++) {
      sum += (values[i] - mean) * (values[i - lag] - mean);
    }
    return sum / values.length;
  }
}
