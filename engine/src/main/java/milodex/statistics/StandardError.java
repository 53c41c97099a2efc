package milodex.statistics;

/// Standard errors of a Sharpe ratio per return, for different beliefs about the returns.
public final class StandardError {

  private StandardError() {}

  /// For normal and independent returns: `√((1 + SR²/2)/T)` (Lo, 2002).
  public static Figure iid(Moments moments) {
    return moments.sharpe().map(sharpe -> Math.sqrt((1 + sharpe * sharpe / 2) / moments.n()));
  }

  /// For independent returns of any shape: `√((1 − g3·SR + (g4 − 1)/4·SR²)/(T − 1))` (Mertens,
  /// 2002; divisor T − 1 of Bailey and López de Prado, 2012). Undefined below two returns.
  public static Figure mertens(Moments moments) {
    return moments.n() < 2
        ? Figure.undefined(Moments.TOO_SHORT)
        : moments.infer(
            (sharpe, skew, kurtosis) ->
                Figure.of(
                    Math.sqrt(
                        SharpeVariance.independent(sharpe, skew, kurtosis) / (moments.n() - 1))));
  }

  /// For returns that may be neither normal nor independent, with the lag of [#automaticLag].
  ///
  /// @throws IllegalArgumentException if a return is not a number
  public static Figure hac(double[] returns) {
    return hac(returns, automaticLag(returns.length));
  }

  /// For returns that may be neither normal nor independent: the long-run variance of the Sharpe
  /// ratio's influence function `(r − m)/s − SR/2·((r − m)²/s² − 1)`, `s` the population deviation,
  /// also in SR, with Bartlett's weights `1 − j/(lags + 1)`, over T (Newey and West, 1987; Lo,
  /// 2002). Undefined if not more returns than lags.
  ///
  /// @throws IllegalArgumentException if a return is not a number or `lags` is negative
  public static Figure hac(double[] returns, int lags) {
    Argument.atLeast(0, lags, "lags");
    Moments moments = Moments.of(returns);
    if (moments.n() <= lags) {
      return Figure.undefined("too few returns for " + lags + " lags");
    }
    return Given.both(
        moments.mean(),
        moments.sharpe(),
        (mean, _) -> Math.sqrt(longRunVariance(influence(returns, mean), lags) / moments.n()));
  }

  /// `⌊4·(T/100)^(2/9)⌋`, at most T − 1 and at least 0 (Newey and West, 1994).
  ///
  /// @throws IllegalArgumentException if `n` is negative
  public static int automaticLag(int n) {
    int lag = (int) Math.floor(4 * Math.pow(Argument.atLeast(0, n, "n") / 100.0, 2.0 / 9));
    return Math.max(0, Math.min(lag, n - 1));
  }

  /// The larger of Mertens' and the HAC error: what a gate uses.
  ///
  /// @throws IllegalArgumentException if a return is not a number
  public static Figure larger(double[] returns) {
    return Given.both(mertens(Moments.of(returns)), hac(returns), Math::max);
  }

  private static double[] influence(double[] returns, double mean) {
    double deviation = Math.sqrt(Autocorrelation.covariance(returns, mean, 0));
    double[] influence = new double[returns.length];
    for (int i = 0; i < returns.length; i++) {
      double z = (returns[i] - mean) / deviation;
      influence[i] = z - mean / deviation / 2 * (z * z - 1);
    }
    return influence;
  }

  private static double longRunVariance(double[] influence, int lags) {
    double sum = Autocorrelation.covariance(influence, 0, 0);
    for (int lag = 1; lag <= lags; lag++) {
      double weight = 1 - lag / (lags + 1.0);
      sum += 2 * weight * Autocorrelation.covariance(influence, 0, lag);
    }
    return Math.max(0, sum);
  }
}
