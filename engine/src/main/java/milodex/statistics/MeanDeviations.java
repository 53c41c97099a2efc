package milodex.statistics;

import java.util.Arrays;

/// How far the means of trials stray from themselves under one bootstrap of their rows: what the
/// reality check, the SPA test and StepM are read from.
///
/// Column `k` holds trial `k` less its benchmark, more is better. All columns take the same
/// resamples. A column that does not vary, `ω_k = 0`, is excluded and counted. `ω_k` is the exact
/// deviation of the bootstrap mean times √T, see [StationaryBootstrap#longRunVariance].
public final class MeanDeviations {

  /// The fewest rows: below, the `ln ln T` of the SPA test is not above 0.
  public static final int FEWEST = 3;

  private static final int TILE = 8;

  private final int trials;
  private final int length;
  private final int[] used;
  private final double[] means;
  private final double[] omegas;
  private final double[][] deviations;

  private MeanDeviations(
      int trials, int length, int[] used, double[] means, double[] omegas, double[][] deviations) {
    this.trials = trials;
    this.length = length;
    this.used = used;
    this.means = means;
    this.omegas = omegas;
    this.deviations = deviations;
  }

  /// Resamples the rows of `columns`.
  ///
  /// @param columns one for each trial of the family, survivors and others, T values in each
  /// @throws IllegalArgumentException if a column has another length than the resamples, or a
  ///     value that is not finite
  public static MeanDeviations of(Resamples resamples, double[][] columns) {
    int length = resamples.length();
    int[] used = new int[columns.length];
    double[] means = new double[columns.length];
    double[] omegas = new double[columns.length];
    double[][] centred = new double[columns.length][];
    int count = 0;
    for (int k = 0; k < columns.length; k++) {
      resamples.requireLength(columns[k].length, "columns");
      double[] column = Series.centred(columns[k], "columns");
      double variance = StationaryBootstrap.varianceOfCentred(column, resamples.meanBlock());
      double omega = Math.sqrt(variance);
      if (omega > Series.ROUNDING * Series.largest(columns[k])) {
        used[count] = k;
        means[count] = Series.mean(columns[k]);
        omegas[count] = omega;
        centred[count++] = column;
      }
    }
    return new MeanDeviations(
        columns.length,
        length,
        Arrays.copyOf(used, count),
        Arrays.copyOf(means, count),
        Arrays.copyOf(omegas, count),
        resample(resamples, Arrays.copyOf(centred, count)));
  }

  /// K, the columns handed in.
  public int trials() {
    return trials;
  }

  /// How many columns were left out because they do not vary.
  public int excluded() {
    return trials - used.length;
  }

  /// B, how many resamples were drawn.
  public int count() {
    return deviations.length;
  }

  /// T, the rows.
  int length() {
    return length;
  }

  /// The numbers of the columns that vary, ascending. To be read only, like all arrays here.
  int[] used() {
    return used;
  }

  /// The mean of each used column.
  double[] means() {
    return means;
  }

  /// `ω` of each used column, above 0.
  double[] omegas() {
    return omegas;
  }

  /// `√T·(mean* − mean)` of each used column, a row for each resample.
  double[][] deviations() {
    return deviations;
  }

  /// What each deviation is divided by: `ω`, or 1.
  double[] scales(Scale scale) {
    double[] scales = omegas.clone();
    if (scale == Scale.RAW) {
      Arrays.fill(scales, 1);
    }
    return scales;
  }

  /// `√T·mean` of each used column by its scale.
  double[] statistics(Scale scale) {
    double[] scales = scales(scale);
    double[] statistics = new double[used.length];
    for (int k = 0; k < statistics.length; k++) {
      statistics[k] = Math.sqrt(length) * means[k] / scales[k];
    }
    return statistics;
  }

  /// Why nothing can be said, or empty.
  String missing() {
    if (length < FEWEST) {
      return "fewer than " + FEWEST + " observations";
    }
    return used.length == 0 ? "no trial varies" : "";
  }

  /// A block's sum is the difference of two running sums. Those of a tile of columns lie side by
  /// side, so that one fetch from memory serves the whole tile; as the columns are centred, the
  /// sum of a whole turn is 0 and a block may pass the end.
  private static double[][] resample(Resamples resamples, double[][] centred) {
    double[][] deviations = new double[resamples.count()][centred.length];
    double[] sums = new double[resamples.length() * TILE];
    double[] tile = new double[TILE];
    double scale = 1 / Math.sqrt(resamples.length());
    for (int first = 0; first < centred.length; first += TILE) {
      int width = Math.min(TILE, centred.length - first);
      accumulate(centred, first, width, sums);
      for (int b = 0; b < deviations.length; b++) {
        sumBlocks(resamples, b, sums, tile);
        for (int k = 0; k < width; k++) {
          deviations[b][first + k] = tile[k] * scale;
        }
      }
    }
    return deviations;
  }

  private static void accumulate(double[][] centred, int first, int width, double[] sums) {
    Arrays.fill(sums, 0);
    for (int k = 0; k < width; k++) {
      double[] column = centred[first + k];
      double sum = 0;
      for (int t = 0; t < column.length; t++) {
        sums[t * TILE + k] = sum;
        sum += column[t];
      }
    }
  }

  private static void sumBlocks(Resamples resamples, int resample, double[] sums, double[] into) {
    int[] starts = resamples.starts();
    int[] ends = resamples.ends();
    int last = resamples.firstBlock(resample + 1);
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int block = resamples.firstBlock(resample); block < last; block++) {
      int start = starts[block] * TILE;
      int end = ends[block] * TILE;
      s0 += sums[end] - sums[start];
      s1 += sums[end + 1] - sums[start + 1];
      s2 += sums[end + 2] - sums[start + 2];
      s3 += sums[end + 3] - sums[start + 3];
      s4 += sums[end + 4] - sums[start + 4];
      s5 += sums[end + 5] - sums[start + 5];
      s6 += sums[end + 6] - sums[start + 6];
      s7 += sums[end + 7] - sums[start + 7];
    }
    into[0] = s0;
    into[1] = s1;
    into[2] = s2;
    into[3] = s3;
    into[4] = s4;
    into[5] = s5;
    into[6] = s6;
    into[7] = s7;
  }
}
