package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.column;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class MomentsTest {

  @Test
  void theMomentsOfDailyReturnsAreThoseOfOtherPrograms() {
    JsonNode expected = expected("S-SR-01");
    Moments moments = Moments.of(column("returns_daily_a.csv", "r"));
    assertThat(moments.n()).isEqualTo(expected.get("n").asInt());
    same(value(moments.mean()), expected.get("mean"), 1e-9);
    same(value(moments.deviation()), expected.get("sd"), 1e-9);
    same(value(moments.skew()), expected.get("skew"), 1e-9);
    same(value(moments.kurtosis()), expected.get("kurt"), 1e-9);
    same(value(moments.sharpe()), expected.get("sharpe"), 1e-9);
    same(value(moments.sharpe()) * Math.sqrt(252), expected.get("sharpe_annual"), 1e-9);
  }

  @Test
  void scaleLeavesTheSharpeRatioAndTheOtherSideNegatesIt() {
    Seeds.forEachSeed(
        50,
        seed -> {
          double[] returns = Noise.returns(seed, 40, 0.1);
          Moments moments = Moments.of(returns);
          Moments scaled = Moments.of(Noise.scaled(returns, 7.5));
          Moments negated = Moments.of(Noise.scaled(returns, -1));
          assertThat(value(scaled.sharpe())).isCloseTo(value(moments.sharpe()), within(1e-12));
          assertThat(value(scaled.kurtosis())).isCloseTo(value(moments.kurtosis()), within(1e-9));
          assertThat(value(negated.sharpe())).isCloseTo(-value(moments.sharpe()), within(1e-12));
          assertThat(value(negated.skew())).isCloseTo(-value(moments.skew()), within(1e-9));
        });
  }

  @Test
  void theOrderOfReturnsIsNoPartOfTheSharpeRatio() {
    assertThat(value(Moments.of(new double[] {0.03, 0.01, -0.02}).sharpe()))
        .isCloseTo(value(Moments.of(new double[] {-0.02, 0.03, 0.01}).sharpe()), within(1e-15));
  }

  @Test
  void whatIsTooShortOrFlatHasNoSharpeRatio() {
    assertUndefined(Moments.of(new double[0]).sharpe(), "no returns");
    assertUndefined(Moments.of(new double[] {0.01}).sharpe(), "fewer than two returns");
    assertUndefined(Moments.of(Noise.constant(30, 0)).sharpe(), "the returns do not vary");
    assertUndefined(Moments.of(Noise.constant(30, 0.1)).sharpe(), "the returns do not vary");
    assertUndefined(Moments.of(Noise.constant(30, 0.1)).skew(), "the returns do not vary");
    assertThat(Moments.of(Noise.constant(30, 0.1)).deviation()).isEqualTo(Figure.of(0));
  }

  @Test
  void aReturnThatIsNoNumberIsTheCallersMistake() {
    assertThatThrownBy(() -> Moments.of(new double[] {0.01, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("returns[1]");
    assertThatThrownBy(() -> Moments.of(new double[] {1 / 0.0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void excessKurtosisIsFoundOutWhereNoSeriesHasIt() {
    assertThatThrownBy(() -> Moments.standardised(100, 0.1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("excess");
    assertThat(Moments.standardised(100, 0.1, -3, 10).n()).isEqualTo(100);
  }
}
