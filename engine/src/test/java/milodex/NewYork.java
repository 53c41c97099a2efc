package milodex;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import milodex.market.ExchangeCalendar;

/// Instants as stories tell them: `2024-03-07 10:05` in New York.
public final class NewYork {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private NewYork() {}

  public static String minute(Instant at) {
    return MINUTE.format(at.atZone(ExchangeCalendar.nyse().zone()));
  }

  public static Instant at(String minute) {
    return LocalDateTime.parse(minute, MINUTE).atZone(ExchangeCalendar.nyse().zone()).toInstant();
  }
}
