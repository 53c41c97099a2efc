package milodex.statistics;

/// The probability that the true Sharpe ratio exceeds a benchmark, in two conventions.
///
/// With skewed returns the two differ much: the first is the stricter for negative skew, the second
/// for positive skew. A report shows both; a gate takes the smaller.
///
/// @param atEstimate with the variance at the observed ratio and divisor T − 1 (2012)
/// @param atBenchmark with the variance at the benchmark, under the null, and divisor T (2025)
public record ProbabilisticSharpe(Figure atEstimate, Figure atBenchmark) {

  /// Both conventions, for an autocorrelation of `rho` at lag 1, of which the first knows nothing.
  ///
  /// @throws IllegalArgumentException if `benchmark` is not a number or `rho` is not strictly
  ///     between −1 and 1
  public static ProbabilisticSharpe of(Moments moments, double benchmark, double rho) {
    return new ProbabilisticSharpe(
        atEstimate(moments, benchmark), atBenchmark(moments, benchmark, rho));
  }

  /// The smaller of the two, undefined if one of them is.
  public Figure smaller() {
    return Given.both(atEstimate, atBenchmark, Math::min);
  }

  /// `Φ((SR − SR0)·√(T − 1) / √(1 − g3·SR + (g4 − 1)/4·SR²))` (Bailey and López de Prado, 2012).
  /// Both ratios are per return. Undefined below three returns.
  ///
  /// @throws IllegalArgumentException if `benchmark` is not a number
  public static Figure atEstimate(Moments moments, double benchmark) {
    return withError(moments, StandardError.mertens(moments), benchmark);
  }

  /// `Φ((SR − SR0)/SE)` with any standard error, for example the larger of Mertens' and the HAC
  /// error. Undefined below three returns and for an error of zero.
  ///
  /// @throws IllegalArgumentException if `benchmark` is not a number
  public static Figure withError(Moments moments, Figure standardError, double benchmark) {
    Argument.finite(benchmark, "benchmark");
    if (moments.n() < 3) {
      return Figure.undefined("fewer than three returns");
    }
    return Given.known(
        moments.sharpe(),
        sharpe -> Given.known(standardError, error -> above(sharpe - benchmark, error)));
  }

  /// `Φ((SR − SR0)/√(V(SR0)))`, `V(SR) = [a − b·g3·SR + c·(g4 − 1)/4·SR²]/T` with the terms of an
  /// AR(1) of coefficient `rho`: `a = 1 + 2ρ/(1−ρ)`, `b = 1 + ρ/(1−ρ) + ρ²/(1−ρ²)`,
  /// `c = 1 + 2ρ²/(1−ρ²)` (López de Prado, Lipton and Zoonekynd, 2025). Undefined below three
  /// returns.
  ///
  /// @throws IllegalArgumentException if `benchmark` is not a number or `rho` is not strictly
  ///     between −1 and 1
  public static Figure atBenchmark(Moments moments, double benchmark, double rho) {
    Argument.finite(benchmark, "benchmark");
    return withError(moments, nullError(moments, benchmark, rho), benchmark);
  }

  /// `√(V(sharpe))` of the convention of 2025: the standard error if the true ratio were `sharpe`.
  static Figure nullError(Moments moments, double sharpe, double rho) {
    Argument.autocorrelation(rho, "rho");
    return moments.infer(
        (observed, skew, kurtosis) -> {
          double variance = SharpeVariance.autoregressive(sharpe, skew, kurtosis, rho);
          return variance > 0 && moments.n() > 0
              ? Figure.of(Math.sqrt(variance / moments.n()))
              : Figure.undefined("these moments leave the Sharpe ratio no variance");
        });
  }

  private static Figure above(double excess, double error) {
    return error > 0
        ? Figure.of(Gaussian.cumulative(excess / error))
        : Figure.undefined("the standard error is zero");
  }
}
