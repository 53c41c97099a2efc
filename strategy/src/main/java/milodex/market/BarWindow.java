package milodex.market;

import java.time.Instant;

/// The last closed bars of one symbol, as a rule may see them; nothing older can be reached.
///
/// Prices and dividends are adjusted by the splits with ex-date on or before the last session of
/// the window.
public final class BarWindow {

  private final BarHistory bars;
  private final BarColumns columns;
  private final int last;
  private final int length;

  /// A pure function of a window and of how many of its bars it takes.
  @FunctionalInterface
  public interface Computation {
    double of(BarWindow window, int n);
  }

  private BarWindow(BarHistory bars, int last, int length) {
    this.bars = bars;
    this.columns = bars.columns();
    this.last = last;
    this.length = length;
  }

  /// The `length` bars of `bars` that end with index `last`.
  ///
  /// @throws IllegalArgumentException if there are fewer bars than that
  public static BarWindow of(BarHistory bars, int last, int length) {
    if (length < 1 || last >= bars.size() || last - length + 1 < 0) {
      throw new IllegalArgumentException(
          bars.symbol() + ": no window of " + length + " bars ends at bar " + last);
    }
    return new BarWindow(bars, last, length);
  }

  /// The window without its latest `bars` bars: what came before them, in the same shares.
  ///
  /// @throws IllegalArgumentException if no bar would be left
  public BarWindow before(int bars) {
    return of(this.bars, last - bars, length - bars);
  }

  public Symbol symbol() {
    return bars.symbol();
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

  /// When that bar opened.
  public Instant openedAt(int barsAgo) {
    return Instant.ofEpochSecond(bars.openedAt()[index(barsAgo)]);
  }

  /// Cash dividend in dollars per share that left the price with that bar: whoever held the close
  /// before is paid it. Zero for most bars.
  public double dividend(int barsAgo) {
    return bars.dividend()[index(barsAgo)];
  }

  /// What `plain` comes to over this window, computed once for all windows alike of one history.
  ///
  /// It is for indicators alone: a rule that kept numbers of its own here would remember, so no
  /// plug-in may call it.
  ///
  /// @param name of the function, one for each
  /// @param length how many of its last bars decide the number, the latest included
  public double known(String name, int n, int length, Computation plain) {
    return bars.known().get(name, n, length, last, this, plain);
  }

  private int index(int barsAgo) {
    if (barsAgo < 0 || barsAgo >= length) {
      throw new IllegalArgumentException(
          symbol() + ": bar " + barsAgo + " lies outside a window of " + length);
    }
    return last - barsAgo;
  }
}
