package milodex.statistics;

import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.special.Beta;

/// Student's t distribution in logarithms, so that no tail is too thin for it.
final class StudentT {

  private StudentT() {}

  /// `ln P(|T| >= |t|)` with `freedom` degrees of freedom, at least 1.
  static double logTwoSided(double t, double freedom) {
    double x = freedom / (freedom + t * t);
    return x > 0.5 ? Math.log(Beta.regularizedBeta(x, freedom / 2, 0.5)) : thin(x, freedom / 2);
  }

  /// The `t >= 0` with `ln P(|T| >= t) = logP`, for `logP` of at most 0.
  static double ratio(double logP, double freedom) {
    if (logP >= 0) {
      return 0;
    }
    double high = 1;
    while (logTwoSided(high, freedom) > logP) {
      high *= 2;
    }
    return new BrentSolver(1e-13, 1e-13, 1e-14)
        .solve(200, t -> logTwoSided(t, freedom) - logP, high == 1 ? 0 : high / 2, high);
  }

  /// The incomplete beta function `I_x(a, 1/2)` by its power series, all of positive terms.
  private static double thin(double x, double a) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= x * (k - 0.5) / k;
      sum += term * a / (a + k);
    }
    return a * Math.log(x) - Math.log(a) - Beta.logBeta(a, 0.5) + Math.log(sum);
  }
}
