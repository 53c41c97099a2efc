package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class BrownianDrawdownTest {

  private static final double[] DRIFTS = Vectors.doubles(Vectors.inputs("S-DD-01").get("mu"));

  @Test
  void theExpectedDrawdownIsThatOfTheTables() {
    JsonNode expected = Vectors.expected("S-DD-01");
    double[] continuous = Vectors.doubles(expected.get("continuous"));
    for (int i = 0; i < DRIFTS.length; i++) {
      assertThat(BrownianDrawdown.expected(DRIFTS[i], 0.01, 252))
          .isCloseTo(continuous[i], within(0.0005));
    }
  }

  @Test
  void dailyClosesFallLessThanContinuousTime() {
    double[] simulated = Vectors.doubles(Vectors.expected("S-DD-01").get("daily_steps_simulated"));
    RandomGenerator random = Seeds.random(1);
    for (int i = 0; i < DRIFTS.length; i++) {
      double sum = 0;
      int paths = 4_000;
      for (int path = 0; path < paths; path++) {
        sum += drawdown(random, DRIFTS[i]);
      }
      assertThat(sum / paths)
          .isCloseTo(simulated[i], within(0.006))
          .isLessThan(BrownianDrawdown.expected(DRIFTS[i], 0.01, 252));
    }
  }

  @Test
  void theTailWithoutDriftIsThatOfTheSeries() {
    JsonNode expected = Vectors.expected("S-DD-02").get("p_mdd_ge_h");
    Vectors.same(BrownianDrawdown.probability(0.01, 252, 0.1), expected.get(0), 1e-9);
    Vectors.same(BrownianDrawdown.probability(0.01, 252, 0.2), expected.get(1), 1e-9);
  }

  @Test
  void theTailFallsFromOneToNothingWithoutAStep() {
    double before = BrownianDrawdown.probability(1, 1, 0);
    assertThat(before).isEqualTo(1);
    for (int i = 1; i <= 1_000; i++) {
      double here = BrownianDrawdown.probability(1, 1, i / 100.0);
      assertThat(here).isLessThanOrEqualTo(before).isBetween(before - 0.02, before);
      before = here;
    }
    assertThat(before).isBetween(0.0, 1e-20);
    assertThat(BrownianDrawdown.probability(1, 1, 1 - 1e-12))
        .isCloseTo(BrownianDrawdown.probability(1, 1, 1), within(1e-10));
  }

  @Test
  void theExpectationWithoutDriftIsTheAreaUnderTheTail() {
    double area = 0;
    for (int i = 0; i < 10_000; i++) {
      area += BrownianDrawdown.probability(1, 1, (i + 0.5) / 1_000) / 1_000;
    }
    assertThat(BrownianDrawdown.expected(0, 1, 1)).isCloseTo(area, within(1e-6));
  }

  @Test
  void theRisingFunctionIsThatOfTheTableAndItsAsymptote() {
    double[] x = Vectors.doubles(Vectors.inputs("S-DD-03").get("x"));
    double[] table = Vectors.doubles(Vectors.expected("S-DD-03").get("Qp"));
    for (int i = 0; i < x.length; i++) {
      assertThat(BrownianDrawdown.rising(x[i])).isCloseTo(table[i], within(0.002));
    }
    for (double far : new double[] {999_999, 1e6 + 1, 1e20}) {
      assertThat(BrownianDrawdown.rising(far))
          .isCloseTo(0.25 * Math.log(far) + 0.49088, within(1e-5));
    }
  }

  @Test
  void theFallingFunctionMeetsItsAsymptotes() {
    assertThat(BrownianDrawdown.falling(1e-8))
        .isCloseTo(Math.sqrt(Math.PI / 8 * 2e-8), within(1e-8));
    assertThat(BrownianDrawdown.falling(1e-16))
        .isCloseTo(Math.sqrt(Math.PI / 8 * 2e-16), within(1e-15));
    assertThat(BrownianDrawdown.falling(9)).isCloseTo(9.5, within(3e-5));
    assertThat(BrownianDrawdown.falling(9.01)).isEqualTo(9.51);
  }

  @Test
  void theDrawdownFallsWithDriftAndGrowsWithTime() {
    double before = Double.POSITIVE_INFINITY;
    for (double drift : new double[] {-1e-2, -1e-3, -1e-4, -1e-9, 0, 1e-9, 1e-4, 1e-3, 1e-2}) {
      double here = BrownianDrawdown.expected(drift, 0.01, 252);
      assertThat(here).isPositive().isLessThan(before);
      assertThat(BrownianDrawdown.expected(drift, 0.01, 300)).isGreaterThan(here);
      before = here;
    }
  }

  @Test
  void withoutRiskOrTimeOnlyTheDriftTakes() {
    assertThat(BrownianDrawdown.expected(-0.01, 0, 10)).isCloseTo(0.1, within(1e-12));
    assertThat(BrownianDrawdown.expected(0.01, 0, 10)).isZero();
    assertThat(BrownianDrawdown.expected(0.01, 0.1, 0)).isZero();
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> BrownianDrawdown.expected(Double.NaN, 1, 1))
        .hasMessageContaining("drift");
    assertThatThrownBy(() -> BrownianDrawdown.expected(0, -1, 1)).hasMessageContaining("deviation");
    assertThatThrownBy(() -> BrownianDrawdown.expected(0, 1, Double.NaN))
        .hasMessageContaining("steps");
    assertThatThrownBy(() -> BrownianDrawdown.rising(0)).hasMessageContaining("x must");
    assertThatThrownBy(() -> BrownianDrawdown.falling(-1)).hasMessageContaining("x must");
    assertThatThrownBy(() -> BrownianDrawdown.probability(0, 1, 1))
        .hasMessageContaining("deviation");
    assertThatThrownBy(() -> BrownianDrawdown.probability(1, 1, -1)).hasMessageContaining("depth");
  }

  private static double drawdown(RandomGenerator random, double drift) {
    double equity = 0;
    double high = 0;
    double deepest = 0;
    for (int step = 0; step < 252; step++) {
      equity += drift + 0.01 * random.nextGaussian();
      high = Math.max(high, equity);
      deepest = Math.max(deepest, high - equity);
    }
    return deepest;
  }
}
