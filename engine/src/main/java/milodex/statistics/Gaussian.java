package milodex.statistics;

import org.hipparchus.special.Erf;

/// The standard normal distribution, exact in both tails.
final class Gaussian {

  private static final double ROOT_TWO = Math.sqrt(2);
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  /// Tails below this are inverted by Newton's steps: `1 - p` would lose their digits.
  private static final double THIN = 1e-6;

  private Gaussian() {}

  static double density(double z) {
    return Math.exp(-z * z / 2) / ROOT_TWO_PI;
  }

  static double cumulative(double z) {
    return upperTail(-z);
  }

  /// `P(Z > z)`.
  static double upperTail(double z) {
    return Erf.erfc(z / ROOT_TWO) / 2;
  }

  /// `ln P(Z <= z)`.
  static double logCumulative(double z) {
    return z < 0 ? Math.log(upperTail(-z)) : Math.log1p(-upperTail(z));
  }

  /// The `z` with `P(Z <= z) = p`, for `p` strictly between 0 and 1.
  static double quantile(double p) {
    return p < 0.5 ? -upperQuantile(p) : ROOT_TWO * Erf.erfInv(2 * p - 1);
  }

  /// The `z` with `P(Z > z) = p`, for `p` above 1e-300 and below 1.
  static double upperQuantile(double p) {
    return p < THIN ? thin(p) : -ROOT_TWO * Erf.erfInv(2 * p - 1);
  }

  /// Newton's method on the logarithm of the tail, which is nearly a parabola.
  private static double thin(double p) {
    double z = Math.sqrt(-2 * Math.log(p));
    double step = 1;
    for (int i = 0; i < 50 && Math.abs(step) > 1e-14 * z; i++) {
      double tail = upperTail(z);
      step = (Math.log(tail) - Math.log(p)) * tail / density(z);
      z += step;
    }
    return z;
  }
}
