package milodex.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/// Whether two samples differ in their mean, their variances being what they are (Welch 1947).
///
/// @param t (mean of the first − mean of the second) ÷ √(s₁²/n₁ + s₂²/n₂)
/// @param degrees of freedom after Welch and Satterthwaite, not whole
/// @param p two-sided
public record Welch(Figure t, Figure degrees, Figure p) {

  /// The test of two samples of independent values.
  ///
  /// All is undefined if one has fewer than two values or neither varies.
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static Welch test(double[] first, double[] second) {
    Sample.requireFinite(first, "first");
    Sample.requireFinite(second, "second");
    if (first.length < 2 || second.length < 2) {
      return undefined("fewer than two values");
    }
    if (!Sample.varies(first) && !Sample.varies(second)) {
      return undefined("the values do not vary");
    }
    double one = Sample.variance(first) / first.length;
    double other = Sample.variance(second) / second.length;
    double t = (Sample.mean(first) - Sample.mean(second)) / Math.sqrt(one + other);
    double share = one / (one + other);
    double degrees =
        1 / (share * share / (first.length - 1) + (1 - share) * (1 - share) / (second.length - 1));
    double p = 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(t));
    return new Welch(Figure.of(t), Figure.of(degrees), Figure.of(p));
  }

  private static Welch undefined(String why) {
    Figure none = Figure.undefined(why);
    return new Welch(none, none, none);
  }
}
