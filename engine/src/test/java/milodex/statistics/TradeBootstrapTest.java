package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class TradeBootstrapTest {

  @Test
  void ofManyNormalTradesThePIsThatOfTheNormal() {
    double[] results = new double[400];
    RandomGenerator random = Seeds.random(1);
    Arrays.setAll(results, i -> random.nextGaussian());
    double mean = Series.mean(results);
    double square = Arrays.stream(results).map(r -> (r - mean) * (r - mean)).sum();
    double spread = Math.sqrt(square / 399);
    double[] shifted = Arrays.stream(results).map(r -> r - mean + 1.645 * spread / 20).toArray();
    assertThat(value(TradeBootstrap.p(shifted, 20_000, 2))).isCloseTo(0.05, within(0.008));
  }

  @Test
  void amongTradesWithoutEdgeAboutOneInTwentyHasAPBelowATwentieth() {
    int[] low = new int[1];
    Seeds.forEachSeed(
        1_000,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          double[] results = new double[30];
          Arrays.setAll(results, i -> random.nextGaussian());
          low[0] += value(TradeBootstrap.p(results, 199, seed)) <= 0.05 ? 1 : 0;
        });
    assertThat(low[0] / 1_000.0).isCloseTo(0.05, within(0.025));
  }

  @Test
  void theScaleOfResultsDoesNotMatterAndThePIsNeverNothing() {
    Seeds.forEachSeed(
        50,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          double[] results = random.doubles(20, -1, 1.5).toArray();
          double[] scaled = Arrays.stream(results).map(r -> 32 * r).toArray();
          Figure p = TradeBootstrap.p(results, 99, seed);
          assertThat(TradeBootstrap.p(scaled, 99, seed)).isEqualTo(p);
          assertThat(value(p)).isBetween(0.01, 1.0);
          double[] better = Arrays.stream(results).map(r -> r + 0.5).toArray();
          assertThat(value(TradeBootstrap.p(better, 99, seed))).isLessThanOrEqualTo(value(p));
        });
  }

  @Test
  void twoWinnersProveLittle() {
    double p = value(TradeBootstrap.p(new double[] {1, 1.1}, 9_999, 1));
    assertThat(p).isCloseTo(0.25, within(0.02));
  }

  @Test
  void thereIsNoPOfOneTradeOrOfEqualTrades() {
    assertUndefined(TradeBootstrap.p(new double[0], 9, 1), "fewer than 2 trades");
    assertUndefined(TradeBootstrap.p(new double[] {1}, 9, 1), "fewer than 2 trades");
    assertUndefined(
        TradeBootstrap.p(new double[] {0.3, 0.3, 0.3}, 9, 1), "all trades have the same result");
  }

  @Test
  void aCallersMistakeIsNamed() {
    assertThatThrownBy(() -> TradeBootstrap.p(new double[] {1, Double.NaN}, 9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("results");
    assertThatThrownBy(() -> TradeBootstrap.p(new double[] {1, 2}, 0, 1))
        .hasMessageContaining("count");
  }
}
