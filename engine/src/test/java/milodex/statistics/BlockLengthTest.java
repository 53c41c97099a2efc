package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.statistics.BlockLength.Rule;
import org.junit.jupiter.api.Test;

class BlockLengthTest {

  private static final double[] DAILY = Vectors.column("returns_daily_a.csv", "r");

  @Test
  void theBlocksOfTheReferenceSeriesAreFound() {
    holds("S-BL-daily", DAILY);
    holds("S-BL-abs_daily", Arrays.stream(DAILY).map(Math::abs).toArray());
    holds("S-BL-monthly", Vectors.column("returns_monthly_a.csv", "r"));
  }

  @Test
  void theBlockOfAnAutoregressionIsItsTheory() {
    JsonNode cases = Vectors.inputs("S-BL-AR1").get("rho_N");
    JsonNode expected = Vectors.expected("S-BL-AR1");
    for (int i = 0; i < cases.size(); i++) {
      double block =
          BlockLength.ofAutoregression(cases.get(i).get(0).asDouble(), cases.get(i).get(1).asInt());
      assertThat(block).isCloseTo(expected.get("b_sb").get(i).asDouble(), within(1e-6));
      assertThat(block * Math.cbrt(1.5))
          .isCloseTo(expected.get("b_cb").get(i).asDouble(), within(1e-6));
    }
  }

  @Test
  void anEstimateFromALongAutoregressionIsNearItsTheory() {
    double theory = BlockLength.ofAutoregression(0.5, 20_000);
    Seeds.forEachSeed(
        10,
        seed ->
            assertThat(value(BlockLength.stationary(autoregression(0.5, 20_000, seed))))
                .isCloseTo(theory, within(theory / 4)));
  }

  @Test
  void aDrawdownTakesTheLongerOfTheBlocksOfReturnsAndOfTheirSizes() {
    JsonNode sizes = Vectors.expected("S-BL-abs_daily").get("b_sb");
    Vectors.same(value(BlockLength.forDrawdown(DAILY)), sizes, 1e-7);
    double[] trending = autoregression(0.9, 500, 1);
    double ofReturns = value(BlockLength.stationary(trending));
    double[] all = Arrays.stream(trending).map(Math::abs).toArray();
    assertThat(value(BlockLength.forDrawdown(trending)))
        .isEqualTo(Math.max(ofReturns, value(BlockLength.stationary(all))));
  }

  @Test
  void aBlockIsAtLeastOneAndAtMostItsCapAndDoesNotDependOnScale() {
    Seeds.forEachSeed(
        200,
        seed -> {
          int n = 10 + (int) seed;
          double[] series = autoregression(seed % 3 == 0 ? 0.99 : 0, n, seed);
          double block = value(BlockLength.stationary(series));
          assertThat(block).isBetween(1.0, Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0)));
          double[] scaled = Arrays.stream(series).map(x -> -8 * x).toArray();
          assertThat(value(BlockLength.stationary(scaled))).isEqualTo(block, within(1e-9));
          assertThat(value(BlockLength.circular(series, Rule.FIRST_INSIGNIFICANT)))
              .isGreaterThanOrEqualTo(block);
        });
    assertThat(value(BlockLength.stationary(autoregression(0, 400, 2)))).isLessThan(3);
    double[] trend = new double[100];
    Arrays.setAll(trend, t -> t);
    assertThat(value(BlockLength.stationary(trend))).isBetween(10.0, 30.0);
  }

  @Test
  void thereIsNoBlockOfAShortOrConstantSeries() {
    assertUndefined(BlockLength.stationary(new double[9]), "fewer than 10 observations");
    assertUndefined(BlockLength.stationary(new double[0]), "fewer than 10 observations");
    double[] constant = new double[50];
    Arrays.fill(constant, 0.1);
    assertUndefined(BlockLength.stationary(constant), "all observations are equal");
    assertUndefined(BlockLength.forDrawdown(constant), "all observations are equal");
    double[] alternating = new double[50];
    Arrays.setAll(alternating, t -> t % 2 == 0 ? 0.1 : -0.1);
    assertThat(BlockLength.forDrawdown(alternating)).isEqualTo(BlockLength.stationary(alternating));
  }

  @Test
  void aCallersMistakeIsNamed() {
    double[] broken = new double[50];
    broken[7] = Double.NaN;
    assertThatThrownBy(() -> BlockLength.stationary(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("series");
    assertThatThrownBy(() -> BlockLength.ofAutoregression(1, 100)).hasMessageContaining("rho");
    assertThatThrownBy(() -> BlockLength.ofAutoregression(0.1, 0)).hasMessageContaining("n is");
  }

  private static void holds(String id, double[] series) {
    JsonNode expected = Vectors.expected(id);
    holds(expected, series, Rule.FIRST_INSIGNIFICANT);
    holds(expected.get("literal_rule"), series, Rule.LITERAL);
  }

  private static void holds(JsonNode expected, double[] series, Rule rule) {
    Vectors.same(value(BlockLength.stationary(series, rule)), expected.get("b_sb"), 1e-7);
    Vectors.same(value(BlockLength.circular(series, rule)), expected.get("b_cb"), 1e-7);
  }

  private static double[] autoregression(double rho, int n, long seed) {
    RandomGenerator random = Seeds.random(seed);
    double[] series = new double[n];
    for (int t = 1; t < n; t++) {
      series[t] = rho * series[t - 1] + random.nextGaussian();
    }
    return series;
  }
}
