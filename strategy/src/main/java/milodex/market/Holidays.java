package milodex.market;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/// The weekdays on which the exchange stays closed by rule; the rules hold from 1993 on.
final class Holidays {

  private static final int MARTIN_LUTHER_KING_SINCE = 1998;
  private static final int JUNETEENTH_SINCE = 2022;

  private Holidays() {}

  /// The holidays that fall into this year, as observed.
  static Set<LocalDate> of(int year) {
    Set<LocalDate> holidays = new HashSet<>();
    LocalDate january = LocalDate.of(year, 1, 1);
    // A New Year's Day on a Saturday is not made up: the Friday before ends the books of a year.
    holidays.add(sundayToMonday(january));
    if (year >= MARTIN_LUTHER_KING_SINCE) {
      holidays.add(january.with(dayOfWeekInMonth(3, MONDAY)));
    }
    holidays.add(LocalDate.of(year, 2, 1).with(dayOfWeekInMonth(3, MONDAY)));
    holidays.add(easterSunday(year).minusDays(2));
    holidays.add(LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)));
    if (year >= JUNETEENTH_SINCE) {
      holidays.add(nearestWeekday(LocalDate.of(year, 6, 19)));
    }
    holidays.add(nearestWeekday(LocalDate.of(year, 7, 4)));
    holidays.add(LocalDate.of(year, 9, 1).with(dayOfWeekInMonth(1, MONDAY)));
    holidays.add(thanksgiving(year));
    holidays.add(nearestWeekday(LocalDate.of(year, 12, 25)));
    return holidays;
  }

  /// The fourth Thursday of November.
  static LocalDate thanksgiving(int year) {
    return LocalDate.of(year, 11, 1).with(dayOfWeekInMonth(4, THURSDAY));
  }

  private static LocalDate nearestWeekday(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case SATURDAY -> date.minusDays(1);
      case SUNDAY -> date.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
    };
  }

  private static LocalDate sundayToMonday(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case SUNDAY -> date.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY -> date;
    };
  }

  /// Easter Sunday by the Meeus/Jones/Butcher rule for the Gregorian calendar.
  private static LocalDate easterSunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int yearOfCentury = year % 100;
    int leapCenturies = century / 4;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
    int weekday =
        (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
    int shift = (golden + 11 * epact + 22 * weekday) / 451;
    int marchDay = epact + weekday - 7 * shift + 22;
    return LocalDate.of(year, 3, 1).plusDays(marchDay - 1);
  }
}
