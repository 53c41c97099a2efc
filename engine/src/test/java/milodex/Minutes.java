package milodex;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.BarRows;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// One-minute bars of a symbol, told in New York time: `2024-07-02 09:30`.
public final class Minutes {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Symbol symbol;
  private final SortedMap<Instant, double[]> bars = new TreeMap<>();

  private Minutes(Symbol symbol) {
    this.symbol = symbol;
  }

  public static Minutes of(String symbol) {
    return new Minutes(Symbol.of(symbol));
  }

  /// One bar at `price` for each minute in `[from, to)`.
  public Minutes quiet(String from, String to, double price) {
    for (Instant at = NewYork.at(from); at.isBefore(NewYork.at(to)); at = at.plus(MINUTE)) {
      put(at, price, price, price, price, 1_000);
    }
    return this;
  }

  /// One bar, in place of any that is there.
  public Minutes bar(
      String minute, double open, double high, double low, double close, double volume) {
    put(NewYork.at(minute), open, high, low, close, volume);
    return this;
  }

  /// No trade in the minutes of `[from, to)`.
  public Minutes silent(String from, String to) {
    bars.subMap(NewYork.at(from), NewYork.at(to)).clear();
    return this;
  }

  public BarSeries series() {
    return series(Timeframe.MINUTE_1);
  }

  /// The same bars as if they were of another size.
  public BarSeries series(Timeframe size) {
    BarRows rows = new BarRows(bars.size());
    bars.forEach(
        (at, b) -> {
          var date = at.atZone(ExchangeCalendar.nyse().zone()).toLocalDate();
          int day = Math.toIntExact(date.toEpochDay());
          rows.add(day, at.getEpochSecond(), b[0], b[1], b[2], b[3], b[4]);
        });
    return rows.toSeries(symbol, size, Adjustment.RAW, "test");
  }

  private void put(Instant at, double open, double high, double low, double close, double volume) {
    bars.put(at, new double[] {open, high, low, close, volume});
  }
}
