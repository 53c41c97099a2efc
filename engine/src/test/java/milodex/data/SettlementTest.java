package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SettlementTest {

  @Test
  void aBarIsFinalTwentyMinutesAfterTheClose() {
    assertThat(newest("2024-03-01T21:19:59Z")).isEqualTo("2024-02-29");
    assertThat(newest("2024-03-01T21:20:00Z")).isEqualTo("2024-03-01");
  }

  @Test
  void anEarlyCloseIsFinalEarly() {
    assertThat(newest("2024-11-29T18:19:00Z")).isEqualTo("2024-11-27");
    assertThat(newest("2024-11-29T18:20:00Z")).isEqualTo("2024-11-29");
  }

  @Test
  void onAWeekendFridayIsTheNewest() {
    assertThat(newest("2024-03-03T12:00:00Z")).isEqualTo("2024-03-01");
  }

  @Test
  void inTheEveningOfNewYorkItIsAlreadyTomorrowInGreenwich() {
    assertThat(newest("2024-03-02T02:00:00Z")).isEqualTo("2024-03-01");
  }

  private static LocalDate newest(String now) {
    return Settlement.newestFinal(Instant.parse(now));
  }
}
