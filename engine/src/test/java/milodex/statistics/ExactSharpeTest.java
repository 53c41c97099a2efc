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
import milodex.Seeds;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class ExactSharpeTest {

  @Test
  void aShortTrackRecordIsJudgedByTheNonCentralT() {
    JsonNode in = inputs("S-EXT-01");
    Moments moments = Moments.standardised(in.get("T").asInt(), in.get("sr").asDouble(), 0, 3);
    same(
        value(ExactSharpe.pValue(moments, in.get("sr0").asDouble())),
        expected("S-EXT-01").get("p_one_sided"),
        1e-9);
    same(
        1 - value(ProbabilisticSharpe.atEstimate(moments, 0)),
        expected("S-EXT-01").get("psr_p"),
        1e-8);
  }

  @Test
  void againstZeroItIsStudentsTest() {
    Seeds.forEachSeed(
        60,
        seed -> {
          int n = Seeds.random(seed).nextInt(2, 400);
          double sharpe = Seeds.random(seed).nextDouble(-2, 2);
          double p = new TDistribution(n - 1).cumulativeProbability(-sharpe * Math.sqrt(n));
          assertThat(value(ExactSharpe.pValue(Moments.standardised(n, sharpe, 0, 3), 0)))
              .isCloseTo(p, within(1e-9));
        });
  }

  @Test
  void againstAHurdleItIsTheNonCentralTOfAnotherProgram() {
    assertNonCentral(12, 0.5, 0.3, 0.2698086706504);
    assertNonCentral(2, 1.5, 0.4, 0.2544730252763);
    assertNonCentral(60, 0.1, 0.25, 0.8774289055529);
  }

  @Test
  void aHigherHurdleIsLessSurprising() {
    Moments moments = Moments.standardised(30, 0.3, 0, 3);
    assertThat(value(ExactSharpe.pValue(moments, 0.2)))
        .isGreaterThan(value(ExactSharpe.pValue(moments, 0.1)));
  }

  @Test
  void longRecordsAreWithinReach() {
    assertThat(value(ExactSharpe.pValue(Moments.standardised(1_000_000, 0.001, 0, 3), 0)))
        .isCloseTo(Gaussian.upperTail(1), within(1e-6));
  }

  @Test
  void whatIsShortOrFlatHasNoTest() {
    assertUndefined(ExactSharpe.pValue(Moments.of(new double[1]), 0), "fewer than two returns");
    assertUndefined(ExactSharpe.pValue(Moments.of(new double[5]), 0), "the returns do not vary");
    assertThatThrownBy(() -> ExactSharpe.pValue(Moments.of(new double[5]), Double.NaN))
        .hasMessageContaining("benchmark");
  }

  private static void assertNonCentral(int n, double sharpe, double benchmark, double p) {
    assertThat(value(ExactSharpe.pValue(Moments.standardised(n, sharpe, 0, 3), benchmark)))
        .isCloseTo(p, within(1e-9));
  }
}
