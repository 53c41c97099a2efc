package milodex.statistics;

/// How long the blocks of a bootstrap must be to carry the dependence of a series.
///
/// The automatic choice of Politis and White (2004), as corrected by Patton, Politis and White
/// (2009): `b = (2G² / D)^(1/3) · n^(1/3)` with `G = 2 Σ h(k/M)·k·R_k`,
/// `g = R_0 + 2 Σ h(k/M)·R_k` over `k = 1..M`, `D = 2g²` for the stationary and `4g²/3` for the
/// circular bootstrap, `R_k` the autocovariances (divisor n), and the flat-top window `h(s) = 1`
/// below ½, else `2(1 − s)`. `M = min(2m, m_max)`, `m_max = ⌈√n⌉ + K`, `K = max(5, ⌈log10 n⌉)`;
/// `m` is read from the first `K` autocorrelations in a row inside `±2·√(log10(n)/n)`, see [Rule],
/// and is the last significant lag where no such row is.
///
/// Lengths are means, in observations, at least 1 and at most `⌈min(3√n, n/3)⌉`.
public final class BlockLength {

  /// The fewest observations a block length is estimated from.
  public static final int FEWEST = 10;

  /// Which lag is `m`.
  public enum Rule {
    /// The first lag of the insignificant row: what published packages take, and the longer one.
    FIRST_INSIGNIFICANT,
    /// The lag before that row, at least 1: the wording of the paper.
    LITERAL
  }

  private BlockLength() {}

  /// The mean block of a stationary bootstrap of `series`, by [Rule#FIRST_INSIGNIFICANT].
  ///
  /// Undefined if there are fewer than [#FEWEST] observations or all are equal.
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static Figure stationary(double[] series) {
    return stationary(series, Rule.FIRST_INSIGNIFICANT);
  }

  /// The mean block of a stationary bootstrap of `series`, by the rule chosen.
  ///
  /// Undefined if there are fewer than [#FEWEST] observations or all are equal.
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static Figure stationary(double[] series, Rule rule) {
    return length(series, rule, 2);
  }

  /// The block of a circular bootstrap of `series`, by the rule chosen.
  ///
  /// Undefined if there are fewer than [#FEWEST] observations or all are equal.
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static Figure circular(double[] series, Rule rule) {
    return length(series, rule, 4 / 3.0);
  }

  /// The mean block for what depends on volatility, such as a drawdown or a Sharpe ratio: the
  /// larger of the stationary blocks of `returns` and of their absolute values.
  ///
  /// Undefined where the block of `returns` is; returns that are all of one size count alone.
  ///
  /// @throws IllegalArgumentException if a value is not finite
  public static Figure forDrawdown(double[] returns) {
    double[] sizes = new double[returns.length];
    for (int t = 0; t < sizes.length; t++) {
      sizes[t] = Math.abs(returns[t]);
    }
    return switch (stationary(sizes)) {
      case Figure.Known(double ofSizes) ->
          stationary(returns).map(ofReturns -> Math.max(ofReturns, ofSizes));
      case Figure.Undefined _ -> stationary(returns);
    };
  }

  /// The best mean block of a stationary bootstrap of `n` values of an AR(1) with coefficient
  /// `rho`: `(2ρ/(1 − ρ²))^(2/3) · n^(1/3)` (Patton, Politis and White, 2009). Not held to 1.
  ///
  /// @throws IllegalArgumentException if `rho` is not in (−1, 1) or `n` is below 1
  public static double ofAutoregression(double rho, int n) {
    if (!(Math.abs(rho) < 1)) {
      throw new IllegalArgumentException("rho is between -1 and 1, not " + rho);
    }
    if (n < 1) {
      throw new IllegalArgumentException("n is at least 1, not " + n);
    }
    double slope = 2 * rho / (1 - rho * rho);
    return Math.cbrt(slope * slope * n);
  }

  private static Figure length(double[] series, Rule rule, double factor) {
    double[] centred = Series.centred(series, "series");
    int n = centred.length;
    if (n < FEWEST) {
      return Figure.undefined("fewer than " + FEWEST + " observations");
    }
    if (Series.isConstant(series)) {
      return Figure.undefined("all observations are equal");
    }
    int row = Math.max(5, (int) Math.ceil(Math.log10(n)));
    int lags = Math.min(n - 1, (int) Math.ceil(Math.sqrt(n)) + row);
    double[] covariances = Series.autocovariances(centred, lags);
    int window = Math.min(2 * lag(covariances, n, row, rule), lags);
    double bent = 0;
    double flat = covariances[0];
    for (int k = 1; k <= window; k++) {
      double weight = 2 * window(k / (double) window) * covariances[k];
      bent += weight * k;
      flat += weight;
    }
    double longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
    double length = Math.cbrt(2 * bent * bent / (factor * flat * flat) * n);
    return Figure.of(Double.isNaN(length) ? longest : Math.clamp(length, 1, longest));
  }

  private static int lag(double[] covariances, int n, int row, Rule rule) {
    double band = 2 * Math.sqrt(Math.log10(n) / n) * covariances[0];
    int last = 0;
    for (int k = 1; k < covariances.length; k++) {
      if (Math.abs(covariances[k]) >= band) {
        last = k;
      } else if (k - last == row) {
        return rule == Rule.LITERAL ? Math.max(1, last) : last + 1;
      }
    }
    return Math.max(1, last);
  }

  private static double window(double share) {
    return share < 0.5 ? 1 : 2 * (1 - share);
  }
}
