package milodex.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrawdownTest {

  @Test
  void theDeepestFallNamesItsPeakTroughAndRecovery() {
    assertThat(Drawdown.of(Curves.of(100, 90, 120, 80, 60, 100, 120, 130)))
        .isEqualTo(new Drawdown(0.5, january(2), january(4), january(6), 4));
  }

  @Test
  void aFallFromTheInitialEquityHasNoPeakSession() {
    assertThat(Drawdown.of(Curves.of(100, 75, 80)))
        .isEqualTo(new Drawdown(0.25, Optional.empty(), january(1), none(), 2));
  }

  @Test
  void aCurveThatNeverFallsHasNoDrawdown() {
    assertThat(Drawdown.of(Curves.of(100, 100, 110)))
        .isEqualTo(new Drawdown(0, none(), none(), none(), 0));
    assertThat(Drawdown.of(Curves.of(100))).isEqualTo(new Drawdown(0, none(), none(), none(), 0));
  }

  @Test
  void thePeakIsTheLastSessionAtTheHighestEquity() {
    assertThat(Drawdown.of(Curves.of(100, 120, 110, 120, 60)).peak()).isEqualTo(january(3));
  }

  @Test
  void aDrawdownLiesBetweenNothingAndEverythingAndItsDatesAreInOrder() {
    for (long seed = 1; seed <= 200; seed++) {
      Drawdown drawdown = Drawdown.of(Curves.walk(seed, 60, Curves.START, 100));
      LocalDate peak = drawdown.peak().orElse(LocalDate.MIN);
      LocalDate trough = drawdown.trough().orElseThrow();

      assertThat(drawdown.depth()).isGreaterThan(0).isLessThan(1);
      assertThat(peak).isBefore(trough);
      assertThat(drawdown.recovery().orElse(LocalDate.MAX)).isAfter(trough);
    }
  }

  private static Optional<LocalDate> january(int day) {
    return Optional.of(LocalDate.of(2024, 1, day));
  }

  private static Optional<LocalDate> none() {
    return Optional.empty();
  }
}
