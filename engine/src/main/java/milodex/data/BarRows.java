package milodex.data;

import java.util.Arrays;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Bars collected one after the other, to become a series.
public final class BarRows {

  private int[] day;
  private long[] openedAt;
  private double[] open;
  private double[] high;
  private double[] low;
  private double[] close;
  private double[] volume;
  private int size;

  /// Room for this many bars to begin with.
  public BarRows(int capacity) {
    day = new int[capacity];
    openedAt = new long[capacity];
    open = new double[capacity];
    high = new double[capacity];
    low = new double[capacity];
    close = new double[capacity];
    volume = new double[capacity];
  }

  public int size() {
    return size;
  }

  /// Adds a bar.
  ///
  /// @param day exchange date as an epoch day
  /// @param openedAt opening instant in epoch seconds
  public void add(
      int day, long openedAt, double open, double high, double low, double close, double volume) {
    if (size == this.day.length) {
      grow(Math.max(16, size * 2));
    }
    this.day[size] = day;
    this.openedAt[size] = openedAt;
    this.open[size] = open;
    this.high[size] = high;
    this.low[size] = low;
    this.close[size] = close;
    this.volume[size] = volume;
    size++;
  }

  /// Adds bar `i` of a series.
  public void add(BarSeries from, int i) {
    BarColumns columns = from.columns();
    add(
        from.day()[i],
        from.openedAt()[i],
        columns.open()[i],
        columns.high()[i],
        columns.low()[i],
        columns.close()[i],
        columns.volume()[i]);
  }

  /// The bars added so far; later additions do not show in it.
  ///
  /// @throws IllegalArgumentException if the opening instants do not rise
  public BarSeries toSeries(
      Symbol symbol, Timeframe timeframe, Adjustment adjustment, String source) {
    return new BarSeries(
        symbol,
        timeframe,
        adjustment,
        source,
        Arrays.copyOf(day, size),
        Arrays.copyOf(openedAt, size),
        new BarColumns(
            Arrays.copyOf(open, size),
            Arrays.copyOf(high, size),
            Arrays.copyOf(low, size),
            Arrays.copyOf(close, size),
            Arrays.copyOf(volume, size)));
  }

  private void grow(int capacity) {
    day = Arrays.copyOf(day, capacity);
    openedAt = Arrays.copyOf(openedAt, capacity);
    open = Arrays.copyOf(open, capacity);
    high = Arrays.copyOf(high, capacity);
    low = Arrays.copyOf(low, capacity);
    close = Arrays.copyOf(close, capacity);
    volume = Arrays.copyOf(volume, capacity);
  }
}
