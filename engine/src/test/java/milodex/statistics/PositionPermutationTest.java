package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class PositionPermutationTest {

  private static final double[] POSITION =
      Vectors.doubles(Vectors.inputs("S-MC-02").get("position"));
  private static final double[] RETURN = Vectors.doubles(Vectors.inputs("S-MC-02").get("return"));

  @Test
  void agreesWithTheReference() {
    JsonNode expected = Vectors.expected("S-MC-02");
    NullComparison all = PositionPermutation.exact(POSITION, RETURN);
    assertClose(all.observed(), expected.get("observed").asDouble());
    JsonNode counts = expected.get("all_permutations");
    assertThat(all.atLeast()).isEqualTo(counts.get("count_ge").asLong());
    assertThat(all.draws()).isEqualTo(counts.get("total").asLong());
    assertClose(all.p(), 144 / 40320.0);
  }

  @Test
  void theNullMeanIsWhatTheExposureAloneEarns() {
    double exposure = 8 * Arrays.stream(POSITION).sum() / 8 * Arrays.stream(RETURN).sum() / 8;
    assertClose(PositionPermutation.exact(POSITION, RETURN).nullMean(), exposure);
  }

  @Test
  void drawsComeCloseToAllOrders() {
    double[] position = {1, 0, 1, 1, 0, 0, 1};
    double[] returns = {0.1, 0.3, -0.2, 0.4, 0.1, -0.3, 0.2};
    NullComparison all = PositionPermutation.exact(position, returns);
    NullComparison drawn = PositionPermutation.sampled(position, returns, 20_000, 3);
    assertThat(value(drawn.p())).isCloseTo(value(all.p()), within(0.015));
    assertThat(value(drawn.nullMean())).isCloseTo(value(all.nullMean()), within(0.01));
    assertThat(value(drawn.nullDeviation())).isCloseTo(value(all.nullDeviation()), within(0.01));
    assertThat(drawn).isEqualTo(PositionPermutation.sampled(position, returns, 20_000, 3));
  }

  @Test
  void aLongBiasInARisingMarketIsNoSkill() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[] returns = Seeds.random(seed).doubles(200).map(x -> x + 0.5).toArray();
          double[] always = new double[200];
          Arrays.fill(always, 1);
          assertClose(PositionPermutation.sampled(always, returns, 199, seed).p(), 1);
        });
  }

  @Test
  void scaleDoesNotMatter() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[] returns = Seeds.random(seed).doubles(6).map(x -> x - 0.5).toArray();
          double[] position = {1, 1, 0, -1, 0, 1};
          double[] larger = Arrays.stream(returns).map(x -> 17 * x).toArray();
          assertThat(PositionPermutation.exact(position, larger).p())
              .isEqualTo(PositionPermutation.exact(position, returns).p());
          assertThat(PositionPermutation.sampled(position, larger, 99, seed).p())
              .isEqualTo(PositionPermutation.sampled(position, returns, 99, seed).p());
        });
  }

  @Test
  void returnsThatAreAllEqualAreNoEvidence() {
    assertClose(PositionPermutation.exact(new double[] {1, 0, 1}, new double[3]).p(), 1);
  }

  @Test
  void fewerThanTwoBarsAreTooFew() {
    double[] one = {1};
    assertUndefined(PositionPermutation.exact(one, one).p(), "fewer than two bars");
    assertUndefined(PositionPermutation.sampled(one, one, 9, 1).p(), "fewer than two bars");
    assertUndefined(
        PositionPermutation.exact(new double[0], new double[0]).p(), "fewer than two bars");
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    assertThatThrownBy(() -> PositionPermutation.exact(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positions are 2 and returns 3");
    assertThatThrownBy(() -> PositionPermutation.exact(new double[12], new double[12]))
        .hasMessageContaining("returns are at most 11");
    assertThatThrownBy(() -> PositionPermutation.sampled(POSITION, RETURN, 0, 1))
        .hasMessageContaining("draws");
    assertThatThrownBy(() -> PositionPermutation.exact(new double[] {1, Double.NaN}, new double[2]))
        .hasMessageContaining("positions are finite");
  }
}
