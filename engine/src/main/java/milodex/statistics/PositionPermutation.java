package milodex.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Whether positions meet the better bars: the returns are put in random order under them.
///
/// The statistic is the sum of position × return. Positions, exposure and the distribution of
/// returns are kept, the order of returns is not (Aronson, 2006); see [CircularShift] for one that
/// keeps it. The null mean is `bars × mean position × mean return`: what the exposure alone earns,
/// so a long bias in a rising market is no skill here.
public final class PositionPermutation {

  /// More bars than these have too many orders to try all.
  public static final int MOST_BARS = 11;

  private PositionPermutation() {}

  /// All orders of the returns, the observed one among them; undefined of fewer than two bars.
  ///
  /// @param positions held over each bar, in any unit, short below zero
  /// @param returns of each bar
  /// @throws IllegalArgumentException if lengths differ, if there are more than [#MOST_BARS], or if
  ///     a number is not finite
  public static NullComparison exact(double[] positions, double[] returns) {
    requirePairs(positions, returns);
    if (returns.length > MOST_BARS) {
      throw new IllegalArgumentException(
          "returns are at most %d, not %d".formatted(MOST_BARS, returns.length));
    }
    if (returns.length < 2) {
      return NullComparison.undefined("fewer than two bars");
    }
    NullTally tally = tally(positions, returns);
    enumerate(positions, returns.clone(), 0, 0, tally);
    return tally.exact();
  }

  /// `draws` random orders of the returns; undefined of fewer than two bars.
  ///
  /// @throws IllegalArgumentException if lengths differ, if there are no draws, or if a number is
  ///     not finite
  public static NullComparison sampled(double[] positions, double[] returns, int draws, long seed) {
    requirePairs(positions, returns);
    NullTally.requireDraws(draws, 1);
    if (returns.length < 2) {
      return NullComparison.undefined("fewer than two bars");
    }
    RandomGenerator random = NullTally.random(seed);
    NullTally tally = tally(positions, returns);
    double[] order = returns.clone();
    for (int draw = 0; draw < draws; draw++) {
      tally.add(shuffled(positions, order, random));
    }
    return tally.sampled();
  }

  private static void requirePairs(double[] positions, double[] returns) {
    Matrices.requireFinite("positions", positions);
    Matrices.requireFinite("returns", returns);
    if (positions.length != returns.length) {
      throw new IllegalArgumentException(
          "positions are %d and returns %d".formatted(positions.length, returns.length));
    }
  }

  private static NullTally tally(double[] positions, double[] returns) {
    double sum = 0;
    for (int bar = 0; bar < returns.length; bar++) {
      sum += positions[bar] * returns[bar];
    }
    double largest = Arrays.stream(positions).map(Math::abs).max().orElse(0);
    return new NullTally(sum, largest * Arrays.stream(returns).map(Math::abs).sum());
  }

  private static void enumerate(
      double[] positions, double[] order, int bar, double sum, NullTally tally) {
    if (bar == order.length) {
      tally.add(sum);
      return;
    }
    for (int other = bar; other < order.length; other++) {
      swap(order, bar, other);
      enumerate(positions, order, bar + 1, sum + positions[bar] * order[bar], tally);
      swap(order, bar, other);
    }
  }

  private static double shuffled(double[] positions, double[] order, RandomGenerator random) {
    double sum = 0;
    for (int bar = order.length - 1; bar >= 0; bar--) {
      swap(order, bar, random.nextInt(bar + 1));
      sum += positions[bar] * order[bar];
    }
    return sum;
  }

  private static void swap(double[] values, int left, int right) {
    double value = values[left];
    values[left] = values[right];
    values[right] = value;
  }
}
