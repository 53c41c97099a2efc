package milodex.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquityCurveTest {

  @Test
  void dailyReturnsStartAtTheInitialEquity() {
    assertThat(Curves.of(100, 110, 99).returns())
        .containsExactly(new double[] {0.1, -0.1}, within(1e-12));
  }

  @Test
  void windowsEndToEndCompoundAndKeepTheirShares() {
    EquityCurve first = new EquityCurve(day(0, 1), of(100, 100, 150), of(50, 75), of(100, 0));
    EquityCurve second = new EquityCurve(day(2, 3), of(100, 90, 120), of(0, 60), of(0, 30));

    EquityCurve whole = EquityCurve.endToEnd(List.of(first, second));

    assertThat(whole.session()).containsExactly(day(0, 1, 2, 3));
    assertThat(whole.equity()).containsExactly(of(100, 100, 150, 135, 180), within(1e-9));
    assertThat(whole.invested()).containsExactly(of(50, 75, 0, 90), within(1e-9));
    assertThat(whole.traded()).containsExactly(of(100, 0, 0, 45), within(1e-9));
  }

  @Test
  void theTotalReturnOfManyWindowsIsTheProductOfTheirs() {
    for (long seed = 1; seed <= 50; seed++) {
      EquityCurve first = Curves.walk(seed, 20, Curves.START, 100);
      EquityCurve second = Curves.walk(-seed, 30, Curves.START.plusDays(20), 5_000);
      double product = (1 + total(first)) * (1 + total(second)) - 1;

      assertThat(total(EquityCurve.endToEnd(List.of(first, second))))
          .isCloseTo(product, within(1e-12));
    }
  }

  @Test
  void windowsThatOverlapInTimeAreRefused() {
    EquityCurve curve = Curves.of(100, 110);

    assertThatThrownBy(() -> EquityCurve.endToEnd(List.of(curve, curve)))
        .hasMessageContaining("2024-01-01 does not come after");
    assertThatThrownBy(() -> EquityCurve.endToEnd(List.of())).hasMessageContaining("no equity");
  }

  @Test
  void aCurveThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Curves.of(100, 0)).hasMessageContaining("above zero");
    assertThatThrownBy(() -> Curves.of(100, Double.NaN)).hasMessageContaining("above zero");
    assertThatThrownBy(() -> new EquityCurve(day(0), of(100), of(0), of(0)))
        .hasMessageContaining("1 sessions need 2 equities");
  }

  @Test
  void theDeepestOfItsDrawdownsIsThatOfTheCurve() {
    assertThat(Curves.of(100, 90, 120, 60).drawdowns())
        .containsExactly(of(0.1, 0, 0.5), within(1e-12));
    for (long seed = 1; seed <= 50; seed++) {
      EquityCurve curve = Curves.walk(seed, 60, Curves.START, 100);

      assertThat(Arrays.stream(curve.drawdowns()).max().orElseThrow())
          .isCloseTo(Drawdown.of(curve).depth(), within(1e-12));
    }
  }

  private static double total(EquityCurve curve) {
    return Returns.total(curve.returns());
  }

  private static int[] day(int... days) {
    for (int i = 0; i < days.length; i++) {
      days[i] += (int) Curves.START.toEpochDay();
    }
    return days;
  }

  private static double[] of(double... values) {
    return values;
  }
}
