package milodex.market;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// Instants as people read them: the exchange's clock.
public final class NewYork {

  private static final DateTimeFormatter SECOND = format("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAY = format("uuuu-MM-dd");
  private static final DateTimeFormatter MINUTE = format("uuuu-MM-dd HH:mm");

  private NewYork() {}

  /// `2024-03-01 16:05:00`.
  public static String second(Instant at) {
    return SECOND.format(at);
  }

  /// The instant that [#second] wrote so; empty if it is none.
  public static Optional<Instant> ofSecond(String text) {
    try {
      return Optional.of(SECOND.parse(text, Instant::from));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// `2024-03-01`, the exchange day.
  public static String day(Instant at) {
    return DAY.format(at);
  }

  /// `2024-03-01 16:05`.
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ExchangeCalendar.nyse().zone());
  }
}
