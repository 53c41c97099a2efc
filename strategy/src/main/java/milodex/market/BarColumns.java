package milodex.market;

/// Prices and volumes of consecutive bars, one array per field, oldest first.
///
/// The arrays are shared, never copied: whoever builds them hands them over and forgets them.
///
/// @param volume shares; a double so that a split-adjusted volume keeps its fraction
@SuppressWarnings("ArrayRecordComponent") // columns are compared by fingerprint, never by equals
public record BarColumns(
    double[] open, double[] high, double[] low, double[] close, double[] volume) {

  /// @throws IllegalArgumentException if the arrays differ in length
  public BarColumns {
    int n = close.length;
    if (open.length != n || high.length != n || low.length != n || volume.length != n) {
      throw new IllegalArgumentException("columns of one series must have one length");
    }
  }

  public int size() {
    return close.length;
  }
}
