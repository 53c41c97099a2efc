package milodex.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// How many independent trials so many correlated ones are worth, by four estimators.
///
/// Each lies from 1 to the count of trials. A trial that does not vary has no correlation, and
/// counts as one of its own. All are undefined below three bars; then every trial counts in full.
///
/// @param trials the count of columns
/// @param averageCorrelation ρ, the mean of the upper triangle of the correlation matrix
/// @param byAverage `ρ + (1 − ρ)·M` (Bailey and López de Prado, 2014)
/// @param entropyRank `exp(−Σ p·ln p)`, p the eigenvalues of the correlation matrix over their sum
///     (Roy and Vetterli, 2007)
/// @param participation `1 / Σ p²`, the participation ratio of the same
/// @param clusters the number of clusters of [TrialClusters]
public record EffectiveTrials(
    int trials,
    Figure averageCorrelation,
    Figure byAverage,
    Figure entropyRank,
    Figure participation,
    Figure clusters) {

  private static final String TOO_SHORT = "fewer than three bars";

  /// Costs O(M²·T + M³) and the clustering for M trials over T bars.
  ///
  /// @param trials returns, a row for each bar and a column for each trial
  /// @param seed of the clustering
  /// @throws IllegalArgumentException if there is no trial, rows differ in length or a return is
  ///     not a number
  public static EffectiveTrials of(double[][] trials, long seed) {
    double[][] columns = Columns.of(trials);
    if (trials.length < 3) {
      Figure none = Figure.undefined(TOO_SHORT);
      return new EffectiveTrials(columns.length, none, none, none, none, none);
    }
    List<double[]> varying = Columns.varying(columns);
    int flat = columns.length - varying.size();
    Estimate estimate = new Estimate(varying, flat, columns.length);
    return new EffectiveTrials(
        columns.length,
        varying.size() < 2
            ? Figure.undefined("fewer than two trials vary")
            : Figure.of(CorrelationMatrix.among(varying).average()),
        estimate.by(c -> c.average() + (1 - c.average()) * c.size()),
        estimate.by(c -> Math.exp(Arrays.stream(c.shares()).map(EffectiveTrials::entropy).sum())),
        estimate.by(c -> 1 / Arrays.stream(c.shares()).map(p -> p * p).sum()),
        Figure.of(TrialClusters.of(trials, seed).count()));
  }

  /// The smallest of the estimates.
  public double lowest() {
    return estimates().min().orElse(trials);
  }

  /// The largest of the estimates: what a gate uses.
  public double highest() {
    return estimates().max().orElse(trials);
  }

  private DoubleStream estimates() {
    return Arrays.stream(Figure.known(Stream.of(byAverage, entropyRank, participation, clusters)));
  }

  private static double entropy(double share) {
    return share > 0 ? -share * Math.log(share) : 0;
  }

  private record Estimate(List<double[]> varying, int flat, int trials) {

    Figure by(ToDoubleFunction<CorrelationMatrix> estimator) {
      double some =
          varying.size() < 2
              ? varying.size()
              : estimator.applyAsDouble(CorrelationMatrix.among(varying));
      return Figure.of(Math.clamp(some + flat, 1.0, trials));
    }
  }
}
