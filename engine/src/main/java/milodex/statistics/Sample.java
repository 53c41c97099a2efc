package milodex.statistics;

import java.util.Arrays;

/// Mean and deviation of a sample, for the functions of this package.
final class Sample {

  /// A deviation below this is rounding, not risk.
  private static final double NO_DEVIATION = 1e-12;

  private Sample() {}

  /// @throws IllegalArgumentException if one of `values` is not finite; it names them `name`
  static void requireFinite(double[] values, String name) {
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(name + " must hold finite numbers only");
    }
  }

  /// @throws IllegalArgumentException if `value` is not finite and above zero; it is named `name`
  static void requirePositive(double value, String name) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be above zero, not " + value);
    }
  }

  /// @throws IllegalArgumentException if `value` is not finite and at least zero; it is named
  ///     `name`
  static void requireNotNegative(double value, String name) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must not be negative, not " + value);
    }
  }

  /// Mean of at least one value, summed as distances from the first: equal values are their mean.
  static double mean(double[] values) {
    double distances = 0;
    for (double value : values) {
      distances += value - values[0];
    }
    return values[0] + distances / values.length;
  }

  /// Sample variance (divisor n − 1) of at least two values.
  static double variance(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }

  /// Sample standard deviation (divisor n − 1) of at least two values.
  static double deviation(double[] values) {
    return Math.sqrt(variance(values));
  }

  /// Whether there are at least two values and they differ by more than rounding.
  static boolean varies(double[] values) {
    return values.length >= 2 && deviation(values) >= NO_DEVIATION;
  }

  /// Mean ÷ sample deviation; undefined below two values and for values that do not vary.
  static Figure sharpe(double[] values) {
    if (values.length < 2) {
      return Figure.undefined("fewer than two returns");
    }
    return varies(values)
        ? Figure.of(mean(values) / deviation(values))
        : Figure.undefined("the returns do not vary");
  }

  /// Standard error of the Sharpe ratio `sharpe` of values that vary:
  /// √((1 − g₃·SR + (g₄ − 1)/4·SR²)/(n − 1)), g₃ and g₄ the population skew and kurtosis.
  static double sharpeError(double[] values, double sharpe) {
    double mean = mean(values);
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double value : values) {
      double distance = value - mean;
      second += distance * distance;
      third += distance * distance * distance;
      fourth += distance * distance * distance * distance;
    }
    double n = values.length;
    double skew = third / n / Math.pow(second / n, 1.5);
    double kurtosis = n * fourth / (second * second);
    double spread = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    return Math.sqrt(Math.max(spread, 0) / (n - 1));
  }

  static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  /// The quantile `share` in `[0, 1]` of at least one value, linear between order statistics:
  /// position (n − 1)·share (Hyndman and Fan 1996, type 7).
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = (sorted.length - 1) * share;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  static double median(double[] values) {
    return quantile(values, 0.5);
  }
}
