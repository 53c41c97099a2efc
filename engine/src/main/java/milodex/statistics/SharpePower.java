package milodex.statistics;

/// What a test of a Sharpe ratio can find: its critical value, its power, and its false
/// discoveries.
///
/// In the convention of 2025 (López de Prado, Lipton and Zoonekynd), with the variance of
/// [ProbabilisticSharpe#atBenchmark]. Ratios are per return.
public final class SharpePower {

  private SharpePower() {}

  /// The smallest ratio that is significant at `alpha` against `benchmark`:
  /// `SR_c = SR0 + z_{1−α}·√V(SR0)`.
  ///
  /// @throws IllegalArgumentException if `benchmark` is not a number, `alpha` is not strictly
  ///     between 0 and 1, or `rho` is not strictly between −1 and 1
  public static Figure critical(Moments moments, double benchmark, double alpha, double rho) {
    Argument.finite(benchmark, "benchmark");
    double z = Gaussian.upperQuantile(Argument.fraction(alpha, "alpha"));
    return ProbabilisticSharpe.nullError(moments, benchmark, rho).map(se -> benchmark + z * se);
  }

  /// The probability that a strategy whose true ratio is `alternative` is found significant at
  /// `alpha` against `benchmark`: `1 − Φ((SR_c − SR1)/√V(SR1))`.
  ///
  /// @throws IllegalArgumentException as of [#critical], or if `alternative` is not a number
  public static Figure power(
      Moments moments, double benchmark, double alternative, double alpha, double rho) {
    Argument.finite(alternative, "alternative");
    return Given.both(
        critical(moments, benchmark, alpha, rho),
        ProbabilisticSharpe.nullError(moments, alternative, rho),
        (critical, error) -> Gaussian.upperTail((critical - alternative) / error));
  }

  /// The planned false discovery rate: the share of strategies without skill among those found
  /// significant, `1/(1 + power·p1/(α·(1 − p1)))`, when a share `skilled` = p1 of all tested has
  /// skill.
  ///
  /// @throws IllegalArgumentException if `power` or `skilled` is not from 0 to 1, or if `alpha` is
  ///     not strictly between 0 and 1
  public static double falseDiscoveries(double power, double alpha, double skilled) {
    double found = Argument.probability(power, "power") * Argument.probability(skilled, "skilled");
    double luck = Argument.fraction(alpha, "alpha") * (1 - skilled);
    return luck == 0 ? 0 : luck / (luck + found);
  }

  /// How many days until a true annual Sharpe ratio shows, in a one-sided test at `alpha` with
  /// probability `power`: `((z_{1−α} + z_power)/(SR/√days))²`, for normal and independent returns.
  /// Undefined, and says never, if the ratio is not positive or if power does not exceed `alpha`.
  ///
  /// @throws IllegalArgumentException if a number is out of its range
  public static Figure daysToDetect(
      double annualSharpe, double alpha, double power, int daysPerYear) {
    Argument.finite(annualSharpe, "annualSharpe");
    double z =
        Gaussian.upperQuantile(Argument.fraction(alpha, "alpha"))
            + Gaussian.quantile(Argument.fraction(power, "power"));
    double daily = annualSharpe / Math.sqrt(Argument.atLeast(1, daysPerYear, "daysPerYear"));
    double days = z / daily * (z / daily);
    return annualSharpe > 0 && z > 0 && Double.isFinite(days)
        ? Figure.of(days)
        : Figure.undefined("never: there is nothing to detect");
  }
}
