package milodex.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/// By how much live returns miss those of the shadow backtest of the same bars.
///
/// The pairs carry the power: a shift that no comparison of the two distributions can see shows in
/// the differences.
///
/// @param mean of live minus shadow, per bar; below 0 when live earns less
/// @param trackingError the deviation of the differences (divisor n − 1) times √(bars per year)
/// @param t the mean in standard errors
/// @param p two-sided, from Student's t with n − 1 degrees of freedom
public record TrackingDifference(Figure mean, Figure trackingError, Figure t, Figure p) {

  /// The paired t test, which takes differences as independent of each other.
  ///
  /// @param live returns per bar
  /// @param shadow returns of the backtest of the same bars, in the same order
  /// @param barsPerYear 252 for days
  /// @throws IllegalArgumentException if the lengths differ, a return is not finite, or
  ///     `barsPerYear` is not above 0
  public static TrackingDifference of(double[] live, double[] shadow, double barsPerYear) {
    return of(live, shadow, barsPerYear, 0);
  }

  /// The same with a standard error that allows for memory of up to `lag` bars.
  ///
  /// `se² = (n / (n − 1)) · V / n`, `V` the long-run variance with Bartlett weights (Newey and
  /// West, 1987); lag 0 is the paired t test.
  ///
  /// @param lag at least 0; undefined test figures if there are not more pairs than it
  /// @throws IllegalArgumentException as above, or if `lag` is below 0
  public static TrackingDifference of(double[] live, double[] shadow, double barsPerYear, int lag) {
    Pairs pairs = new Pairs(live, shadow);
    Finite.positive("barsPerYear", barsPerYear);
    if (lag < 0) {
      throw new IllegalArgumentException("lag is 0 or above, not " + lag);
    }
    double[] differences = pairs.differences();
    int n = differences.length;
    if (n == 0) {
      return undefined(Figure.undefined("no bars"), "no bars");
    }
    Figure mean = Finite.figure(Pairs.mean(differences));
    if (n < 2 || n <= lag) {
      return undefined(mean, "too few bars");
    }
    Figure error = Finite.figure(Pairs.deviation(differences) * Math.sqrt(barsPerYear));
    if (!pairs.varies(differences)) {
      Figure same = Figure.undefined("the differences do not vary");
      return new TrackingDifference(mean, error, same, same);
    }
    double variance = LongRunVariance.bartlett(differences, lag) / (n - 1);
    if (variance == 0) {
      return undefined(mean, "the differences cancel each other within the lag");
    }
    Figure t = Finite.figure(Pairs.mean(differences) / Math.sqrt(variance));
    TDistribution student = new TDistribution(n - 1.0);
    return new TrackingDifference(
        mean, error, t, t.map(x -> 2 * student.cumulativeProbability(-Math.abs(x))));
  }

  private static TrackingDifference undefined(Figure mean, String why) {
    Figure none = Figure.undefined(why);
    return new TrackingDifference(mean, none, none, none);
  }
}
