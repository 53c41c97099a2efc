package milodex.calibration;

/// What holding each asset of a market earned in each session, from its open to the next one.
///
/// @param byAsset a row for each asset, a column for each session
@SuppressWarnings("ArrayRecordComponent") // matrices are handed over, never compared
record AssetReturns(double[][] byAsset) {

  /// @throws IllegalArgumentException if there is no return, rows differ in length, or a return is
  ///     not finite
  static AssetReturns of(double[][] byAsset) {
    if (byAsset.length == 0 || byAsset[0].length == 0) {
      throw new IllegalArgumentException("bars have no return");
    }
    for (double[] asset : byAsset) {
      if (asset.length != byAsset[0].length) {
        throw new IllegalArgumentException("bars have rows of different lengths");
      }
      for (double value : asset) {
        if (!(value > -1 && Double.isFinite(value))) {
          throw new IllegalArgumentException("bars have a return that is none: " + value);
        }
      }
    }
    return new AssetReturns(byAsset);
  }

  int assets() {
    return byAsset.length;
  }

  int sessions() {
    return byAsset[0].length;
  }

  /// The return of all assets at equal weights, session by session.
  double[] universe() {
    double[] universe = new double[sessions()];
    for (double[] asset : byAsset) {
      for (int t = 0; t < universe.length; t++) {
        universe[t] += asset[t] / assets();
      }
    }
    return universe;
  }

  /// A row for each session, a column for each asset.
  double[][] bySession() {
    double[][] rows = new double[sessions()][assets()];
    for (int k = 0; k < byAsset.length; k++) {
      for (int t = 0; t < rows.length; t++) {
        rows[t][k] = byAsset[k][t];
      }
    }
    return rows;
  }
}
