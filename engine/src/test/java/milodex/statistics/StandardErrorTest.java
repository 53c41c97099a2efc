package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.column;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class StandardErrorTest {

  @Test
  void theErrorOfNormalReturnsIsLos() {
    JsonNode cases = inputs("S-SE-01").get("cases");
    for (int i = 0; i < cases.size(); i++) {
      Moments moments =
          Moments.standardised(cases.get(i).get(1).asInt(), cases.get(i).get(0).asDouble(), 0, 3);
      same(value(StandardError.iid(moments)), expected("S-SE-01").get("se").get(i), 1e-9);
    }
  }

  @Test
  void theErrorOfSkewedReturnsIsMertens() {
    JsonNode in = inputs("S-SE-02");
    Moments moments =
        Moments.standardised(
            in.get("T").asInt(),
            in.get("sr").asDouble(),
            in.get("skew").asDouble(),
            in.get("kurt").asDouble());
    same(value(StandardError.mertens(moments)), expected("S-SE-02").get("se"), 1e-9);
  }

  @Test
  void theErrorOfDependentReturnsIsThatOfOtherPrograms() {
    double[] returns = column("returns_daily_a.csv", "r");
    JsonNode lags = inputs("S-SR-02").get("lags");
    for (int i = 0; i < lags.size(); i++) {
      Figure error = StandardError.hac(returns, lags.get(i).asInt());
      same(value(error), expected("S-SR-02").get("se").get(i), 1e-9);
    }
    double mertens = value(StandardError.mertens(Moments.of(returns)));
    same(mertens * Math.sqrt(499 / 500.0), expected("S-SR-02").get("se_mertens_T"), 1e-9);
  }

  @Test
  void aGateUsesTheLargerError() {
    double[] trending = column("returns_daily_a.csv", "r");
    assertThat(StandardError.automaticLag(500)).isEqualTo(5);
    assertThat(StandardError.larger(trending)).isEqualTo(StandardError.hac(trending, 5));
    Seeds.forEachSeed(
        30,
        seed -> {
          double[] returns = Noise.returns(seed, 60, 0.2);
          assertThat(value(StandardError.larger(returns)))
              .isGreaterThanOrEqualTo(value(StandardError.hac(returns)))
              .isGreaterThanOrEqualTo(value(StandardError.mertens(Moments.of(returns))));
        });
  }

  @Test
  void independentReturnsHaveAboutTheSameErrorByAllThree() {
    double[] returns = Noise.returns(3, 5000, 0.05);
    double iid = value(StandardError.iid(Moments.of(returns)));
    assertThat(value(StandardError.hac(returns))).isCloseTo(iid, within(0.1 * iid));
    assertThat(value(StandardError.mertens(Moments.of(returns))))
        .isCloseTo(iid, within(0.02 * iid));
  }

  @Test
  void theAutomaticLagIsAlwaysOneThatTheSeriesHas() {
    assertThat(StandardError.automaticLag(0)).isZero();
    assertThat(StandardError.automaticLag(1)).isZero();
    assertThat(StandardError.automaticLag(2)).isEqualTo(1);
    assertThat(StandardError.automaticLag(100)).isEqualTo(4);
  }

  @Test
  void whatIsShortOrFlatHasNoError() {
    for (double[] none : new double[][] {{}, {0.1}, {0.1, 0.1, 0.1}}) {
      assertThat(StandardError.iid(Moments.of(none))).isInstanceOf(Figure.Undefined.class);
      assertThat(StandardError.mertens(Moments.of(none))).isInstanceOf(Figure.Undefined.class);
      assertThat(StandardError.hac(none)).isInstanceOf(Figure.Undefined.class);
      assertThat(StandardError.larger(none)).isInstanceOf(Figure.Undefined.class);
    }
    assertUndefined(StandardError.hac(new double[] {1, 2}, 2), "too few returns for 2 lags");
    assertThatThrownBy(() -> StandardError.hac(new double[9], -1)).hasMessageContaining("lags");
  }
}
