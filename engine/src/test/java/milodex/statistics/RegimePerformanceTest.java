package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class RegimePerformanceTest {

  @Test
  void aTotalThatIsGoneWithoutItsBestRegimeHangsOnIt() {
    JsonNode inputs = Vectors.inputs("S-REG-01");
    JsonNode expected = Vectors.expected("S-REG-01");
    List<String> labels = inputs.get("regime").valueStream().map(JsonNode::asText).toList();
    RegimePerformance performance =
        RegimePerformance.of(Vectors.doubles(inputs.get("returns")), labels, names("D", "U"));
    for (RegimePerformance.Regime regime : performance.regimes()) {
      JsonNode those = expected.get("by_regime").get(regime.name());
      assertThat(regime.n()).isEqualTo(those.get("n").asInt());
      Vectors.same(value(regime.mean()), those.get("mean"), 1e-9);
      Vectors.same(value(regime.sharpe()), those.get("sharpe"), 1e-9);
      Vectors.same(regime.total(), those.get("pnl"), 1e-9);
    }
    Vectors.same(performance.total(), expected.get("total"), 1e-9);
    assertThat(performance.best()).isEqualTo("U");
    Vectors.same(value(performance.bestShare()), expected.get("best_share"), 1e-9);
    Vectors.same(value(performance.withoutBest()), expected.get("without_best"), 1e-9);
    assertThat(performance.isSingleRegimeDependent()).isTrue();
    assertThat(performance.thin()).containsExactly("D", "U");
    Welch welch = performance.contrasts().getFirst().welch();
    Vectors.same(value(welch.t()), expected.get("welch_t"), 1e-9);
    Vectors.same(value(welch.p()), expected.get("welch_p"), 1e-9);
  }

  @Test
  void theStandardErrorHoldsSkewAndKurtosis() {
    RegimePerformance performance =
        RegimePerformance.of(new double[] {1, 2, 6}, List.of("A", "A", "A"), names("A"));
    double sharpe = 3 / Math.sqrt(7);
    double skew = 6 / Math.pow(14 / 3.0, 1.5);
    double radicand = 1 - skew * sharpe + (1.5 - 1) / 4 * sharpe * sharpe;
    assertClose(performance.regimes().getFirst().sharpe(), sharpe);
    assertClose(performance.regimes().getFirst().standardError(), Math.sqrt(radicand / 2));
  }

  @Test
  void anAbsentRegimeIsUntested() {
    RegimePerformance performance =
        RegimePerformance.of(new double[] {1, 2}, List.of("up", "up"), names("up", "down"));
    RegimePerformance.Regime down = performance.regimes().getLast();
    assertThat(down.n()).isZero();
    assertUndefined(down.mean(), "untested");
    assertUndefined(down.sharpe(), "fewer than two returns");
    assertUndefined(down.standardError(), "fewer than two returns");
    assertUndefined(performance.withoutBest(), "no other regime was seen");
    assertThat(performance.isSingleRegimeDependent()).isTrue();
    assertThat(performance.thin()).contains("down");
    assertUndefined(performance.contrasts().getFirst().welch().t(), "fewer than two values");
  }

  @Test
  void withoutReturnsThereIsNoBestRegime() {
    RegimePerformance none = RegimePerformance.of(new double[0], List.of(), names("up"));
    assertThat(none.best()).isEmpty();
    assertUndefined(none.bestShare(), "no returns");
    assertUndefined(none.withoutBest(), "no other regime was seen");
  }

  @Test
  void aLossHasNoSharesAndALoneWinnerIsNotNeeded() {
    RegimePerformance lost =
        RegimePerformance.of(new double[] {1, -2}, List.of("a", "b"), names("a", "b"));
    assertUndefined(lost.bestShare(), "nothing was won");
    RegimePerformance won =
        RegimePerformance.of(new double[] {1, 2}, List.of("a", "b"), names("a", "b"));
    assertThat(won.best()).isEqualTo("b");
    assertClose(won.withoutBest(), 1);
    assertThat(won.isSingleRegimeDependent()).isFalse();
  }

  @Test
  void thirtyObservationsAreEnough() {
    List<String> labels = Collections.nCopies(30, "a");
    assertThat(RegimePerformance.of(new double[30], labels, names("a")).thin()).isEmpty();
    assertThat(RegimePerformance.of(new double[29], labels.subList(0, 29), names("a")).thin())
        .containsExactly("a");
  }

  @Test
  void turningTheSamplesRoundTurnsTheSignAndKeepsTheProbability() {
    Seeds.forEachSeed(
        30,
        seed -> {
          double[] one = Seeds.random(seed).doubles(12).toArray();
          double[] other = Seeds.random(seed + 100).doubles(8).toArray();
          Welch there = Welch.test(one, other);
          Welch back = Welch.test(other, one);
          assertClose(back.t(), -value(there.t()));
          assertClose(back.p(), value(there.p()));
          assertThat(value(there.p())).isBetween(0.0, 1.0);
          assertThat(value(there.degrees())).isBetween(7.0, 18.0 + 1e-9);
        });
  }

  @Test
  void samplesThatDoNotVaryAreNotTested() {
    double[] flat = {0.1, 0.1, 0.1};
    assertUndefined(Welch.test(flat, flat).p(), "the values do not vary");
    assertThat(value(Welch.test(flat, new double[] {1, 2}).degrees())).isCloseTo(1, within(1e-9));
  }

  @Test
  void mistakesAreNamed() {
    double[] one = {1};
    assertThatThrownBy(() -> RegimePerformance.of(one, List.of(), names("a")))
        .hasMessageContaining("labels");
    assertThatThrownBy(() -> RegimePerformance.of(one, List.of("b"), names("a")))
        .hasMessageContaining("no regime is named b");
    assertThatThrownBy(
            () -> RegimePerformance.of(new double[] {Double.NaN}, List.of("a"), names("a")))
        .hasMessageContaining("returns");
    assertThatThrownBy(() -> Welch.test(new double[] {Double.NaN}, one))
        .hasMessageContaining("first");
  }

  private static SequencedSet<String> names(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }
}
