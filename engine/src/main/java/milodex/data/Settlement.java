package milodex.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import milodex.market.ExchangeCalendar;

/// When a daily bar is final: its session has closed, and what was reported late is in it.
public final class Settlement {

  /// How long after the close a daily bar is still provisional.
  public static final Duration LAG = Duration.ofMinutes(20);

  private Settlement() {}

  /// The newest session whose daily bar is final at `now`, within what the calendar knows.
  public static LocalDate newestFinal(Instant now) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate today = now.atZone(calendar.zone()).toLocalDate();
    LocalDate known = today.isAfter(calendar.lastCovered()) ? calendar.lastCovered() : today;
    return calendar
        .session(known)
        .filter(session -> !session.closesAt().plus(LAG).isAfter(now))
        .orElseGet(() -> calendar.previous(known))
        .date();
  }
}
