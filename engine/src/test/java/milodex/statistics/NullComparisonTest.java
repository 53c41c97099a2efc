package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NullComparisonTest {

  @Test
  void whatHappenedCountsAsOneOfTheDraws() {
    NullComparison one = NullComparison.sampled(2, new double[] {1, 2, 3, 0});
    assertThat(one.atLeast()).isEqualTo(2);
    assertClose(one.p(), 3.0 / 5);
    assertClose(one.nullMean(), 1.5);
    assertClose(one.nullDeviation(), Math.sqrt(1.25));
  }

  @Test
  void fewerThanAHundredDrawsCannotSupportOnePercent() {
    double[] draws = IntStream.range(0, 99).mapToDouble(draw -> draw * 0.001).toArray();
    assertClose(NullComparison.sampled(1, draws).p(), 0.01);
  }

  @Test
  void aTieBrokenByRoundingIsATie() {
    assertThat(NullComparison.sampled(0.3, new double[] {Math.nextDown(0.3)}).atLeast()).isOne();
    assertThat(NullComparison.sampled(0.3, new double[] {0.3 - 1e-9}).atLeast()).isZero();
  }

  @Test
  void withoutAStatisticThereIsNoP() {
    NullComparison none = NullComparison.undefined("no trades");
    assertUndefined(none.p(), "no trades");
    assertThat(none.draws()).isZero();
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    assertThatThrownBy(() -> NullComparison.sampled(1, new double[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("draws");
    assertThatThrownBy(() -> NullComparison.sampled(1, new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("draws");
    assertThatThrownBy(() -> NullComparison.sampled(Double.NaN, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
