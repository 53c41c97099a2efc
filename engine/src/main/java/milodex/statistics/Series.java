package milodex.statistics;

/// What the functions on a series of numbers share.
final class Series {

  /// A spread this small against the largest value is rounding, and the series is constant.
  static final double ROUNDING = 1e-12;

  private Series() {}

  /// Holds that every value is a number.
  ///
  /// @throws IllegalArgumentException if one is not finite, with the series' `name`
  static void requireFinite(double[] series, String name) {
    for (double value : series) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(name + " has a value that is not finite: " + value);
      }
    }
  }

  static double mean(double[] series) {
    double sum = 0;
    for (double value : series) {
      sum += value;
    }
    double mean = sum / series.length;
    double rest = 0;
    for (double value : series) {
      rest += value - mean;
    }
    return mean + rest / series.length;
  }

  /// The largest absolute value; 0 of an empty series.
  static double largest(double[] series) {
    double largest = 0;
    for (double value : series) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /// The series less its mean; holds that every value is a number.
  static double[] centred(double[] series, String name) {
    requireFinite(series, name);
    double mean = mean(series);
    double[] centred = new double[series.length];
    for (int t = 0; t < centred.length; t++) {
      centred[t] = series[t] - mean;
    }
    return centred;
  }

  /// Whether the values differ by no more than rounding.
  static boolean isConstant(double[] series) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : series) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return !(high - low > ROUNDING * largest(series));
  }

  /// The autocovariances of a centred series at the lags 0 to `lags`, each with the divisor n.
  static double[] autocovariances(double[] centred, int lags) {
    int n = centred.length;
    double[] covariances = new double[lags + 1];
    for (int k = 0; k <= lags; k++) {
      double sum = 0;
      for (int t = k; t < n; t++) {
        sum += centred[t] * centred[t - k];
      }
      covariances[k] = sum / n;
    }
    return covariances;
  }
}
