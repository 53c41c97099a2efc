package milodex.risk;

import static milodex.risk.Judged.row;
import static milodex.risk.Judged.sale;
import static milodex.risk.Judged.says;
import static org.assertj.core.api.Assertions.assertThat;

import milodex.market.Symbol;
import milodex.money.Money;
import org.junit.jupiter.api.Test;

class PositionChecksTest {

  private static final Symbol ONE = Symbol.of("HELD1");
  private static final Symbol TWO = Symbol.of("HELD2");

  @Test
  void twoPositionsMayBeOneBetAndAThirdMayNot() {
    assertThat(row(21, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(21, scene -> held(scene, 0.9, 0.79))).isEqualTo("CLEAR");
    assertThat(row(21, scene -> held(scene, 0.9, 0.8)))
        .isEqualTo("BREACH max_correlated_positions_exceeded");
    assertThat(row(21, scene -> held(scene, -0.9, -1))).isEqualTo("CLEAR");
    assertThat(says(21, scene -> held(scene, 0.9, 0.8)))
        .isEqualTo(
            "one bet with [HELD1, HELD2] at a correlation from 0.8: "
                + "3 positions with this one, at most 2");
    assertThat(row(21, sale(5, 5, scene -> held(scene, 1, 1)))).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void anUnknownCorrelationIsJudgedAsTheSameBet() {
    assertThat(row(21, scene -> scene.hold(1))).isEqualTo("CLEAR");
    assertThat(row(21, scene -> scene.hold(2)))
        .isEqualTo("BREACH max_correlated_positions_exceeded");
    assertThat(row(21, scene -> held(scene, 0.9, Double.NaN)))
        .isEqualTo("BREACH max_correlated_positions_exceeded");
  }

  @Test
  void whatIsBoughtIsNotCorrelatedWithItself() {
    assertThat(
            row(
                21,
                scene -> {
                  held(scene, 0.9, 0.1);
                  scene.held.add(Scene.SYMBOL);
                  scene.correlations.put(Scene.SYMBOL, 1.0);
                }))
        .isEqualTo("CLEAR");
  }

  @Test
  void theAccountHoldsTenPositions() {
    assertThat(row(22, scene -> scene.hold(9))).isEqualTo("CLEAR");
    assertThat(row(22, scene -> scene.hold(10)))
        .isEqualTo("BREACH max_concurrent_positions_exceeded");
    assertThat(
            row(
                22,
                scene -> {
                  scene.hold(9);
                  scene.held.add(Scene.SYMBOL);
                }))
        .isEqualTo("CLEAR");
    assertThat(row(22, sale(5, 5, scene -> scene.hold(10)))).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void theStrategyHoldsWhatItsFileSays() {
    assertThat(row(23, scene -> own(scene, 2))).isEqualTo("CLEAR");
    assertThat(row(23, scene -> own(scene, 3))).isEqualTo("BREACH max_strategy_positions_exceeded");
    assertThat(row(23, scene -> scene.hold(9))).isEqualTo("CLEAR");
    assertThat(row(23, sale(5, 5, scene -> own(scene, 3)))).isEqualTo("NOT_APPLICABLE");
  }

  private static void held(Scene scene, double one, double two) {
    scene.hold(2);
    scene.correlations.put(ONE, one);
    scene.correlations.put(TWO, two);
  }

  private static void own(Scene scene, int count) {
    scene.hold(count);
    scene.held.forEach(symbol -> scene.ownExposure.put(symbol, Money.of(1)));
  }
}
