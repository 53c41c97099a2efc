package milodex.statistics;

/// Where the true Sharpe ratio per return lies, with some confidence.
///
/// @param sharpe the estimate
/// @param standardError of the estimate
/// @param low the lower end
/// @param high the upper end
/// @param confidence that the truth is between the two, for example 0.95
public record SharpeInterval(
    Figure sharpe, Figure standardError, Figure low, Figure high, double confidence) {

  /// The two-sided normal interval with the larger of Mertens' and the HAC error.
  ///
  /// @throws IllegalArgumentException if a return is not a number, or if `confidence` is not
  ///     strictly between 0 and 1
  public static SharpeInterval of(double[] returns, double confidence) {
    return of(Moments.of(returns).sharpe(), StandardError.larger(returns), confidence);
  }

  /// The two-sided normal interval `SR ± z·SE`.
  ///
  /// @throws IllegalArgumentException if `confidence` is not strictly between 0 and 1
  public static SharpeInterval of(Figure sharpe, Figure standardError, double confidence) {
    double z = Gaussian.upperQuantile((1 - Argument.fraction(confidence, "confidence")) / 2);
    return new SharpeInterval(
        sharpe,
        standardError,
        Given.both(sharpe, standardError, (ratio, error) -> ratio - z * error),
        Given.both(sharpe, standardError, (ratio, error) -> ratio + z * error),
        confidence);
  }
}
