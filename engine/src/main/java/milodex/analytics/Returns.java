package milodex.analytics;

import milodex.statistics.Figure;

/// Figures of a series of daily returns, the risk-free rate taken as zero.
final class Returns {

  static final double SESSIONS_A_YEAR = 252;
  static final String TOO_SHORT = "fewer than two sessions";

  /// A deviation of daily returns below this is rounding, not risk.
  private static final double NO_DEVIATION = 1e-12;

  private Returns() {}

  static double mean(double[] returns) {
    double sum = 0;
    for (double value : returns) {
      sum += value;
    }
    return sum / returns.length;
  }

  /// Sample covariance (divisor n − 1) of two series of one length, at least two.
  static double covariance(double[] returns, double[] others) {
    double mean = mean(returns);
    double meanOfOthers = mean(others);
    double products = 0;
    for (int i = 0; i < returns.length; i++) {
      products += (returns[i] - mean) * (others[i] - meanOfOthers);
    }
    return products / (returns.length - 1);
  }

  /// Pearson's correlation of two series of one length, each of which varies; in `[-1, 1]`.
  static double correlation(double[] returns, double[] others) {
    double deviations = deviation(returns) * deviation(others);
    return Math.clamp(covariance(returns, others) / deviations, -1.0, 1.0);
  }

  /// Sample standard deviation (divisor n − 1) of at least two returns.
  static double deviation(double[] returns) {
    return Math.sqrt(covariance(returns, returns));
  }

  /// Whether there are at least two returns and they differ by more than rounding.
  static boolean vary(double[] returns) {
    return returns.length >= 2 && deviation(returns) >= NO_DEVIATION;
  }

  /// Total return of the compounded series.
  static double total(double[] returns) {
    double worth = 1;
    for (double value : returns) {
      worth *= 1 + value;
    }
    return worth - 1;
  }

  /// Sample standard deviation × √252.
  static Figure volatility(double[] returns) {
    return returns.length < 2
        ? Figure.undefined(TOO_SHORT)
        : Figure.of(deviation(returns) * Math.sqrt(SESSIONS_A_YEAR));
  }

  /// Mean ÷ sample standard deviation × √252.
  static Figure sharpe(double[] returns) {
    if (!vary(returns)) {
      return Figure.undefined(returns.length < 2 ? TOO_SHORT : "the returns do not vary");
    }
    return Figure.of(mean(returns) / deviation(returns) * Math.sqrt(SESSIONS_A_YEAR));
  }

  /// Mean ÷ downside deviation × √252.
  ///
  /// The downside deviation is the root of the mean, over all sessions, of squared returns below
  /// zero.
  static Figure sortino(double[] returns) {
    if (returns.length < 2) {
      return Figure.undefined(TOO_SHORT);
    }
    double squares = 0;
    for (double value : returns) {
      squares += value < 0 ? value * value : 0;
    }
    double downside = Math.sqrt(squares / returns.length);
    return downside < NO_DEVIATION
        ? Figure.undefined("no session lost")
        : Figure.of(mean(returns) / downside * Math.sqrt(SESSIONS_A_YEAR));
  }
}
