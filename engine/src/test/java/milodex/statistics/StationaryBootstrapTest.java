package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class StationaryBootstrapTest {

  private static final double[] DAILY = Vectors.column("returns_daily_a.csv", "r");

  @Test
  void statedUniformsGiveTheirPath() {
    JsonNode in = Vectors.inputs("S-SB-01");
    int[] path =
        StationaryBootstrap.path(
            Vectors.doubles(in.get("u")),
            Vectors.doubles(in.get("v")),
            in.get("mean_block").asDouble());
    double[] expected = Vectors.doubles(Vectors.expected("S-SB-01").get("index0"));
    assertThat(Arrays.stream(path).asDoubleStream().toArray()).isEqualTo(expected);
  }

  @Test
  void theVarianceOfTheMeanIsExact() {
    JsonNode expected = Vectors.expected("S-SB-02");
    double block = Vectors.inputs("S-SB-02").get("mean_block").asDouble();
    Vectors.same(
        value(StationaryBootstrap.longRunVariance(DAILY, block)),
        expected.get("T_times_var_of_mean"),
        1e-9);
    Vectors.same(
        value(StationaryBootstrap.standardErrorOfMean(DAILY, block)),
        expected.get("se_of_mean"),
        1e-9);
  }

  @Test
  void theVarianceIsThatOfTheMeansDrawn() {
    Resamples resamples = Resamples.stationary(DAILY.length, 40_000, 10, 1);
    double mean = Series.mean(DAILY);
    double[] drawn = new double[DAILY.length];
    double sum = 0;
    for (int b = 0; b < resamples.count(); b++) {
      resamples.resample(b, DAILY, drawn);
      sum += Math.pow(Series.mean(drawn) - mean, 2);
    }
    double error = Math.sqrt(sum / resamples.count());
    double exact = value(StationaryBootstrap.standardErrorOfMean(DAILY, 10));
    assertThat(error / exact).isCloseTo(1, within(0.015));
  }

  @Test
  void theVarianceIsTheSumOfItsDefinition() {
    Seeds.forEachSeed(
        50,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          int n = 2 + random.nextInt(60);
          double block = seed % 5 == 0 ? 1 : 1 + 20 * random.nextDouble();
          double[] series = random.doubles(n, -1, 3).toArray();
          assertClose(StationaryBootstrap.longRunVariance(series, block), defined(series, block));
        });
  }

  @Test
  void aSeriesThatIsShortOrConstantHasNoSpread() {
    assertUndefined(
        StationaryBootstrap.longRunVariance(new double[1], 2), "fewer than 2 observations");
    double[] constant = new double[40];
    Arrays.fill(constant, 0.25);
    assertThat(StationaryBootstrap.longRunVariance(constant, 5)).isEqualTo(Figure.of(0));
  }

  @Test
  void aCallersMistakeIsNamed() {
    double[] one = {0.5};
    assertThatThrownBy(() -> StationaryBootstrap.path(one, new double[2], 2))
        .hasMessageContaining("differ in length");
    assertThatThrownBy(() -> StationaryBootstrap.path(one, new double[] {1}, 2))
        .hasMessageContaining("[0, 1)");
    assertThatThrownBy(() -> StationaryBootstrap.path(one, one, 0.5))
        .hasMessageContaining("meanBlock");
    assertThatThrownBy(() -> StationaryBootstrap.longRunVariance(new double[] {1, Double.NaN}, 2))
        .hasMessageContaining("not finite");
  }

  private static double defined(double[] series, double block) {
    int n = series.length;
    double[] c = Series.autocovariances(Series.centred(series, "series"), n - 1);
    double q = 1 - 1 / block;
    double sum = c[0];
    for (int i = 1; i < n; i++) {
      double share = i / (double) n;
      sum += 2 * c[i] * ((1 - share) * Math.pow(q, i) + share * Math.pow(q, n - i));
    }
    return sum;
  }
}
