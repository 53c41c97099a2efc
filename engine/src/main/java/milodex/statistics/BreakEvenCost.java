package milodex.statistics;

import java.util.function.DoubleUnaryOperator;

/// The cost at which an edge is gone, as a return for each unit of turnover, one way: 0.001 is ten
/// basis points of what is traded.
///
/// The net return of a bar is gross − cost · turnover. Ask for a margin: the break-even cost should
/// be at least twice the modelled one.
public final class BreakEvenCost {

  private BreakEvenCost() {}

  /// The net return of each bar at `cost`.
  ///
  /// @param turnover traded share of equity in each bar, at least zero
  /// @throws IllegalArgumentException if the lengths differ, a number is not finite, or a turnover
  ///     or `cost` is negative
  public static double[] net(double[] gross, double[] turnover, double cost) {
    require(gross, turnover);
    Sample.requireNotNegative(cost, "cost");
    double[] net = new double[gross.length];
    for (int i = 0; i < net.length; i++) {
      net[i] = gross[i] - cost * turnover[i];
    }
    return net;
  }

  /// The cost at which the mean net return is zero: mean gross return ÷ mean turnover.
  ///
  /// Undefined without returns, without turnover (no cost ends it) and without a gross edge.
  ///
  /// @param turnover traded share of equity in each bar, at least zero
  /// @throws IllegalArgumentException if the lengths differ, a number is not finite, or a turnover
  ///     is negative
  public static Figure byMean(double[] gross, double[] turnover) {
    require(gross, turnover);
    if (gross.length == 0) {
      return Figure.undefined("no returns");
    }
    double edge = Sample.mean(gross);
    if (edge <= 0) {
      return Figure.undefined("no gross edge");
    }
    double traded = Sample.mean(turnover);
    return traded > 0
        ? Figure.of(edge / traded)
        : Figure.undefined("nothing is traded, so no cost ends the edge");
  }

  /// The cost at which a statistic that falls with cost, such as a probabilistic or a deflated
  /// Sharpe ratio, comes down to `threshold`; by bisection, to twelve digits of `highest`.
  ///
  /// Undefined if the statistic is below `threshold` without any cost, or still not below it at
  /// `highest`.
  ///
  /// @param statistic of the net returns at a cost, falling
  /// @param highest the highest cost to look at, above zero
  /// @throws IllegalArgumentException if `threshold` is not finite, `highest` not above zero, or
  ///     the statistic NaN at a cost
  public static Figure atThreshold(
      DoubleUnaryOperator statistic, double threshold, double highest) {
    Sample.requireFinite(new double[] {threshold}, "threshold");
    Sample.requirePositive(highest, "highest");
    if (!reaches(statistic, 0, threshold)) {
      return Figure.undefined("below the threshold even without cost");
    }
    if (reaches(statistic, highest, threshold)) {
      return Figure.undefined("not below the threshold at the highest cost looked at");
    }
    double enough = 0;
    double tooMuch = highest;
    while (tooMuch - enough > 1e-12 * highest) {
      double middle = enough + (tooMuch - enough) / 2;
      if (reaches(statistic, middle, threshold)) {
        enough = middle;
      } else {
        tooMuch = middle;
      }
    }
    return Figure.of(enough + (tooMuch - enough) / 2);
  }

  private static boolean reaches(DoubleUnaryOperator statistic, double cost, double threshold) {
    double value = statistic.applyAsDouble(cost);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("statistic is not a number at cost " + cost);
    }
    return value >= threshold;
  }

  private static void require(double[] gross, double[] turnover) {
    if (gross.length != turnover.length) {
      throw new IllegalArgumentException(
          "turnover: %d bars for %d returns".formatted(turnover.length, gross.length));
    }
    Sample.requireFinite(gross, "gross");
    for (double traded : turnover) {
      Sample.requireNotNegative(traded, "turnover");
    }
  }
}
