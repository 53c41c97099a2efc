package milodex.statistics;

import java.util.Arrays;

/// The values of a statistic over the resamples of a series.
///
/// A resample in which the statistic is not known, such as a Sharpe ratio of equal returns, is
/// left out and counted.
public final class BootstrapDistribution {

  private final double[] sorted;
  private final int unknown;

  /// Of values in any order, where NaN is one not known.
  BootstrapDistribution(double[] values) {
    double[] all = values.clone();
    Arrays.sort(all);
    int known = all.length;
    while (known > 0 && Double.isNaN(all[known - 1])) {
      known--;
    }
    this.sorted = Arrays.copyOf(all, known);
    this.unknown = all.length - known;
  }

  /// How many resamples have a value.
  public int count() {
    return sorted.length;
  }

  /// How many resamples have none.
  public int unknown() {
    return unknown;
  }

  /// The values that are known, rising; a copy.
  public double[] values() {
    return sorted.clone();
  }

  /// The order statistic `⌈level · count⌉`, at least the first; undefined if there is no value.
  ///
  /// @throws IllegalArgumentException if `level` is not in [0, 1]
  public Figure quantile(double level) {
    requireLevel(level);
    return sorted.length == 0
        ? Figure.undefined("no resample has a value")
        : Figure.of(sorted[order(level, sorted.length)]);
  }

  /// The deviation of the values, divisor count − 1: the bootstrap's standard error.
  ///
  /// Undefined of fewer than 2 values.
  public Figure standardError() {
    if (sorted.length < 2) {
      return Figure.undefined("fewer than 2 resamples have a value");
    }
    double mean = Series.mean(sorted);
    double sum = 0;
    for (double value : sorted) {
      sum += (value - mean) * (value - mean);
    }
    return Figure.of(Math.sqrt(sum / (sorted.length - 1)));
  }

  /// `(c + 1)/(count + 1)`, `c` the values at or above `value`: the p of a value so large.
  ///
  /// Undefined if there is no value.
  ///
  /// @throws IllegalArgumentException if `value` is not finite
  public Figure shareAtOrAbove(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value is finite, not " + value);
    }
    if (sorted.length == 0) {
      return Figure.undefined("no resample has a value");
    }
    int below = 0;
    while (below < sorted.length && sorted[below] < value) {
      below++;
    }
    return Figure.of((sorted.length - below + 1.0) / (sorted.length + 1.0));
  }

  /// Which of `count` sorted values is the quantile of a level.
  static int order(double level, int count) {
    return Math.clamp((int) Math.ceil(level * count - 1e-9), 1, count) - 1;
  }

  static void requireLevel(double level) {
    if (!(level >= 0 && level <= 1)) {
      throw new IllegalArgumentException("level is from 0 to 1, not " + level);
    }
  }
}
