package milodex.market;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Map;

/// When the exchange opens and closes on a session, in New York time.
///
/// Halts within a session, and delays of less than five minutes such as a minute of silence, are
/// not recorded.
record TradingHours(LocalTime opens, LocalTime closes) {

  private static final TradingHours REGULAR = hours("09:30", "16:00");
  private static final TradingHours HALF_DAY = hours("09:30", "13:00");

  private static final Map<LocalDate, TradingHours> ODD_DAYS =
      Map.of(
          LocalDate.of(1994, 2, 11), hours("09:30", "14:30"), // snow
          LocalDate.of(1995, 12, 18), hours("10:30", "16:00"), // computers failed
          LocalDate.of(1996, 1, 8), hours("11:00", "14:00"), // snow
          LocalDate.of(1997, 10, 27), hours("09:30", "15:30"), // circuit breaker
          LocalDate.of(1997, 12, 26), HALF_DAY,
          LocalDate.of(1999, 12, 31), HALF_DAY, // change of the millennium
          LocalDate.of(2002, 9, 11), hours("12:00", "16:00"), // anniversary of the attacks
          LocalDate.of(2003, 12, 26), HALF_DAY);

  private static final int JULY_3_ON_A_WEDNESDAY_SINCE = 2013;

  /// The hours of a date on which the exchange opens.
  static TradingHours on(LocalDate session) {
    TradingHours odd = ODD_DAYS.get(session);
    if (odd != null) {
      return odd;
    }
    return isHalfDay(session) ? HALF_DAY : REGULAR;
  }

  boolean closesEarly() {
    return closes.isBefore(REGULAR.closes);
  }

  private static boolean isHalfDay(LocalDate session) {
    return switch (session.getMonth()) {
      case JULY -> isByIndependenceDay(session);
      case NOVEMBER -> session.minusDays(1).equals(Holidays.thanksgiving(session.getYear()));
      case DECEMBER -> MonthDay.from(session).equals(MonthDay.of(12, 24));
      case JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, AUGUST, SEPTEMBER, OCTOBER -> false;
    };
  }

  /// Whether this is the session before July 4, where that is the day before it.
  ///
  /// Until 2012 a July 4 on a Thursday had its half day on the Friday after it.
  private static boolean isByIndependenceDay(LocalDate session) {
    DayOfWeek weekday = session.getDayOfWeek();
    boolean fridayInstead = session.getYear() < JULY_3_ON_A_WEDNESDAY_SINCE;
    return switch (session.getDayOfMonth()) {
      case 3 -> weekday.compareTo(THURSDAY) <= 0 && !(fridayInstead && weekday == WEDNESDAY);
      case 5 -> fridayInstead && weekday == FRIDAY;
      default -> false;
    };
  }

  private static TradingHours hours(String opens, String closes) {
    return new TradingHours(LocalTime.parse(opens), LocalTime.parse(closes));
  }
}
