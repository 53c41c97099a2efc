package milodex.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCalendarRealDataTest {

  private static final ExchangeCalendar NYSE = ExchangeCalendar.nyse();

  @Test
  void spyTradedOnExactlyTheSessionsOfTheCalendar() throws IOException {
    List<LocalDate> traded =
        SharedMarketData.lines("daily/SPY.csv").stream()
            .skip(1)
            .map(line -> LocalDate.parse(line.substring(0, 10)))
            .toList();
    assertThat(NYSE.sessions(traded.getFirst(), traded.getLast()))
        .extracting(Session::date)
        .containsExactlyElementsOf(traded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-12-23", "2019-12-26", "2019-12-31", "2020-01-02", "2020-01-09"})
  void spyTradedFromTheFirstMinuteOfASessionToItsLast(LocalDate date) throws IOException {
    List<Instant> minutes = minutes(date);
    Session session = NYSE.session(date).orElseThrow();
    assertThat(minutes.getFirst()).isEqualTo(session.opensAt());
    assertThat(minutes.getLast()).isEqualTo(session.closesAt().minus(1, ChronoUnit.MINUTES));
  }

  @Test
  void onChristmasEve2019SpyStoppedAtOne() throws IOException {
    List<Instant> minutes = minutes(LocalDate.of(2019, 12, 24));
    Session session = NYSE.session(LocalDate.of(2019, 12, 24)).orElseThrow();
    assertThat(minutes.getFirst()).isEqualTo(session.opensAt());
    assertThat(minutes.getLast()).as("the closing print").isEqualTo(session.closesAt());
  }

  private static List<Instant> minutes(LocalDate date) throws IOException {
    String day = date.toString().replace("-", "");
    return SharedMarketData.lines("intraday/SPY-" + day + "-1min.csv").stream()
        .skip(1)
        .map(line -> OffsetDateTime.parse(line.substring(0, line.indexOf(','))).toInstant())
        .toList();
  }
}
