package milodex.statistics;

import java.util.Arrays;

/// What else a strategy's returns could have come to: its own returns in blocks, drawn again.
///
/// The distributions are around the returns' own mean: they say how far luck of order and draw
/// carries a result, not whether there is an edge.
public final class ResampledReturns {

  private final Resamples resamples;
  private final double[] returns;

  private ResampledReturns(Resamples resamples, double[] returns) {
    this.resamples = resamples;
    this.returns = returns;
  }

  /// The returns to draw from, kept as they are now.
  ///
  /// @param returns simple returns of each observation, −1 or more, as many as the resamples take
  /// @throws IllegalArgumentException if a return is not finite or below −1, or there are more or
  ///     fewer than the resamples take
  public static ResampledReturns of(Resamples resamples, double[] returns) {
    resamples.requireLength(returns.length, "returns");
    Series.requireFinite(returns, "returns");
    for (double value : returns) {
      if (value < -1) {
        throw new IllegalArgumentException("returns has a loss of more than all: " + value);
      }
    }
    return new ResampledReturns(resamples, returns.clone());
  }

  /// The mean return of an observation, for each resample.
  public BootstrapDistribution means() {
    return distribution(Series::mean);
  }

  /// The Sharpe ratio of an observation, for each resample; not known where returns are all equal.
  public BootstrapDistribution sharpes() {
    return distribution(ResampledReturns::sharpe);
  }

  /// The largest fall of equity from a peak, as a share of the peak, 0 to 1, for each resample:
  /// `max_t (1 − E_t / max_{s ≤ t} E_s)` with `E_0 = 1` and returns compounded.
  public BootstrapDistribution drawdowns() {
    return distribution(ResampledReturns::drawdown);
  }

  /// Quantiles of equity after each observation, from 1 before the first, returns compounded.
  ///
  /// The band holds each moment by itself at its level, not a whole path.
  ///
  /// @param levels from 0 to 1
  /// @return a row for each level, T values in each; [BootstrapDistribution#quantile] says which
  /// @throws IllegalArgumentException if a level is not in [0, 1]
  public double[][] equityBand(double... levels) {
    for (double level : levels) {
      BootstrapDistribution.requireLevel(level);
    }
    int length = resamples.length();
    int count = resamples.count();
    double[][] equity = new double[length][count];
    double[] drawn = new double[length];
    for (int b = 0; b < count; b++) {
      resamples.resample(b, returns, drawn);
      double value = 1;
      for (int t = 0; t < length; t++) {
        value *= 1 + drawn[t];
        equity[t][b] = value;
      }
    }
    double[][] band = new double[levels.length][length];
    for (int t = 0; t < length; t++) {
      Arrays.sort(equity[t]);
      for (int i = 0; i < levels.length; i++) {
        band[i][t] = equity[t][BootstrapDistribution.order(levels[i], count)];
      }
    }
    return band;
  }

  private interface Statistic {
    double of(double[] returns);
  }

  private BootstrapDistribution distribution(Statistic statistic) {
    double[] values = new double[resamples.count()];
    double[] drawn = new double[resamples.length()];
    for (int b = 0; b < values.length; b++) {
      resamples.resample(b, returns, drawn);
      values[b] = statistic.of(drawn);
    }
    return new BootstrapDistribution(values);
  }

  private static double sharpe(double[] returns) {
    if (returns.length < 2 || Series.isConstant(returns)) {
      return Double.NaN;
    }
    double mean = Series.mean(returns);
    double sum = 0;
    for (double value : returns) {
      sum += (value - mean) * (value - mean);
    }
    return mean / Math.sqrt(sum / (returns.length - 1));
  }

  private static double drawdown(double[] returns) {
    double equity = 1;
    double peak = 1;
    double worst = 0;
    for (double value : returns) {
      equity *= 1 + value;
      peak = Math.max(peak, equity);
      worst = Math.max(worst, 1 - equity / peak);
    }
    return worst;
  }
}
