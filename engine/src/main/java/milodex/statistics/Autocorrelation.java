package milodex.statistics;

import java.util.List;
import java.util.stream.IntStream;

/// How much a series resembles its own past.
public final class Autocorrelation {

  private Autocorrelation() {}

  /// The autocorrelation of `values` at `lag`, from −1 to 1:
  /// `Σ (x_t − m)(x_{t+lag} − m) / Σ (x_t − m)²`, the biased estimator (Box and Jenkins, 1970).
  /// Undefined if fewer than `lag + 2` values, or if they do not vary.
  ///
  /// @throws IllegalArgumentException if a value is not a number or `lag` is below 1
  public static Figure at(double[] values, int lag) {
    Argument.atLeast(1, lag, "lag");
    Moments moments = Moments.of(values);
    if (values.length - 2 < lag) {
      return Figure.undefined("too few values for lag " + lag);
    }
    return moments.infer(
        (sharpe, skew, kurtosis) ->
            moments
                .mean()
                .map(mean -> covariance(values, mean, lag) / covariance(values, mean, 0)));
  }

  /// The autocorrelations at lags 1 to `lags`.
  ///
  /// @throws IllegalArgumentException if a value is not a number or `lags` is negative
  public static List<Figure> upTo(int lags, double[] values) {
    Argument.atLeast(0, lags, "lags");
    return IntStream.rangeClosed(1, lags).mapToObj(lag -> at(values, lag)).toList();
  }

  /// `1/n Σ (x_t − mean)(x_{t+lag} − mean)`.
  static double covariance(double[] values, double mean, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < values.length; i++) {
      sum += (values[i] - mean) * (values[i + lag] - mean);
    }
    return sum / values.length;
  }
}
