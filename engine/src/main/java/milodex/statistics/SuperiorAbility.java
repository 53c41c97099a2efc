package milodex.statistics;

/// Whether the best of many trials beats its benchmark by more than the best of as many without
/// any edge would: White's reality check (2000) and Hansen's test of superior predictive ability
/// (2005). The null of both is that no trial is better than its benchmark.
///
/// The p-values are `(c + 1)/(B + 1)`, `c` the resamples whose maximum is strictly above the
/// statistic, so never below `1/(B + 1)`. The statistics leave out trials that do not vary.
///
/// @param trials K, all columns handed in
/// @param excluded those left out because they do not vary
/// @param realityCheck White's p: `max_k √T·mean_k` against `max_k √T·(mean*_k − mean_k)`
/// @param studentised Hansen's test with each mean divided by its `ω_k`: the one to decide by
/// @param raw Hansen's test of the means themselves
public record SuperiorAbility(
    int trials, int excluded, Figure realityCheck, Test studentised, Test raw) {

  /// One test by each of three null distributions: `max_k √T·(mean*_k − g_k)`.
  ///
  /// @param statistic `max(0, max_k √T·mean_k)`, each mean by its scale
  /// @param lower p with `g_k = max(mean_k, 0)`: the most lenient
  /// @param consistent p with `g_k = mean_k` if `√T·mean_k/ω_k ≥ −√(2 ln ln T)`, else 0
  /// @param upper p with `g_k = mean_k`: the strictest
  public record Test(Figure statistic, Figure lower, Figure consistent, Figure upper) {}

  /// Tests the best of `columns`; see [MeanDeviations#of].
  ///
  /// @throws IllegalArgumentException if a column has another length than the resamples, or a
  ///     value that is not finite
  public static SuperiorAbility of(Resamples resamples, double[][] columns) {
    return of(MeanDeviations.of(resamples, columns));
  }

  /// Tests the best of the trials resampled.
  ///
  /// Undefined in every figure if no trial varies or there are fewer than
  /// [MeanDeviations#FEWEST] rows.
  public static SuperiorAbility of(MeanDeviations bootstrap) {
    return new SuperiorAbility(
        bootstrap.trials(),
        bootstrap.excluded(),
        realityCheck(bootstrap),
        test(bootstrap, Scale.STUDENTISED),
        test(bootstrap, Scale.RAW));
  }

  private static Figure realityCheck(MeanDeviations bootstrap) {
    if (!bootstrap.missing().isEmpty()) {
      return Figure.undefined(bootstrap.missing());
    }
    double[] scales = bootstrap.scales(Scale.RAW);
    double best = largest(bootstrap.statistics(Scale.RAW));
    return share(bootstrap, scales, new double[scales.length], best);
  }

  private static Test test(MeanDeviations bootstrap, Scale scale) {
    if (!bootstrap.missing().isEmpty()) {
      Figure none = Figure.undefined(bootstrap.missing());
      return new Test(none, none, none, none);
    }
    double[] scales = bootstrap.scales(scale);
    double[] statistics = bootstrap.statistics(scale);
    double[] students = bootstrap.statistics(Scale.STUDENTISED);
    double best = Math.max(0, largest(statistics));
    double poor = -Math.sqrt(2 * Math.log(Math.log(bootstrap.length())));
    double[] lower = new double[scales.length];
    double[] consistent = new double[scales.length];
    for (int k = 0; k < scales.length; k++) {
      lower[k] = Math.min(0, statistics[k]);
      consistent[k] = students[k] >= poor ? 0 : statistics[k];
    }
    return new Test(
        Figure.of(best),
        share(bootstrap, scales, lower, best),
        share(bootstrap, scales, consistent, best),
        share(bootstrap, scales, new double[scales.length], best));
  }

  /// p of `best` where each deviation is moved by `shifts`.
  private static Figure share(
      MeanDeviations bootstrap, double[] scales, double[] shifts, double best) {
    int above = 0;
    for (double[] row : bootstrap.deviations()) {
      for (int k = 0; k < row.length; k++) {
        if (row[k] / scales[k] + shifts[k] > best) {
          above++;
          break;
        }
      }
    }
    return Figure.of((above + 1.0) / (bootstrap.count() + 1.0));
  }

  private static double largest(double[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }
}
