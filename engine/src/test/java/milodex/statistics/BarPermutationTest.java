package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import milodex.Seeds;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BarPermutationTest {

  private static final Offset<Double> CLOSE = within(1e-9);
  private static final double[][] BARS = Vectors.matrix("bars_a.csv", 1, 1);

  @Test
  void agreesWithTheReference() {
    JsonNode inputs = Vectors.inputs("S-MC-03");
    BarPermutation order =
        BarPermutation.of(1, ints(inputs.get("perm_intrabar0")), ints(inputs.get("perm_gap0")));

    double[][] path = order.apply(Arrays.copyOf(BARS, 8));

    JsonNode expected = Vectors.expected("S-MC-03").get("ohlc");
    assertThat(path).hasNumberOfRows(8);
    for (int bar = 0; bar < 8; bar++) {
      assertThat(path[bar]).containsExactly(Vectors.doubles(expected.get(bar)), CLOSE);
    }
  }

  @Test
  void aPathStartsAndEndsAtTheOriginalPricesAndIsMadeOfBars() {
    Seeds.forEachSeed(
        50,
        seed -> {
          double[][] path = BarPermutation.drawn(BARS.length, 1, seed).apply(BARS);
          assertThat(path).hasNumberOfRows(BARS.length);
          assertThat(path[0]).containsExactly(BARS[0]);
          assertThat(path[path.length - 1][3]).isCloseTo(BARS[BARS.length - 1][3], CLOSE);
          assertThat(path[1][3]).isNotEqualTo(BARS[1][3]);
          for (double[] bar : path) {
            assertThat(bar[1]).isGreaterThanOrEqualTo(Math.max(bar[0], bar[3]));
            assertThat(bar[2]).isLessThanOrEqualTo(Math.min(bar[0], bar[3]));
          }
        });
  }

  @Test
  void gapsAndInsidesOfBarsAreKept() {
    double[][] path = BarPermutation.drawn(BARS.length, 1, 4).apply(BARS);
    assertThat(gaps(path)).containsExactly(gaps(BARS), CLOSE);
    assertThat(ranges(path)).containsExactly(ranges(BARS), CLOSE);
  }

  @Test
  void marketsShareTheOrder() {
    double[][] doubled =
        Arrays.stream(BARS)
            .map(bar -> Arrays.stream(bar).map(price -> 2 * price).toArray())
            .toArray(double[][]::new);
    BarPermutation order = BarPermutation.drawn(BARS.length, 1, 9);
    double[][] one = order.apply(BARS);
    double[][] other = order.apply(doubled);
    for (int bar = 0; bar < BARS.length; bar++) {
      assertThat(other[bar][3]).isCloseTo(2 * one[bar][3], CLOSE);
    }
  }

  @Test
  void theFirstTrainingWindowStaysAsItIs() {
    double[][] path = BarPermutation.drawn(BARS.length, 20, 2).apply(BARS);
    for (int bar = 0; bar < 20; bar++) {
      assertThat(path[bar]).containsExactly(BARS[bar]);
    }
    assertThat(path[20]).isNotEqualTo(BARS[20]);
    assertThat(path[path.length - 1][3]).isCloseTo(BARS[BARS.length - 1][3], CLOSE);
    assertThat(BarPermutation.drawn(BARS.length, BARS.length, 2).apply(BARS)).isDeepEqualTo(BARS);
  }

  @Test
  void theSeedDecidesTheOrder() {
    double[][] path = BarPermutation.drawn(BARS.length, 1, 2).apply(BARS);
    assertThat(BarPermutation.drawn(BARS.length, 1, 2).apply(BARS)).isDeepEqualTo(path);
    assertThat(BarPermutation.drawn(BARS.length, 1, 3).apply(BARS)[1]).isNotEqualTo(path[1]);
  }

  @Test
  void aMarketThatStandsStillStaysAsItIs() {
    double[][] still = new double[5][];
    Arrays.fill(still, new double[] {10, 10, 10, 10});
    for (double[] bar : BarPermutation.drawn(5, 1, 1).apply(still)) {
      assertThat(bar).containsExactly(still[0], CLOSE);
    }
    double[][] one = {{10, 11, 9, 10}};
    assertThat(BarPermutation.drawn(1, 1, 1).apply(one)).isDeepEqualTo(one);
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    assertThatThrownBy(() -> BarPermutation.drawn(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kept");
    assertThatThrownBy(() -> BarPermutation.drawn(5, 0, 1)).hasMessageContaining("kept");
    assertThatThrownBy(() -> BarPermutation.of(0, new int[0], new int[0]))
        .hasMessageContaining("kept");
    assertThatThrownBy(() -> BarPermutation.of(1, new int[] {0, 2}, new int[] {0, 1}))
        .hasMessageContaining("insides");
    assertThatThrownBy(() -> BarPermutation.of(1, new int[] {0, 1}, new int[] {0}))
        .hasMessageContaining("gaps");
    BarPermutation two = BarPermutation.drawn(2, 1, 1);
    assertThatThrownBy(() -> two.apply(BARS)).hasMessageContaining("bars are 2");
    double[] good = {10, 11, 9, 10};
    for (double[] bad :
        new double[][] {
          {10, 9, 9, 9},
          {10, 11, 10.5, 11},
          {10, 11, 9, 12},
          {10, 11, 0, 10},
          {Double.NaN, 11, 9, 10},
          {10, Double.POSITIVE_INFINITY, 9, 10},
          {10, 11, 9}
        }) {
      assertThatThrownBy(() -> two.apply(new double[][] {good, bad}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("bars are an open");
    }
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static double[] gaps(double[][] bars) {
    return IntStream.range(1, bars.length)
        .mapToDouble(bar -> Math.log(bars[bar][0] / bars[bar - 1][3]))
        .sorted()
        .toArray();
  }

  private static double[] ranges(double[][] bars) {
    return Arrays.stream(bars).mapToDouble(bar -> Math.log(bar[1] / bar[2])).sorted().toArray();
  }
}
