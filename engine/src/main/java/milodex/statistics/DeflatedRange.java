package milodex.statistics;

/// The deflated Sharpe ratio over the range of what the number of trials may effectively be.
///
/// The same returns can go from a coin flip to nearly convincing with the choice of N; a report
/// shows the range.
///
/// @param lowest with the fewest trials: the most lenient
/// @param used with the number a gate uses, the largest that can be defended
/// @param highest with the most trials: the strictest
public record DeflatedRange(DeflatedSharpe lowest, DeflatedSharpe used, DeflatedSharpe highest) {

  /// Deflates for each of three numbers of trials, as of [DeflatedSharpe#withError].
  ///
  /// @throws IllegalArgumentException if not 1 ≤ `lowest` ≤ `used` ≤ `highest`, or if the variance
  ///     is negative
  public static DeflatedRange of(
      Moments selected,
      Figure standardError,
      double lowest,
      double used,
      double highest,
      Figure variance) {
    if (!(lowest <= used && used <= highest)) {
      throw new IllegalArgumentException(
          "used is %s, and must be from lowest, %s, to highest, %s"
              .formatted(used, lowest, highest));
    }
    return new DeflatedRange(
        DeflatedSharpe.withError(selected, standardError, lowest, variance),
        DeflatedSharpe.withError(selected, standardError, used, variance),
        DeflatedSharpe.withError(selected, standardError, highest, variance));
  }
}
