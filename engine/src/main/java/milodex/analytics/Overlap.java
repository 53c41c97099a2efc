package milodex.analytics;

import java.util.Arrays;
import milodex.statistics.Figure;

/// What two equity curves have in common.
///
/// @param sessions how many sessions both have
/// @param correlation Pearson's, of their daily returns in those sessions
public record Overlap(int sessions, Figure correlation) {

  /// The overlap of two curves; in which order makes no difference.
  public static Overlap of(EquityCurve one, EquityCurve other) {
    return of(one.session(), one.returns(), other.session(), other.returns());
  }

  /// The overlap of the returns after costs of two trials; in which order makes no difference.
  public static Overlap of(ReturnStreams one, ReturnStreams other) {
    return of(one.session(), one.net(), other.session(), other.net());
  }

  private static Overlap of(
      int[] sessions, double[] returns, int[] otherSessions, double[] otherReturns) {
    double[] shared = new double[returns.length];
    double[] sharedOthers = new double[returns.length];
    int n = 0;
    for (int i = 0; i < returns.length; i++) {
      int at = Arrays.binarySearch(otherSessions, sessions[i]);
      if (at >= 0) {
        shared[n] = returns[i];
        sharedOthers[n] = otherReturns[at];
        n++;
      }
    }
    return new Overlap(n, correlation(Arrays.copyOf(shared, n), Arrays.copyOf(sharedOthers, n)));
  }

  private static Figure correlation(double[] returns, double[] others) {
    if (returns.length < 2) {
      return Figure.undefined("fewer than two common sessions");
    }
    return Returns.vary(returns) && Returns.vary(others)
        ? Figure.of(Returns.correlation(returns, others))
        : Figure.undefined("the returns of one do not vary in the common sessions");
  }
}
