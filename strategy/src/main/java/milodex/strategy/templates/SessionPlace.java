package milodex.strategy.templates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import milodex.market.ExchangeCalendar;
import milodex.strategy.Parameter;

/// Where a session stands in its week and in its month, by the exchange calendar.
///
/// What is ahead is judged as it was known then: a closure without warning is no holiday yet. What
/// the calendar does not cover is unknown, and never makes a session the last one of anything.
final class SessionPlace {

  private static final ExchangeCalendar CALENDAR = ExchangeCalendar.nyse();

  private static final List<DayOfWeek> WEEKDAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  private SessionPlace() {}

  /// Whether `session` is on `weekday`, or the last session before it in a week without that one.
  static boolean isWeekly(LocalDate session, DayOfWeek weekday) {
    if (session.getDayOfWeek().compareTo(weekday) > 0) {
      return false;
    }
    LocalDate day = session.with(TemporalAdjusters.nextOrSame(weekday));
    return isCovered(session, day) && CALENDAR.sessionsExpected(session, day) == 0;
  }

  /// Sessions expected in the rest of the month: 0 at the last one; empty if not all are known.
  static OptionalInt leftInMonth(LocalDate session) {
    LocalDate last = session.with(TemporalAdjusters.lastDayOfMonth());
    return isCovered(session, last)
        ? OptionalInt.of(CALENDAR.sessionsExpected(session, last))
        : OptionalInt.empty();
  }

  /// The number of `session` among those of its month, from 1; empty if not all before are known.
  static OptionalInt numberInMonth(LocalDate session) {
    LocalDate first = session.withDayOfMonth(1);
    return isCovered(first, session)
        ? OptionalInt.of(
            CALENDAR.sessionsBetween(first, session) + (CALENDAR.isSession(first) ? 1 : 0))
        : OptionalInt.empty();
  }

  /// The parameter that names the weekday of [#isWeekly].
  static Parameter rebalanceWeekday() {
    return new Parameter.Choice(
        "rebalance_weekday",
        WEEKDAYS.stream().map(SessionPlace::word).toList(),
        word(DayOfWeek.FRIDAY),
        "Rebalance on this weekday; in a week without it, on the last session before it.");
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isCovered(LocalDate from, LocalDate to) {
    return !from.isBefore(CALENDAR.firstCovered()) && !to.isAfter(CALENDAR.lastCovered());
  }
}
