package milodex.statistics;

/// The minimum track record length: how many returns until a Sharpe ratio convinces.
///
/// In returns, not whole; years are returns over returns per year. The answer is undefined, and
/// says never, when the Sharpe ratio does not exceed the benchmark.
public final class MinTrackRecord {

  private static final String NEVER = "never: the Sharpe ratio does not exceed the benchmark";

  private MinTrackRecord() {}

  /// `1 + (1 − g3·SR + (g4 − 1)/4·SR²)·(z/(SR − SR0))²` (Bailey and López de Prado, 2012). The
  /// count of returns in `moments` has no part in it.
  ///
  /// @throws IllegalArgumentException if `benchmark` is not a number, or if `confidence` is not
  ///     above 0.5 and below 1
  public static Figure atEstimate(Moments moments, double benchmark, double confidence) {
    Figure share = share(moments, benchmark, confidence);
    Figure variance =
        moments.infer((sr, skew, kurt) -> Figure.of(SharpeVariance.independent(sr, skew, kurt)));
    return Given.both(share, variance, (s, v) -> 1 + v * s);
  }

  /// `T·V(SR0)·(z/(SR − SR0))²`, the variance of [ProbabilisticSharpe#atBenchmark] (López de
  /// Prado, Lipton and Zoonekynd, 2025).
  ///
  /// @throws IllegalArgumentException if `benchmark` is not a number, `confidence` is not above 0.5
  ///     and below 1, or `rho` is not strictly between −1 and 1
  public static Figure atBenchmark(
      Moments moments, double benchmark, double confidence, double rho) {
    Figure share = share(moments, benchmark, confidence);
    Figure error = ProbabilisticSharpe.nullError(moments, benchmark, rho);
    return Given.both(share, error, (s, e) -> moments.n() * e * e * s);
  }

  /// `(z/(SR − SR0))²`.
  private static Figure share(Moments moments, double benchmark, double confidence) {
    Argument.finite(benchmark, "benchmark");
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence is " + confidence + ", and must be above 0.5 and below 1");
    }
    double z = Gaussian.upperQuantile(1 - confidence);
    return Given.known(
        moments.sharpe(),
        sharpe -> {
          double share = z / (sharpe - benchmark) * (z / (sharpe - benchmark));
          return sharpe > benchmark && Double.isFinite(share)
              ? Figure.of(share)
              : Figure.undefined(NEVER);
        });
  }
}
