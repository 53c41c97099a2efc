package milodex.analytics;

import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import milodex.Seeds;
import org.junit.jupiter.api.Test;

class ResampledEquityTest {

  @Test
  void equalReturnsComeToTheSameInAnyOrder() {
    EquityCurve curve = Curves.of(1000, 1100, 1210, 1331);
    ResampledEquity again = ResampledEquity.of(curve, 2, 50, 1);

    assertThat(again.low()).containsExactly(new double[] {1100, 1210, 1331}, within(1e-9));
    assertThat(again.high()).containsExactly(new double[] {1100, 1210, 1331}, within(1e-9));
    assertThat(again.drawdowns().values()).hasSize(50).containsOnly(0);
  }

  @Test
  void oneDayThatIsWonAndOneThatIsLostComeInFourWays() {
    EquityCurve curve = Curves.of(100, 150, 75);
    ResampledEquity again = ResampledEquity.of(curve, 1, 4_000, 1);

    assertThat(again.low()).containsExactly(new double[] {50, 25}, within(1e-9));
    assertThat(again.high()).containsExactly(new double[] {150, 225}, within(1e-9));
    assertThat(again.drawdowns().values()).containsOnly(0, 0.5, 0.75);
    assertThat(value(again.drawdowns().quantile(1))).isEqualTo(0.75);
    assertThat(value(again.drawdowns().shareAtOrAbove(0.75))).isCloseTo(0.25, within(0.03));
  }

  @Test
  void aSeedGivesTheSameBandAndHoldsLowUnderHigh() {
    Seeds.forEachSeed(
        20,
        seed -> {
          EquityCurve curve = Curves.walk(seed, 60, Curves.START, 100);
          ResampledEquity again = ResampledEquity.of(curve, 5, 100, seed);
          assertThat(again.low()).isEqualTo(ResampledEquity.of(curve, 5, 100, seed).low());
          assertThat(again.low()).isNotEqualTo(ResampledEquity.of(curve, 5, 100, seed + 1).low());
          for (int i = 0; i < 60; i++) {
            assertThat(again.low()[i]).isLessThan(again.high()[i]);
          }
          assertThat(again.drawdowns().values()).isSorted().hasSize(100);
          assertThat(value(again.drawdowns().quantile(0))).isNotNegative();
          assertThat(value(again.drawdowns().quantile(1))).isLessThan(1);
        });
  }

  @Test
  void aCurveWithoutASessionIsTheCallersMistake() {
    assertThatThrownBy(() -> ResampledEquity.of(Curves.of(100), 1, 10, 1))
        .hasMessageContaining("length");
    assertThatThrownBy(() -> ResampledEquity.of(Curves.of(100, 90), 0.5, 10, 1))
        .hasMessageContaining("meanBlock");
  }
}
