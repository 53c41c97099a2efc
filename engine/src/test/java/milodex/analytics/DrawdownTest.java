package milodex.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

  @Test
  void theDeepestFallsComeFirstAndNoneOverlaps() {
    EquityCurve curve = Curves.of(100, 90, 100, 120, 60, 90, 130, 104, 120);

    assertThat(Drawdown.deepest(curve, 3))
        .extracting(Drawdown::peak, Drawdown::trough, Drawdown::recovery)
        .containsExactly(
            tuple(january(3), january(4), january(6)),
            tuple(january(6), january(7), none()),
            tuple(none(), january(1), january(2)));
    assertThat(Drawdown.deepest(curve, 1)).containsExactly(Drawdown.of(curve));
    assertThat(Drawdown.deepest(Curves.of(100, 110), 3)).isEmpty();
  }

  private static Optional<LocalDate> january(int day) {
    return Optional.of(LocalDate.of(2024, 1, day));
  }

  private static Optional<LocalDate> none() {
    return Optional.empty();
  }
}
