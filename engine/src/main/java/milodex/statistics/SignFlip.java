package milodex.statistics;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/// Whether results are larger than with random signs: magnitudes kept, signs flipped.
///
/// The statistic is the sum. The null is that each result is symmetric around zero (Fisher, 1935).
public final class SignFlip {

  /// More results than these have too many signs to try all.
  public static final int MOST_RESULTS = 24;

  private SignFlip() {}

  /// All 2ⁿ signs of the results of n trades, the observed ones among them; undefined of none.
  ///
  /// @throws IllegalArgumentException if there are more than [#MOST_RESULTS], or one is not finite
  public static NullComparison exact(double[] results) {
    Matrices.requireFinite("results", results);
    if (results.length > MOST_RESULTS) {
      throw new IllegalArgumentException(
          "results are at most %d, not %d".formatted(MOST_RESULTS, results.length));
    }
    if (results.length == 0) {
      return NullComparison.undefined("no trades");
    }
    double[] first = sums(results, 0, results.length / 2);
    double[] second = sums(results, results.length / 2, results.length);
    NullTally tally = tally(results);
    for (double left : first) {
      for (double right : second) {
        tally.add(left + right);
      }
    }
    return tally.exact();
  }

  /// `draws` random signs of the results of any number of trades; undefined of none.
  ///
  /// @throws IllegalArgumentException if there are no draws, or a result is not finite
  public static NullComparison sampled(double[] results, int draws, long seed) {
    Matrices.requireFinite("results", results);
    NullTally.requireDraws(draws, 1);
    if (results.length == 0) {
      return NullComparison.undefined("no trades");
    }
    RandomGenerator random = NullTally.random(seed);
    NullTally tally = tally(results);
    for (int draw = 0; draw < draws; draw++) {
      tally.add(flipped(results, random));
    }
    return tally.sampled();
  }

  private static NullTally tally(double[] results) {
    double sum = 0;
    for (double result : results) {
      sum += result;
    }
    return new NullTally(sum, DoubleStream.of(results).map(Math::abs).sum());
  }

  // The sums of the results in [from, to) under each choice of their signs.
  private static double[] sums(double[] results, int from, int to) {
    double[] sums = new double[1 << (to - from)];
    for (int at = from, filled = 1; at < to; at++, filled *= 2) {
      for (int i = 0; i < filled; i++) {
        sums[filled + i] = sums[i] - results[at];
        sums[i] += results[at];
      }
    }
    return sums;
  }

  private static double flipped(double[] results, RandomGenerator random) {
    double sum = 0;
    long signs = 0;
    for (int at = 0; at < results.length; at++) {
      signs = at % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
      sum += (signs & 1) == 0 ? results[at] : -results[at];
    }
    return sum;
  }
}
