package milodex.analytics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class CostCurveTest {

  /// Net returns of 10 % and −5 %, the whole equity traded in both sessions.
  private static final EquityCurve TRADED = traded(1, 100, 110, 104.5);

  @Test
  void theSharpeFallsByWhatTradingCostsAndIsZeroAtTheBreakEven() {
    CostCurve curve = CostCurve.of(TRADED, 0.01);
    double deviation = 0.15 / Math.sqrt(2);

    assertClose(curve.breakEven(), 0.035);
    assertThat(curve.points()).hasSize(61);
    assertThat(curve.points().getFirst().cost()).isZero();
    assertThat(curve.points().getLast().cost()).isCloseTo(1.25 * 0.035, within(1e-12));
    assertThat(curve.points())
        .allSatisfy(
            point ->
                assertThat(point.sharpe())
                    .isCloseTo((0.035 - point.cost()) / deviation * Math.sqrt(252), within(1e-9)));
  }

  @Test
  void itReachesFourTimesTheModelledCostWhereThatIsMore() {
    CostCurve curve = CostCurve.of(TRADED, 0.02);

    assertClose(curve.breakEven(), 0.045);
    assertThat(curve.points().getLast().cost()).isCloseTo(0.08, within(1e-12));
  }

  @Test
  void atTheModelledCostItIsTheSharpeOfTheRunAndItsSignTurnsAtTheBreakEven() {
    Seeds.forEachSeed(
        50,
        seed -> {
          EquityCurve walk = traded(0.4, Curves.walk(seed, 80, Curves.START, 100).equity());
          CostCurve curve = CostCurve.of(walk, 0.004);
          if (curve.points().isEmpty()) {
            assertUndefined(curve.breakEven(), "no gross edge");
            return;
          }
          double end = value(curve.breakEven());
          assertThat(curve.points())
              .filteredOn(point -> Math.abs(point.cost() - end) > 1e-9)
              .allMatch(point -> point.sharpe() > 0 == point.cost() < end);
          if (end * 1.25 < 0.016) {
            assertThat(curve.points().get(15).sharpe())
                .isCloseTo(value(Returns.sharpe(walk.returns())), within(1e-9));
          }
        });
  }

  @Test
  void withoutTradesWithoutAnEdgeAndWithoutASharpeThereIsNoCurve() {
    assertNone(CostCurve.of(Curves.of(100, 110, 104.5), 0.01), "nothing is traded, so no cost");
    assertNone(CostCurve.of(traded(1, 100, 90, 91), 0.01), "no gross edge");
    assertNone(CostCurve.of(traded(1, 100, 110), 0.01), "fewer than two returns");
    assertNone(CostCurve.of(traded(1, 100, 100, 100), 0.01), "the returns do not vary");
    assertNone(CostCurve.of(Curves.of(100), 0.01), "no returns");
  }

  @Test
  void aCostBelowZeroIsTheCallersMistake() {
    assertThatThrownBy(() -> CostCurve.of(TRADED, -0.01)).hasMessageContaining("modelled");
    assertThatThrownBy(() -> CostCurve.of(TRADED, Double.NaN)).hasMessageContaining("modelled");
  }

  private static void assertNone(CostCurve curve, String why) {
    assertThat(curve.points()).isEmpty();
    assertThat(curve.breakEven().toString()).contains(why);
  }

  /// A curve in each session of which `share` of the equity before it was traded.
  private static EquityCurve traded(double share, double... equity) {
    EquityCurve still = Curves.of(equity);
    double[] traded = Arrays.copyOf(equity, still.sessions());
    for (int i = 0; i < traded.length; i++) {
      traded[i] *= share;
    }
    return new EquityCurve(still.session(), equity, still.invested(), traded);
  }
}
