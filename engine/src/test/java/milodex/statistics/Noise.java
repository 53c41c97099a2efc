package milodex.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import milodex.Seeds;

/// Made-up returns for tests.
final class Noise {

  private Noise() {}

  /// Independent normal returns of deviation 0.01 with a Sharpe ratio per return of `sharpe`.
  static double[] returns(long seed, int n, double sharpe) {
    return returns(Seeds.random(seed), n, sharpe);
  }

  static double[] returns(RandomGenerator random, int n, double sharpe) {
    double[] returns = new double[n];
    for (int i = 0; i < n; i++) {
      returns[i] = 0.01 * (sharpe + random.nextGaussian());
    }
    return returns;
  }

  /// Rows of bars and columns of trials; each trial follows one of `groups`, in turn.
  static double[][] trials(long seed, int bars, int trials, int groups) {
    RandomGenerator random = Seeds.random(seed);
    double[][] rows = new double[bars][trials];
    for (double[] row : rows) {
      double[] common = returns(random, groups, 0);
      for (int j = 0; j < trials; j++) {
        row[j] = common[j % groups] + 0.004 * random.nextGaussian();
      }
    }
    return rows;
  }

  static double[] scaled(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return scaled;
  }

  static double[] constant(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }
}
