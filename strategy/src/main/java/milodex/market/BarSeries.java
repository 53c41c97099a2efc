package milodex.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/// All stored bars of one symbol and timeframe, oldest first.
///
/// @param source who delivered the bars: a vendor's name, `csv`, or `sample` for generated ones
/// @param day exchange date of each bar as an epoch day
/// @param openedAt opening instant of each bar in epoch seconds, UTC; strictly rising
@SuppressWarnings("ArrayRecordComponent") // columns are compared by fingerprint, never by equals
public record BarSeries(
    Symbol symbol,
    Timeframe timeframe,
    Adjustment adjustment,
    String source,
    int[] day,
    long[] openedAt,
    BarColumns columns) {

  /// @throws IllegalArgumentException if the arrays differ in length or the instants do not rise
  public BarSeries {
    int n = columns.size();
    if (day.length != n || openedAt.length != n) {
      throw new IllegalArgumentException("columns of one series must have one length");
    }
    for (int i = 1; i < n; i++) {
      if (openedAt[i] <= openedAt[i - 1]) {
        throw new IllegalArgumentException(
            symbol + ": bar " + i + " does not open after the bar before it");
      }
    }
  }

  public int size() {
    return day.length;
  }

  public boolean isEmpty() {
    return day.length == 0;
  }

  /// Exchange date of bar `i`.
  public LocalDate session(int i) {
    return LocalDate.ofEpochDay(day[i]);
  }

  public Instant openedAt(int i) {
    return Instant.ofEpochSecond(openedAt[i]);
  }

  /// Exchange date of the first bar.
  ///
  /// @throws IllegalArgumentException if the series is empty
  public LocalDate first() {
    requireBars();
    return session(0);
  }

  /// Exchange date of the last bar.
  ///
  /// @throws IllegalArgumentException if the series is empty
  public LocalDate last() {
    requireBars();
    return session(size() - 1);
  }

  /// The bars whose exchange date lies in `[from, to]`.
  public BarSeries between(LocalDate from, LocalDate to) {
    return slice(firstOnOrAfter(from), firstOnOrAfter(to.plusDays(1)));
  }

  /// The bars with index in `[start, end)`.
  public BarSeries slice(int start, int end) {
    return new BarSeries(
        symbol,
        timeframe,
        adjustment,
        source,
        Arrays.copyOfRange(day, start, end),
        Arrays.copyOfRange(openedAt, start, end),
        new BarColumns(
            Arrays.copyOfRange(columns.open(), start, end),
            Arrays.copyOfRange(columns.high(), start, end),
            Arrays.copyOfRange(columns.low(), start, end),
            Arrays.copyOfRange(columns.close(), start, end),
            Arrays.copyOfRange(columns.volume(), start, end)));
  }

  /// Index of the first bar on or after an exchange date; `size()` if there is none.
  public int firstOnOrAfter(LocalDate date) {
    int wanted = Math.toIntExact(date.toEpochDay());
    int low = 0;
    int high = day.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void requireBars() {
    if (isEmpty()) {
      throw new IllegalArgumentException(symbol + " has no bars");
    }
  }
}
