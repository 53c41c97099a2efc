package milodex.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import milodex.Seeds;

/// Trials and resamples for the tests of many trials at once.
final class SpaFixture {

  private SpaFixture() {}

  /// The trials of a vector, with the constants it adds.
  static double[][] columns(String id) {
    double[][] rows = Vectors.matrix("spa_excess_a.csv", 1, 0);
    double[] added = Vectors.doubles(Vectors.inputs(id).get("add_to_columns"));
    double[][] columns = new double[added.length][rows.length];
    for (int k = 0; k < added.length; k++) {
      for (int t = 0; t < rows.length; t++) {
        columns[k][t] = rows[t][k] + added[k];
      }
    }
    return columns;
  }

  /// The resamples that the vectors state.
  static Resamples resamples(String id) {
    double[][] rows = Vectors.matrix("spa_index_a.csv", 0, 0);
    int[][] indices = new int[rows.length][];
    for (int b = 0; b < rows.length; b++) {
      indices[b] = Arrays.stream(rows[b]).mapToInt(index -> (int) index).toArray();
    }
    double block = Vectors.inputs(id).get("mean_block_for_variance").asDouble();
    return Resamples.of(indices, block);
  }

  /// Noise in percent, the first column with `edge` on top.
  static double[][] noise(int trials, int length, double edge, long seed) {
    RandomGenerator random = Seeds.random(seed);
    double[][] columns = new double[trials][length];
    for (int k = 0; k < trials; k++) {
      for (int t = 0; t < length; t++) {
        columns[k][t] = 0.01 * random.nextGaussian() + (k == 0 ? edge : 0);
      }
    }
    return columns;
  }

  /// `columns` with one more.
  static double[][] and(double[][] columns, double[] another) {
    double[][] more = Arrays.copyOf(columns, columns.length + 1);
    more[columns.length] = another;
    return more;
  }
}
