package milodex.statistics;

/// The Sharpe ratio that the best of N trials without skill shows, as a distribution: the largest
/// of N independent normal draws around zero.
///
/// With `z = ratio / deviation`, φ and Φ of the standard normal distribution. It is what the
/// threshold of [DeflatedSharpe] is the mean of (Bailey and López de Prado, 2014).
///
/// @param trials N, at least 1; need not be whole
/// @param deviation of the ratio of one trial without skill, above zero; its unit, per return or
///     annual, is that of every ratio asked about
public record BestOfTrials(double trials, double deviation) {

  /// @throws IllegalArgumentException if `trials` is below 1 or `deviation` not above zero
  public BestOfTrials {
    Argument.trials(trials, "trials");
    Argument.positive(deviation, "deviation");
  }

  /// How dense the best ratio lies at `ratio`: `N/deviation · φ(z) · Φ(z)^(N−1)`.
  ///
  /// @throws IllegalArgumentException if `ratio` is not a number
  public double density(double ratio) {
    return ExpectedMaximum.density(z(ratio), trials) / deviation;
  }

  /// The probability that the best ratio is `ratio` or more: `1 − Φ(z)^N`.
  ///
  /// @throws IllegalArgumentException if `ratio` is not a number
  public double chanceOf(double ratio) {
    return -Math.expm1(trials * Gaussian.logCumulative(z(ratio)));
  }

  /// The ratio that the best stays below with `probability`: `deviation · Φ⁻¹(p^(1/N))`.
  ///
  /// @throws IllegalArgumentException if `probability` is not strictly between 0 and 1
  public double quantile(double probability) {
    double each = Math.log(Argument.fraction(probability, "probability")) / trials;
    return deviation * Gaussian.upperQuantile(-Math.expm1(each));
  }

  private double z(double ratio) {
    return Argument.finite(ratio, "ratio") / deviation;
  }
}
