package milodex.statistics;

/// The exact test of a Sharpe ratio for normal and independent returns.
public final class ExactSharpe {

  private static final int PANELS = 24;

  private ExactSharpe() {}

  /// The one-sided p-value of the observed Sharpe ratio if the true one were `benchmark`, both per
  /// return: `√T·SR` follows a non-central t with T − 1 degrees of freedom and non-centrality
  /// `√T·SR0` (Johnson and Welch, 1940). A cross-check of approximations below some sixty returns;
  /// skew and kurtosis have no part in it. Absolute error below 1e-9.
  ///
  /// @throws IllegalArgumentException if `benchmark` is not a number
  public static Figure pValue(Moments moments, double benchmark) {
    Argument.finite(benchmark, "benchmark");
    if (moments.n() < 2) {
      return Figure.undefined(Moments.TOO_SHORT);
    }
    double root = Math.sqrt(moments.n());
    return moments
        .sharpe()
        .map(sharpe -> upperTail(root * sharpe, root * benchmark, moments.n() - 1.0));
  }

  /// `P((Z + shift)/S >= t)`, S² a chi-square over its `freedom`: the mean of `Φ(shift − t·S)`.
  private static double upperTail(double t, double shift, double freedom) {
    double reach = 13 / Math.sqrt(freedom);
    double low = Math.max(0, 1 - reach);
    double mass = GaussLegendre.integrate(s -> weight(s, freedom), low, 1 + reach, PANELS);
    double above =
        GaussLegendre.integrate(
            s -> weight(s, freedom) * Gaussian.cumulative(shift - t * s), low, 1 + reach, PANELS);
    return Math.clamp(above / mass, 0.0, 1.0);
  }

  /// The density of S, relative to that at 1.
  private static double weight(double s, double freedom) {
    return Math.exp((freedom - 1) * Math.log(s) - freedom * (s * s - 1) / 2);
  }
}
