package milodex.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SessionTest {

  @Test
  void barsAreAlignedToTheOpenAndTheLastOneEndsWithTheSession() {
    assertThat(session("2024-07-02").barCloses(Timeframe.HOUR_1))
        .extracting(Instant::toString)
        .containsExactly(
            "2024-07-02T14:30:00Z",
            "2024-07-02T15:30:00Z",
            "2024-07-02T16:30:00Z",
            "2024-07-02T17:30:00Z",
            "2024-07-02T18:30:00Z",
            "2024-07-02T19:30:00Z",
            "2024-07-02T20:00:00Z");
    assertThat(session("2024-07-02").barCloses(Timeframe.MINUTE_1)).hasSize(390);
    assertThat(session("2024-07-03").barCloses(Timeframe.MINUTE_5)).hasSize(42);
  }

  @Test
  void aDailyBarIsTheSession() {
    Session halfDay = session("2024-07-03");

    assertThat(halfDay.barCloses(Timeframe.DAY_1)).containsExactly(halfDay.closesAt());
  }

  @Test
  void itIsOpenFromItsOpenUntilJustBeforeItsClose() {
    Session halfDay = session("2024-07-03");

    assertThat(halfDay.isOpenAt(halfDay.opensAt())).isTrue();
    assertThat(halfDay.isOpenAt(halfDay.opensAt().minusSeconds(1))).isFalse();
    assertThat(halfDay.isOpenAt(Instant.parse("2024-07-03T16:59:59Z"))).isTrue();
    assertThat(halfDay.isOpenAt(Instant.parse("2024-07-03T17:00:00Z"))).isFalse();
  }

  private static Session session(String date) {
    return ExchangeCalendar.nyse().session(LocalDate.parse(date)).orElseThrow();
  }
}
