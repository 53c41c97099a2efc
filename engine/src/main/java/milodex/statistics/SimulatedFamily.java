package milodex.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Families of tests as published strategies have them: the model of Harvey, Liu and Zhu (2016).
///
/// Each test has a mean monthly return of zero with some probability, else an exponential one; its
/// months number 240, its volatility is 15 % a year, and its noise has the same correlation with
/// that of every other. The probability and the exponential's mean depend on that correlation, and
/// are taken between the published ones on a line; beyond 0 and 0.8 they stay as there.
///
/// @param tests in a family, at least 1
/// @param averageCorrelation from −1 to 1; a negative one counts as 0
/// @param families how many are drawn, at least 1; 20 000 give two digits
/// @param seed of the draws
public record SimulatedFamily(int tests, double averageCorrelation, int families, long seed) {

  private static final double STEP = 0.2;
  private static final double[] NO_SKILL = {.39660, .44589, .48604, .59902, .83901};
  private static final double[] MEANS = {.0054995, .0055508, .0055413, .0055512, .0055956};
  private static final double ROOT_MONTHS = Math.sqrt(240);
  private static final double MONTHLY_VOLATILITY = 0.15 / Math.sqrt(12);

  /// @throws IllegalArgumentException if a number is out of its range
  public SimulatedFamily {
    Argument.atLeast(1, tests, "tests");
    Argument.atLeast(1, families, "families");
    if (!(Math.abs(averageCorrelation) <= 1)) {
      throw new IllegalArgumentException(
          "averageCorrelation is " + averageCorrelation + ", and must be from -1 to 1");
    }
  }

  /// The two-sided normal p-values of each family, ascending, one family after the other.
  Stream<double[]> pValues() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return Stream.generate(() -> draw(random)).limit(families);
  }

  private double[] draw(RandomGenerator random) {
    double correlation = Math.max(0, averageCorrelation);
    double common = Math.sqrt(correlation) * random.nextGaussian();
    double own = Math.sqrt(1 - correlation);
    double noSkill = between(NO_SKILL, correlation);
    double mean = between(MEANS, correlation);
    double[] p = new double[tests];
    for (int i = 0; i < tests; i++) {
      double skill = random.nextDouble() < noSkill ? 0 : mean * random.nextExponential();
      double t = skill * ROOT_MONTHS / MONTHLY_VOLATILITY + common + own * random.nextGaussian();
      p[i] = 2 * Gaussian.upperTail(Math.abs(t));
    }
    Arrays.sort(p);
    return p;
  }

  private static double between(double[] published, double correlation) {
    double place = Math.min(correlation / STEP, published.length - 1.0);
    int low = Math.min((int) place, published.length - 2);
    return published[low] + (place - low) * (published[low + 1] - published[low]);
  }
}
