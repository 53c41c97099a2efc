package milodex.statistics;

/// What a threshold on the deflated Sharpe ratio really controls: the probability that the best of
/// N independent trials without skill passes it (the family-wise error rate).
///
/// For normal ratios of equal variance, one trial's error being the dispersion across trials. A
/// threshold of 0.95 is far stricter than 5 %: between [#forError] at 5 % and 0.95 lies what is
/// promising and needs new data.
public final class DeflatedThreshold {

  private DeflatedThreshold() {}

  /// `P(best DSR ≥ τ) = 1 − Φ(E_N + z_τ)^N`, `E_N` the approximate expected maximum.
  ///
  /// @throws IllegalArgumentException if `trials` is below 1, or if `threshold` is not strictly
  ///     between 0 and 1
  public static double error(double trials, double threshold) {
    double z = Gaussian.quantile(Argument.fraction(threshold, "threshold"));
    return ofBest(trials, ExpectedMaximum.approximate(trials) + z);
  }

  /// The threshold at which that probability is `error`: `Φ(z_{(1−error)^{1/N}} − E_N)`.
  ///
  /// @throws IllegalArgumentException if `trials` is below 1, or if `error` is not strictly between
  ///     0 and 1
  public static double forError(double trials, double error) {
    double luck = ExpectedMaximum.approximate(trials);
    double tail = -Math.expm1(Math.log1p(-Argument.fraction(error, "error")) / trials);
    return Gaussian.cumulative(Gaussian.upperQuantile(tail) - luck);
  }

  /// The probability that the best of N passes `threshold` with its plain, undeflated probabilistic
  /// Sharpe ratio: `1 − τ^N`.
  ///
  /// @throws IllegalArgumentException as of [#error]
  public static double undeflatedError(double trials, double threshold) {
    Argument.trials(trials, "trials");
    return ofBest(trials, Gaussian.quantile(Argument.fraction(threshold, "threshold")));
  }

  private static double ofBest(double trials, double z) {
    return -Math.expm1(trials * Gaussian.logCumulative(z));
  }
}
