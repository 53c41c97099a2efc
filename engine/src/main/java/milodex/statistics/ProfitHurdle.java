package milodex.statistics;

import java.util.function.ToDoubleFunction;

/// The least mean return per month that is significant, given how many tests were made (Harvey and
/// Liu, 2015).
///
/// A fraction per month, `volatility/√12/√months·z`. The z of Holm and of Benjamini and Yekutieli
/// is the median over simulated families of the largest t-ratio that is not rejected.
///
/// @param independent as if it were the only test
/// @param bonferroni by Bonferroni's adjustment
/// @param holm by Holm's
/// @param yekutieli by Benjamini's and Yekutieli's
public record ProfitHurdle(Figure independent, Figure bonferroni, Figure holm, Figure yekutieli) {

  /// The hurdles for a record of so many months.
  ///
  /// @param months of returns, undefined below one
  /// @param annualVolatility of them, above 0
  /// @param alpha the two-sided level, strictly between 0 and 1
  /// @param family the tests that were made
  /// @throws IllegalArgumentException if a number is out of its range
  public static ProfitHurdle of(
      int months, double annualVolatility, double alpha, SimulatedFamily family) {
    Argument.fraction(alpha, "alpha");
    double volatility = Argument.positive(annualVolatility, "annualVolatility");
    if (Argument.atLeast(0, months, "months") == 0) {
      Figure none = Figure.undefined("no months");
      return new ProfitHurdle(none, none, none, none);
    }
    double error = volatility / Math.sqrt(12) / Math.sqrt(months);
    return new ProfitHurdle(
        hurdle(error, alpha),
        hurdle(error, alpha / family.tests()),
        hurdle(error, median(family, p -> largest(p, MultipleTesting.holmSorted(p), alpha))),
        hurdle(error, median(family, p -> largest(p, MultipleTesting.yekutieliSorted(p), alpha))));
  }

  private static Figure hurdle(double error, double p) {
    return Figure.of(error * Gaussian.upperQuantile(p / 2));
  }

  private static double median(SimulatedFamily family, ToDoubleFunction<double[]> of) {
    double[] all = family.pValues().mapToDouble(of).sorted().toArray();
    return (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
  }

  /// The smallest p-value that is not rejected; if all are, `alpha`.
  private static double largest(double[] sorted, double[] adjusted, double alpha) {
    for (int i = 0; i < sorted.length; i++) {
      if (adjusted[i] > alpha) {
        return sorted[i];
      }
    }
    return alpha;
  }
}
