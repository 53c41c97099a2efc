package milodex.statistics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Counts statistics of chance against the observed one, and keeps their mean and deviation.
final class NullTally {

  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final double ROUNDING = 1e-12;

  private final double observed;
  private final double enough;
  private long atLeast;
  private long draws;
  private double mean;
  private double around;

  /// @param scale the size of what was summed: a sum may be wrong by its trillionth
  NullTally(double observed, double scale) {
    this.observed = observed;
    this.enough = observed - ROUNDING * scale;
  }

  /// The generator of `seed`: the same draws on every machine.
  static RandomGenerator random(long seed) {
    return GENERATORS.create(seed);
  }

  /// @throws IllegalArgumentException if `draws` is below `fewest`
  static void requireDraws(int draws, int fewest) {
    if (draws < fewest) {
      throw new IllegalArgumentException("draws are %d or more, not %d".formatted(fewest, draws));
    }
  }

  /// Adds a statistic of chance (mean and deviation by Welford, 1962).
  void add(double statistic) {
    draws++;
    atLeast += statistic >= enough ? 1 : 0;
    double step = statistic - mean;
    mean += step / draws;
    around += step * (statistic - mean);
  }

  /// The statistics were all there are.
  NullComparison exact() {
    return result(true);
  }

  /// The statistics were drawn.
  NullComparison sampled() {
    return result(false);
  }

  private NullComparison result(boolean exact) {
    return new NullComparison(
        Figure.of(observed),
        atLeast,
        draws,
        exact,
        Figure.of(mean),
        Figure.of(Math.sqrt(around / draws)));
  }
}
