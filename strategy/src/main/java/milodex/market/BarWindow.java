package milodex.market;

/// The last closed bars of one symbol, as a rule may see them; nothing older can be reached.
///
/// Prices are adjusted by the splits with ex-date on or before the window's last session.
public final class BarWindow {

  private final Symbol symbol;
  private final BarColumns columns;
  private final int last;
  private final int length;

  private BarWindow(Symbol symbol, BarColumns columns, int last, int length) {
    this.symbol = symbol;
    this.columns = columns;
    this.last = last;
    this.length = length;
  }

  /// The `length` bars of `columns` that end with index `last`.
  ///
  /// @throws IllegalArgumentException if there are fewer bars than that
  public static BarWindow of(Symbol symbol, BarColumns columns, int last, int length) {
    if (length < 1 || last >= columns.size() || last - length + 1 < 0) {
      throw new IllegalArgumentException(
          symbol + ": no window of " + length + " bars ends at bar " + last);
    }
    return new BarWindow(symbol, columns, last, length);
  }

  public Symbol symbol() {
    return symbol;
  }

  /// How many bars can be reached.
  public int length() {
    return length;
  }

  public double open(int barsAgo) {
    return columns.open()[index(barsAgo)];
  }

  public double high(int barsAgo) {
    return columns.high()[index(barsAgo)];
  }

  public double low(int barsAgo) {
    return columns.low()[index(barsAgo)];
  }

  /// Close of the bar `barsAgo` bars before the latest; 0 is the latest.
  ///
  /// @throws IllegalArgumentException if that bar lies outside the window
  public double close(int barsAgo) {
    return columns.close()[index(barsAgo)];
  }

  public double volume(int barsAgo) {
    return columns.volume()[index(barsAgo)];
  }

  private int index(int barsAgo) {
    if (barsAgo < 0 || barsAgo >= length) {
      throw new IllegalArgumentException(
          symbol + ": bar " + barsAgo + " lies outside a window of " + length);
    }
    return last - barsAgo;
  }
}
