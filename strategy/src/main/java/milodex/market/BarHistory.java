package milodex.market;

/// The bars of one symbol with what was paid on them, all in the shares of one day, oldest first.
///
/// The arrays are shared, never copied: whoever builds them hands them over and forgets them.
///
/// @param openedAt opening instant of each bar in epoch seconds, UTC
/// @param dividend cash dividend in dollars per share that left the price with each bar; mostly 0
@SuppressWarnings("ArrayRecordComponent") // columns are compared by fingerprint, never by equals
public record BarHistory(Symbol symbol, long[] openedAt, BarColumns columns, double[] dividend) {

  /// @throws IllegalArgumentException if the arrays differ in length
  public BarHistory {
    int n = columns.size();
    if (openedAt.length != n || dividend.length != n) {
      throw new IllegalArgumentException("columns of one series must have one length");
    }
  }

  public int size() {
    return openedAt.length;
  }
}
