package milodex.analytics;

import milodex.statistics.Figure;

/// How daily returns stand against those of a benchmark over the same sessions.
///
/// @param benchmarkReturn total return of the benchmark
/// @param excessReturn total return less that of the benchmark
/// @param beta covariance ÷ variance of the benchmark
/// @param alpha (mean − beta × mean of the benchmark) × 252, the risk-free rate zero
/// @param correlation Pearson's, in `[-1, 1]`
/// @param informationRatio mean ÷ sample standard deviation of the daily differences, × √252
public record BenchmarkComparison(
    Figure benchmarkReturn,
    Figure excessReturn,
    Figure beta,
    Figure alpha,
    Figure correlation,
    Figure informationRatio) {

  private static final String STILL_BENCHMARK = "the benchmark does not vary";

  /// Compares two series of daily returns, session by session.
  ///
  /// @throws IllegalArgumentException if they differ in length
  public static BenchmarkComparison of(double[] returns, double[] benchmark) {
    if (returns.length != benchmark.length) {
      throw new IllegalArgumentException(
          "%d sessions cannot be compared with a benchmark of %d"
              .formatted(returns.length, benchmark.length));
    }
    if (returns.length < 2) {
      return undefined(Returns.TOO_SHORT);
    }
    double total = Returns.total(benchmark);
    Figure beta = beta(returns, benchmark);
    return new BenchmarkComparison(
        Figure.of(total),
        Figure.of(Returns.total(returns) - total),
        beta,
        beta.map(slope -> alpha(returns, benchmark, slope)),
        correlation(returns, benchmark),
        informationRatio(returns, benchmark));
  }

  /// A comparison that cannot be made, and why.
  public static BenchmarkComparison undefined(String why) {
    Figure none = Figure.undefined(why);
    return new BenchmarkComparison(none, none, none, none, none, none);
  }

  private static Figure beta(double[] returns, double[] benchmark) {
    if (!Returns.vary(benchmark)) {
      return Figure.undefined(STILL_BENCHMARK);
    }
    double variance = Returns.covariance(benchmark, benchmark);
    return Figure.of(Returns.covariance(returns, benchmark) / variance);
  }

  private static double alpha(double[] returns, double[] benchmark, double beta) {
    double daily = Returns.mean(returns) - beta * Returns.mean(benchmark);
    return daily * Returns.SESSIONS_A_YEAR;
  }

  private static Figure correlation(double[] returns, double[] benchmark) {
    if (!Returns.vary(benchmark)) {
      return Figure.undefined(STILL_BENCHMARK);
    }
    if (!Returns.vary(returns)) {
      return Figure.undefined("the returns do not vary");
    }
    return Figure.of(Returns.correlation(returns, benchmark));
  }

  private static Figure informationRatio(double[] returns, double[] benchmark) {
    double[] differences = new double[returns.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = returns[i] - benchmark[i];
    }
    return Returns.vary(differences)
        ? Returns.sharpe(differences)
        : Figure.undefined("the difference to the benchmark does not vary");
  }
}
