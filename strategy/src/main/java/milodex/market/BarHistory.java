package milodex.market;

/// The bars of one symbol with what was paid on them, all in the shares of one day, oldest first.
///
/// The arrays are shared, never copied: whoever builds them hands them over and forgets them.
public final class BarHistory {

  private final Symbol symbol;
  private final long[] openedAt;
  private final BarColumns columns;
  private final double[] dividend;
  private final KnownNumbers known;

  /// @param openedAt opening instant of each bar in epoch seconds, UTC
  /// @param dividend cash dividend in dollars per share that left the price with each bar; mostly 0
  /// @throws IllegalArgumentException if the arrays differ in length
  public BarHistory(Symbol symbol, long[] openedAt, BarColumns columns, double[] dividend) {
    int n = columns.size();
    if (openedAt.length != n || dividend.length != n) {
      throw new IllegalArgumentException("columns of one series must have one length");
    }
    this.symbol = symbol;
    this.openedAt = openedAt;
    this.columns = columns;
    this.dividend = dividend;
    this.known = new KnownNumbers(n);
  }

  public Symbol symbol() {
    return symbol;
  }

  /// Opening instant of each bar in epoch seconds, UTC.
  public long[] openedAt() {
    return openedAt;
  }

  public BarColumns columns() {
    return columns;
  }

  /// Cash dividend in dollars per share that left the price with each bar; mostly 0.
  public double[] dividend() {
    return dividend;
  }

  public int size() {
    return openedAt.length;
  }

  /// What has been computed from its bars.
  KnownNumbers known() {
    return known;
  }
}
