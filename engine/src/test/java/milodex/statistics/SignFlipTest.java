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

class SignFlipTest {

  private static final double[] TRADES = Vectors.doubles(Vectors.inputs("S-MC-01").get("trades"));

  @Test
  void agreesWithTheReference() {
    JsonNode expected = Vectors.expected("S-MC-01");
    NullComparison all = SignFlip.exact(TRADES);
    assertThat(all.atLeast()).isEqualTo(expected.get("count_ge").asLong());
    assertThat(all.draws()).isEqualTo(expected.get("total").asLong());
    assertClose(all.p(), expected.get("p").asDouble());
    assertClose(all.nullMean(), 0);
    assertClose(
        all.nullDeviation(), Math.sqrt(Arrays.stream(TRADES).map(trade -> trade * trade).sum()));
  }

  @Test
  void drawsComeCloseToAllSigns() {
    NullComparison drawn = SignFlip.sampled(TRADES, 20_000, 7);
    assertThat(value(drawn.p())).isCloseTo(value(SignFlip.exact(TRADES).p()), within(0.01));
    assertThat(drawn).isEqualTo(SignFlip.sampled(TRADES, 20_000, 7));
    assertThat(drawn).isNotEqualTo(SignFlip.sampled(TRADES, 20_000, 8));
  }

  @Test
  void everyResultOfALongListIsFlipped() {
    double[] ones = new double[200];
    Arrays.fill(ones, 1);
    NullComparison drawn = SignFlip.sampled(ones, 5_000, 1);
    assertThat(value(drawn.nullMean())).isCloseTo(0, within(1.0));
    assertThat(value(drawn.nullDeviation())).isCloseTo(Math.sqrt(200), within(0.7));
    assertClose(drawn.p(), 1.0 / 5_001);
  }

  @Test
  void scaleDoesNotMatterAndPIsNeverZero() {
    Seeds.forEachSeed(
        30,
        seed -> {
          double[] results = Seeds.random(seed).doubles(9).map(x -> x - 0.4).toArray();
          double[] larger = Arrays.stream(results).map(x -> 17 * x).toArray();
          assertThat(SignFlip.exact(larger).p()).isEqualTo(SignFlip.exact(results).p());
          assertThat(SignFlip.sampled(larger, 50, seed).p())
              .isEqualTo(SignFlip.sampled(results, 50, seed).p());
          assertThat(value(SignFlip.exact(results).p())).isGreaterThanOrEqualTo(1.0 / 512);
          assertThat(value(SignFlip.sampled(results, 50, seed).p()))
              .isGreaterThanOrEqualTo(1.0 / 51);
        });
  }

  @Test
  void onNoisePIsUniform() {
    double[] p =
        IntStream.range(0, 1_000)
            .mapToDouble(
                seed -> {
                  RandomGenerator random = Seeds.random(seed);
                  double[] noise =
                      IntStream.range(0, 10).mapToDouble(_ -> random.nextGaussian()).toArray();
                  return value(SignFlip.exact(noise).p());
                })
            .toArray();
    for (double level : new double[] {0.05, 0.25, 0.5, 0.75}) {
      double share = Arrays.stream(p).filter(value -> value <= level).count() / 1_000.0;
      assertThat(share).isCloseTo(level, within(0.05));
    }
  }

  @Test
  void oneTradeWinsHalfOfTheTimeAndNoGainIsNoEvidence() {
    assertClose(SignFlip.exact(new double[] {2}).p(), 0.5);
    assertClose(SignFlip.exact(new double[] {-2}).p(), 1);
    assertClose(SignFlip.exact(new double[5]).p(), 1);
    assertClose(SignFlip.sampled(new double[5], 10, 1).p(), 1);
  }

  @Test
  void withoutTradesNothingIsKnown() {
    assertUndefined(SignFlip.exact(new double[0]).p(), "no trades");
    assertUndefined(SignFlip.sampled(new double[0], 10, 1).p(), "no trades");
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    assertThatThrownBy(() -> SignFlip.exact(new double[25]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("results are at most 24");
    assertThatThrownBy(() -> SignFlip.exact(new double[] {Double.NaN}))
        .hasMessageContaining("results are finite");
    assertThatThrownBy(() -> SignFlip.sampled(TRADES, 0, 1)).hasMessageContaining("draws");
  }
}
