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

  private static double[][] resample(Resamples resamples, double[][] centred) {
    double[][] deviations = ResampledSums.of(resamples, centred);
    double scale = 1 / Math.sqrt(resamples.length());
    for (double[] row : deviations) {
      for (int k = 0; k < row.length; k++) {
        row[k] *= scale;
      }
    }
    return deviations;
  }
}
