package milodex.statistics;

/// How long a history must be for a number of trials, and how many trials a history supports.
///
/// On a shorter history the best of so many configurations without skill is expected to show the
/// target Sharpe ratio in sample (Bailey, Borwein, López de Prado and Zhu, 2014).
public final class MinBacktestLength {

  /// Counts of trials above this are not told apart.
  public static final long MANY = 1_000_000_000_000_000L;

  private static final String NO_TARGET = "never: the target Sharpe ratio is not positive";

  private MinBacktestLength() {}

  /// Years that `trials` need: `(E[max z_N]/SR)²`, with the approximate expected maximum, for a
  /// target Sharpe ratio per year; 0 for one trial. Undefined if the target is not positive.
  ///
  /// @throws IllegalArgumentException if `trials` is below 1 or the target is not a number
  public static Figure years(double trials, double annualTarget) {
    double expected = ExpectedMaximum.approximate(trials);
    return over(expected * expected, annualTarget);
  }

  /// The simple upper bound `2·ln(N)/SR²` of those years.
  ///
  /// @throws IllegalArgumentException if `trials` is below 1 or the target is not a number
  public static Figure upperBound(double trials, double annualTarget) {
    return over(2 * Math.log(Argument.trials(trials, "trials")), annualTarget);
  }

  /// The largest whole number of trials that `years` of history support, from 1 to [#MANY].
  /// Undefined if the target is not positive.
  ///
  /// @throws IllegalArgumentException if `years` is negative or a number is none
  public static Figure supportedTrials(double years, double annualTarget) {
    if (!(years >= 0)) {
      throw new IllegalArgumentException("years is " + years + ", and must be at least 0");
    }
    if (Argument.finite(annualTarget, "annualTarget") <= 0) {
      return Figure.undefined(NO_TARGET);
    }
    return Figure.of(largest(annualTarget * Math.sqrt(Argument.finite(years, "years"))));
  }

  /// The largest N whose expected maximum is at most `most`, by bisection.
  private static double largest(double most) {
    long supported = 1;
    long tooMany = MANY + 1;
    while (tooMany - supported > 1) {
      long middle = supported + (tooMany - supported) / 2;
      if (ExpectedMaximum.approximate((double) middle) <= most) {
        supported = middle;
      } else {
        tooMany = middle;
      }
    }
    return (double) supported;
  }

  private static Figure over(double square, double annualTarget) {
    double target = Argument.finite(annualTarget, "annualTarget");
    double years = square / (target * target);
    return target > 0 && Double.isFinite(years) ? Figure.of(years) : Figure.undefined(NO_TARGET);
  }
}
