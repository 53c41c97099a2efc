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
import java.util.stream.IntStream;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class CircularShiftTest {

  @Test
  void agreesWithTheReference() {
    JsonNode inputs = Vectors.inputs("S-MC-02");
    JsonNode expected = Vectors.expected("S-MC-02").get("circular_shifts");
    double[] position = Vectors.doubles(inputs.get("position"));
    double[] returns = Vectors.doubles(inputs.get("return"));

    NullComparison all = CircularShift.exact(position, returns);

    assertThat(all.atLeast()).isEqualTo(expected.get("count_ge").asLong());
    assertThat(all.draws()).isEqualTo(expected.get("total").asLong());
    double exposure = Arrays.stream(position).sum() / 8 * Arrays.stream(returns).sum() / 8;
    assertClose(
        all.observed(), Vectors.expected("S-MC-02").get("observed").asDouble() / 8 - exposure);
    assertClose(all.nullMean(), 0);
  }

  @Test
  void allSymbolsShiftTogether() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] weights = noise(seed, 7, 3);
          double[][] returns = noise(seed + 1_000, 7, 3);
          double observed = mean(weights, returns, 0);
          long atLeast =
              IntStream.range(0, 7)
                  .filter(shift -> mean(weights, returns, shift) >= observed)
                  .count();
          NullComparison all = CircularShift.exact(weights, returns);
          assertThat(all.atLeast()).isEqualTo(atLeast);
          assertThat(value(all.nullMean())).isCloseTo(0, within(1e-12));
        });
  }

  @Test
  void aFewBarsAreShiftedInAllWays() {
    double[][] weights = noise(1, 1_000, 2);
    double[][] returns = noise(2, 1_000, 2);
    NullComparison all = CircularShift.sampled(weights, returns, 999, 5);
    assertThat(all.exact()).isTrue();
    assertThat(all.draws()).isEqualTo(1_000);
    assertThat(all).isEqualTo(CircularShift.exact(weights, returns));
  }

  @Test
  void ofManyBarsTheShiftsAreDrawn() {
    double[][] weights = noise(1, 4_000, 2);
    double[][] returns = noise(2, 4_000, 2);
    NullComparison all = CircularShift.exact(weights, returns);
    NullComparison drawn = CircularShift.sampled(weights, returns, 1_500, 5);
    assertThat(drawn.exact()).isFalse();
    assertThat(drawn.draws()).isEqualTo(1_500);
    assertThat(value(drawn.p())).isCloseTo(value(all.p()), within(0.05));
    assertThat(drawn).isEqualTo(CircularShift.sampled(weights, returns, 1_500, 5));
    assertThat(drawn).isNotEqualTo(CircularShift.sampled(weights, returns, 1_500, 6));
    // All shifts but the observed one: drawn without repeats they can only be these.
    double without = (4_000 * value(all.nullMean()) - value(all.observed())) / 3_999;
    NullComparison nearlyAll = CircularShift.sampled(weights, returns, 3_998, 5);
    assertThat(value(nearlyAll.nullMean())).isCloseTo(without, within(1e-4));
    assertThat(nearlyAll.atLeast()).isBetween(all.atLeast() - 2, all.atLeast() - 1);
  }

  @Test
  void weightsThatKnowTheReturnsAreFound() {
    Seeds.forEachSeed(
        10,
        seed -> {
          double[][] returns = noise(seed, 1_200, 3);
          double[][] weights =
              Arrays.stream(returns)
                  .map(row -> Arrays.stream(row).map(r -> r > 0 ? 1 : 0).toArray())
                  .toArray(double[][]::new);
          assertClose(CircularShift.sampled(weights, returns, 999, seed).p(), 1.0 / 1_000);
        });
  }

  @Test
  void onNoisePIsUniform() {
    double[] p =
        IntStream.range(0, 1_000)
            .mapToDouble(
                seed -> value(CircularShift.exact(noise(seed, 40, 2), noise(~seed, 40, 2)).p()))
            .toArray();
    for (double level : new double[] {0.05, 0.25, 0.5, 0.75}) {
      double share = Arrays.stream(p).filter(value -> value <= level).count() / 1_000.0;
      assertThat(share).isCloseTo(level, within(0.05));
    }
  }

  @Test
  void holdingAloneScoresZeroAndIsNoEvidence() {
    double[][] returns =
        Arrays.stream(noise(3, 50, 2))
            .map(row -> Arrays.stream(row).map(r -> r + 5).toArray())
            .toArray(double[][]::new);
    double[][] weights = new double[50][];
    Arrays.fill(weights, new double[] {0.6, 0.4});
    NullComparison all = CircularShift.exact(weights, returns);
    assertThat(value(all.observed())).isCloseTo(0, within(1e-12));
    assertClose(all.p(), 1);
  }

  @Test
  void scaleDoesNotMatter() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] weights = noise(seed, 30, 2);
          double[][] returns = noise(seed + 1_000, 30, 2);
          double[][] larger =
              Arrays.stream(returns)
                  .map(row -> Arrays.stream(row).map(r -> 17 * r).toArray())
                  .toArray(double[][]::new);
          assertThat(CircularShift.exact(weights, larger).p())
              .isEqualTo(CircularShift.exact(weights, returns).p());
        });
  }

  @Test
  void tooLittleToShiftIsUndefined() {
    String few = "fewer than two bars";
    assertUndefined(CircularShift.exact(new double[1], new double[1]).p(), few);
    assertUndefined(CircularShift.exact(new double[0][], new double[0][]).p(), few);
    assertUndefined(CircularShift.sampled(new double[0][], new double[0][], 999, 1).p(), few);
    assertUndefined(CircularShift.exact(new double[5][0], new double[5][0]).p(), "no symbols");
    assertUndefined(
        CircularShift.sampled(new double[5_000][0], new double[5_000][0], 999, 1).p(),
        "no symbols");
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    double[][] two = noise(1, 5, 2);
    assertThatThrownBy(() -> CircularShift.exact(two, noise(1, 5, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different shapes");
    assertThatThrownBy(() -> CircularShift.exact(two, noise(1, 6, 2)))
        .hasMessageContaining("different shapes");
    assertThatThrownBy(() -> CircularShift.sampled(two, two, 998, 1))
        .hasMessageContaining("draws are 999 or more");
    assertThatThrownBy(() -> CircularShift.exact(new double[] {Double.NaN, 0}, new double[] {0, 0}))
        .hasMessageContaining("weights are finite");
  }

  private static double mean(double[][] weights, double[][] returns, int shift) {
    double sum = 0;
    for (int bar = 0; bar < weights.length; bar++) {
      double[] met = returns[(bar + shift) % returns.length];
      for (int symbol = 0; symbol < met.length; symbol++) {
        sum += weights[bar][symbol] * met[symbol];
      }
    }
    return sum / weights.length;
  }

  private static double[][] noise(long seed, int bars, int symbols) {
    RandomGenerator random = Seeds.random(seed);
    double[][] noise = new double[bars][symbols];
    for (double[] row : noise) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    return noise;
  }
}
