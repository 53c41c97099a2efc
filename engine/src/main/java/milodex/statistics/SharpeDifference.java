package milodex.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// Whether two Sharpe ratios of the same bars differ.
///
/// @param difference of the ratios per observation, live minus shadow
/// @param standardError of the difference
/// @param z the difference in standard errors
/// @param p two-sided, from the normal distribution
public record SharpeDifference(Figure difference, Figure standardError, Figure z, Figure p) {

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// The test for independent, jointly normal returns.
  ///
  /// `se² = [2 − 2ρ + (SR₁² + SR₂² − 2 SR₁ SR₂ ρ²) / 2] / n`, with Sharpe ratios of divisor n − 1
  /// (Jobson and Korkie, 1981, corrected by Memmel, 2003). Undefined for fewer than 3 pairs, for a
  /// series that never moves, and for two series that are one.
  ///
  /// @throws IllegalArgumentException if the lengths differ or a return is not finite
  public static SharpeDifference memmel(double[] live, double[] shadow) {
    Pairs pairs = new Pairs(live, shadow);
    if (!testable(pairs)) {
      return untestable(pairs);
    }
    double first = Pairs.mean(live) / Pairs.deviation(live);
    double second = Pairs.mean(shadow) / Pairs.deviation(shadow);
    double rho = pairs.correlation();
    double ratios = first * first + second * second - 2 * first * second * rho * rho;
    return of(first - second, (2 - 2 * rho + ratios / 2) / pairs.size());
  }

  /// The test for returns with fat tails and memory of up to `lag` bars.
  ///
  /// The delta method on `(μ₁, μ₂, E r₁², E r₂²)` with a long-run covariance of Bartlett weights
  /// and population moments (Ledoit and Wolf, 2008). Undefined as [#memmel], and for no more pairs
  /// than the lag.
  ///
  /// @param lag at least 0
  /// @throws IllegalArgumentException if the lengths differ, a return is not finite, or `lag` is
  ///     below 0
  public static SharpeDifference ledoitWolf(double[] live, double[] shadow, int lag) {
    Pairs pairs = new Pairs(live, shadow);
    if (lag < 0) {
      throw new IllegalArgumentException("lag is 0 or above, not " + lag);
    }
    if (!testable(pairs)) {
      return untestable(pairs);
    }
    if (pairs.size() <= lag) {
      return undefined("too few bars");
    }
    double[] first = influence(live);
    double[] second = influence(shadow);
    double[] both = new double[pairs.size()];
    Arrays.setAll(both, i -> first[i] - second[i]);
    return of(
        populationSharpe(live) - populationSharpe(shadow),
        LongRunVariance.bartlett(both, lag) / pairs.size());
  }

  /// What each return adds to its Sharpe ratio: the gradient in the two moments times them.
  private static double[] influence(double[] returns) {
    double mean = Pairs.mean(returns);
    double second = mean * mean + populationVariance(returns);
    double cubed = Math.pow(populationVariance(returns), 1.5);
    return Arrays.stream(returns).map(r -> (second * r - mean * r * r / 2) / cubed).toArray();
  }

  private static double populationSharpe(double[] returns) {
    return Pairs.mean(returns) / Math.sqrt(populationVariance(returns));
  }

  private static double populationVariance(double[] returns) {
    return Pairs.covariance(returns, returns) * (returns.length - 1) / returns.length;
  }

  private static boolean testable(Pairs pairs) {
    return pairs.size() > 2 && pairs.varies(pairs.live()) && pairs.varies(pairs.shadow());
  }

  private static SharpeDifference untestable(Pairs pairs) {
    return undefined(pairs.size() > 2 ? "returns that do not vary" : "too few bars");
  }

  private static SharpeDifference of(double difference, double variance) {
    Figure gap = Finite.figure(difference);
    if (variance < 1e-15) {
      Figure none = Figure.undefined("the two series are one");
      return new SharpeDifference(gap, none, none, none);
    }
    Figure z = Finite.figure(difference / Math.sqrt(variance));
    return new SharpeDifference(
        gap,
        Finite.figure(Math.sqrt(variance)),
        z,
        z.map(x -> 2 * NORMAL.cumulativeProbability(-Math.abs(x))));
  }

  private static SharpeDifference undefined(String why) {
    Figure none = Figure.undefined(why);
    return new SharpeDifference(none, none, none, none);
  }
}
