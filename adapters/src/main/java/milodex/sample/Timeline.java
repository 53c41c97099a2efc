package milodex.sample;

import java.time.LocalDate;
import java.util.List;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;

/// The sessions of the sample market, found by index or date.
record Timeline(List<Session> sessions) {

  private static final int EX_DAY = 15;

  static Timeline of(LocalDate first, LocalDate last) {
    return new Timeline(ExchangeCalendar.nyse().sessions(first, last));
  }

  int size() {
    return sessions.size();
  }

  LocalDate date(int i) {
    return sessions.get(i).date();
  }

  /// Index of the session of this date, which must be one.
  int indexOf(LocalDate date) {
    return ExchangeCalendar.nyse().sessionsBetween(date(0), date);
  }

  /// Whether an instrument with so many payments a year goes ex dividend in session `i`.
  ///
  /// That is the first session from the 15th on: of each month, or of each quarter's last month.
  boolean isExDividend(int payments, int i) {
    return payments > 0
        && date(i).getMonthValue() % (12 / payments) == 0
        && date(i).getDayOfMonth() >= EX_DAY
        && i > 0
        && date(i - 1).getDayOfMonth() < EX_DAY;
  }
}
