package milodex.data;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Daily bars for tests: calm ones, a point high, on the weekdays of a made-up exchange.
public final class Bars {

  public static final Symbol SPY = Symbol.of("SPY");

  private final BarRows rows = new BarRows(16);

  /// The weekdays from a date on.
  public static SessionDays weekdays(String from, int count) {
    SortedSet<LocalDate> dates = new TreeSet<>();
    for (LocalDate date = LocalDate.parse(from); dates.size() < count; date = date.plusDays(1)) {
      if (date.getDayOfWeek().getValue() <= 5) {
        dates.add(date);
      }
    }
    return SessionDays.ofDates(dates);
  }

  /// A calm raw bar of SPY on each session whose number passes.
  public static BarSeries on(SessionDays sessions, Predicate<Integer> present) {
    Bars bars = new Bars();
    for (int i = 0; i < sessions.size(); i++) {
      if (present.test(i)) {
        bars.bar(sessions.date(i).toString(), 100);
      }
    }
    return bars.raw();
  }

  /// A bar that closes at `close`.
  public Bars bar(String date, double close) {
    return bar(date, close, close + 0.5, close - 0.5, close, 1000);
  }

  public Bars bar(String date, double open, double high, double low, double close, double volume) {
    LocalDate day = LocalDate.parse(date);
    rows.add(
        Math.toIntExact(day.toEpochDay()),
        day.atTime(14, 30).toEpochSecond(ZoneOffset.UTC),
        open,
        high,
        low,
        close,
        volume);
    return this;
  }

  public BarSeries raw() {
    return rows.toSeries(SPY, Timeframe.DAY_1, Adjustment.RAW, "csv");
  }

  public BarSeries splitAdjusted() {
    return rows.toSeries(SPY, Timeframe.DAY_1, Adjustment.SPLIT_ADJUSTED, "csv");
  }
}
