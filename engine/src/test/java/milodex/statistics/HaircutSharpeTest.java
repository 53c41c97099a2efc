package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import milodex.Seeds;
import milodex.statistics.HaircutSharpe.Haircut;
import org.junit.jupiter.api.Test;

class HaircutSharpeTest {

  private static final double[] NO_OTHERS = {};

  @Test
  void aHundredTestsTakeMostOfASharpeRatioOfOne() {
    JsonNode in = inputs("S-HC-01");
    JsonNode expected = expected("S-HC-01");
    JsonNode tolerance = Vectors.vector("S-HC-01").get("tolerance");
    SimulatedFamily family =
        new SimulatedFamily(in.get("tests").asInt(), in.get("avg_corr").asDouble(), 6000, 1);
    HaircutSharpe haircut =
        HaircutSharpe.simulated(
            in.get("sr").asDouble(), in.get("n_obs").asInt(), in.get("rho").asDouble(), family);
    same(value(haircut.sharpe()), expected.get("sr_ac_adjusted"), 1e-9);
    same(value(haircut.p()), expected.get("single_p"), 1e-9);
    double exact = tolerance.get("bonferroni_abs").asDouble();
    assertHaircut(haircut.bonferroni(), expected.get("bonferroni"), exact, exact);
    double holm = tolerance.get("holm_abs").asDouble();
    assertHaircut(haircut.holm(), expected.get("holm"), holm, holm);
    assertHaircut(
        haircut.yekutieli(),
        expected.get("bhy"),
        tolerance.get("bhy_p_abs").asDouble(),
        tolerance.get("bhy_sr_abs").asDouble());
  }

  @Test
  void moreTestsNeverLeaveMore() {
    Seeds.forEachSeed(
        30,
        seed -> {
          double[] others = Seeds.random(seed).doubles(30).map(u -> u * u).toArray();
          HaircutSharpe few = HaircutSharpe.among(1.5, 60, 0, Arrays.copyOf(others, 5));
          HaircutSharpe many = HaircutSharpe.among(1.5, 60, 0, others);
          assertThat(value(many.bonferroni().sharpe()))
              .isLessThanOrEqualTo(value(few.bonferroni().sharpe()));
          assertThat(value(many.holm().sharpe())).isLessThanOrEqualTo(value(few.holm().sharpe()));
          assertThat(value(many.yekutieli().fraction())).isBetween(0.0, 1.0);
        });
  }

  @Test
  void aSingleTestIsNotCut() {
    HaircutSharpe single = HaircutSharpe.among(1.2, 60, 0, NO_OTHERS);
    for (Haircut haircut : new Haircut[] {single.bonferroni(), single.holm(), single.yekutieli()}) {
      assertThat(value(haircut.sharpe())).isCloseTo(1.2, within(1e-9));
      assertThat(value(haircut.fraction())).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void whatIsNoLongerSignificantAtAllLeavesNothing() {
    HaircutSharpe nothing = HaircutSharpe.among(0.1, 24, 0, Noise.constant(50, 0.5));
    assertThat(nothing.bonferroni().p()).isEqualTo(Figure.of(1));
    assertThat(nothing.bonferroni().sharpe()).isEqualTo(Figure.of(0));
    assertThat(nothing.bonferroni().fraction()).isEqualTo(Figure.of(1));
  }

  @Test
  void aRatioBeyondAllProbabilityIsStillCutByItsLogarithm() {
    HaircutSharpe huge = HaircutSharpe.among(30, 1200, 0, Noise.constant(99, 0.5));
    assertUndefined(huge.p(), "smaller than any number");
    assertThat(value(huge.bonferroni().sharpe())).isBetween(29.0, 30.0);
    assertThat(value(huge.holm().sharpe()))
        .isCloseTo(value(huge.bonferroni().sharpe()), within(1e-9));
    assertThat(value(huge.yekutieli().fraction())).isGreaterThan(value(huge.holm().fraction()));
  }

  @Test
  void theSameSeedGivesTheSameHaircut() {
    SimulatedFamily family = new SimulatedFamily(20, 0.3, 50, 7);
    assertThat(HaircutSharpe.simulated(1, 120, 0, family))
        .isEqualTo(HaircutSharpe.simulated(1, 120, 0, family))
        .isNotEqualTo(HaircutSharpe.simulated(1, 120, 0, new SimulatedFamily(20, 0.3, 50, 8)));
  }

  @Test
  void everyAverageCorrelationHasAFamily() {
    for (double correlation : new double[] {-1, -0.1, 0, 0.2, 0.8, 0.95, 1}) {
      SimulatedFamily family = new SimulatedFamily(1, correlation, 3, 1);
      assertThat(family.pValues())
          .hasSize(3)
          .allSatisfy(
              p -> assertThat(p).hasSize(1).satisfies(q -> assertThat(q[0]).isBetween(0.0, 1.0)));
    }
  }

  @Test
  void whatIsShortOrNotPositiveHasNoHaircut() {
    assertUndefined(
        HaircutSharpe.among(1, 1, 0, NO_OTHERS).holm().sharpe(), "fewer than two months");
    assertUndefined(
        HaircutSharpe.among(0, 60, 0, NO_OTHERS).bonferroni().fraction(),
        "the Sharpe ratio is not above zero");
    assertThatThrownBy(() -> HaircutSharpe.among(Double.NaN, 60, 0, NO_OTHERS))
        .hasMessageContaining("annualSharpe");
    assertThatThrownBy(() -> HaircutSharpe.among(1, 60, 1, NO_OTHERS))
        .hasMessageContaining("autocorrelation");
    assertThatThrownBy(() -> HaircutSharpe.among(1, 60, 0, new double[] {2}))
        .hasMessageContaining("others[0]");
    assertThatThrownBy(() -> new SimulatedFamily(0, 0, 1, 1)).hasMessageContaining("tests");
    assertThatThrownBy(() -> new SimulatedFamily(1, 0, 0, 1)).hasMessageContaining("families");
    assertThatThrownBy(() -> new SimulatedFamily(1, Double.NaN, 1, 1))
        .hasMessageContaining("averageCorrelation");
  }

  private static void assertHaircut(
      Haircut haircut, JsonNode expected, double ofP, double ofSharpe) {
    assertThat(value(haircut.p())).isCloseTo(expected.get("p").asDouble(), within(ofP));
    assertThat(value(haircut.sharpe())).isCloseTo(expected.get("sr").asDouble(), within(ofSharpe));
    assertThat(value(haircut.fraction()))
        .isCloseTo(expected.get("haircut").asDouble(), within(ofSharpe * 1.2));
  }
}
