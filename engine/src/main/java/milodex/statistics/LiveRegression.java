package milodex.statistics;

/// The line `live = intercept + slope · shadow` by least squares.
///
/// A slope near 1 says that live trades what the backtest trades; the intercept is then about minus
/// the gap in costs, per bar.
///
/// @param correlation from −1 to 1
public record LiveRegression(Figure slope, Figure intercept, Figure correlation) {

  /// The line through the pairs; undefined for fewer than 2 pairs or a series that never moves.
  ///
  /// @throws IllegalArgumentException if the lengths differ or a return is not finite
  public static LiveRegression of(double[] live, double[] shadow) {
    Pairs pairs = new Pairs(live, shadow);
    if (pairs.size() < 2) {
      return undefined("too few bars");
    }
    if (!pairs.varies(shadow)) {
      return undefined("the backtest's returns do not vary");
    }
    double slope = Pairs.covariance(live, shadow) / Pairs.covariance(shadow, shadow);
    return new LiveRegression(
        Finite.figure(slope),
        Finite.figure(Pairs.mean(live) - slope * Pairs.mean(shadow)),
        pairs.varies(live)
            ? Finite.figure(pairs.correlation())
            : Figure.undefined("the live returns do not vary"));
  }

  private static LiveRegression undefined(String why) {
    Figure none = Figure.undefined(why);
    return new LiveRegression(none, none, none);
  }
}
