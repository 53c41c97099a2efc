package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import milodex.Seeds;
import milodex.statistics.RandomEntry.Trade;
import org.junit.jupiter.api.Test;

class RandomEntryTest {

  private static final JsonNode INPUTS = Vectors.inputs("S-RE-01");
  private static final double[] RETURNS = Vectors.doubles(INPUTS.get("bar_returns"));
  private static final int GAP = INPUTS.get("min_gap_bars").asInt();
  private static final List<Trade> TRADES =
      IntStream.range(0, 2)
          .mapToObj(
              at ->
                  new Trade(
                      INPUTS.get("actual_entries0").get(at).asInt(),
                      INPUTS.get("holding_lengths").get(at).asInt(),
                      1))
          .toList();

  @Test
  void agreesWithTheReference() {
    JsonNode expected = Vectors.expected("S-RE-01");
    NullComparison all = RandomEntry.exact(RETURNS, TRADES, GAP);
    assertThat(all.draws()).isEqualTo(expected.get("total").asLong());
    assertThat(all.atLeast()).isEqualTo(expected.get("count_ge").asLong());
    assertClose(all.observed(), expected.get("observed").asDouble());
    assertClose(all.nullMean(), expected.get("null_mean").asDouble());
    assertClose(all.nullDeviation(), expected.get("null_sd").asDouble());
    assertThat(RandomEntry.placements(12, TRADES, GAP)).isEqualTo(56);
  }

  @Test
  void drawsComeCloseToAllPlacements() {
    NullComparison all = RandomEntry.exact(RETURNS, TRADES, GAP);
    NullComparison drawn = RandomEntry.sampled(RETURNS, TRADES, GAP, 40_000, 3);
    assertThat(value(drawn.p())).isCloseTo(value(all.p()), within(0.005));
    assertThat(value(drawn.nullMean())).isCloseTo(value(all.nullMean()), within(0.02));
    assertThat(value(drawn.nullDeviation())).isCloseTo(value(all.nullDeviation()), within(0.02));
    assertThat(drawn).isEqualTo(RandomEntry.sampled(RETURNS, TRADES, GAP, 40_000, 3));
    assertThat(drawn).isNotEqualTo(RandomEntry.sampled(RETURNS, TRADES, GAP, 40_000, 4));
  }

  @Test
  void thereAreAsManyPlacementsAsCounted() {
    Seeds.forEachSeed(
        100,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          int gap = random.nextInt(3);
          List<Trade> trades = trades(random, gap);
          double[] returns = random.doubles(16).map(x -> x - 0.5).toArray();
          NullComparison all = RandomEntry.exact(returns, trades, gap);
          assertThat((double) all.draws()).isEqualTo(RandomEntry.placements(16, trades, gap));
          assertThat(value(all.p())).isGreaterThanOrEqualTo(1.0 / all.draws());
          NullComparison drawn = RandomEntry.sampled(returns, trades, gap, 4_000, seed);
          assertThat(value(drawn.p())).isCloseTo(value(all.p()), within(0.04));
          assertThat(drawn.observed()).isEqualTo(all.observed());
        });
  }

  @Test
  void sidesAndSizesMoveWithTheirTrades() {
    double[] returns = {1, 0, 0, -1};
    List<Trade> trades = List.of(new Trade(0, 1, 2), new Trade(3, 1, -3));
    NullComparison all = RandomEntry.exact(returns, trades, 1);
    assertClose(all.observed(), 5);
    // Long first at (0,2) (0,3) (1,3), and the same places with the short first.
    assertThat(all.draws()).isEqualTo(6);
    assertClose(all.nullMean(), (2 + 5 + 3 - 3 - 5 - 2) / 6.0);
    assertThat(all.atLeast()).isOne();
  }

  @Test
  void scaleDoesNotMatter() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[] returns = Seeds.random(seed).doubles(12).map(x -> x - 0.5).toArray();
          double[] larger = Arrays.stream(returns).map(x -> 17 * x).toArray();
          assertThat(RandomEntry.exact(larger, TRADES, GAP).p())
              .isEqualTo(RandomEntry.exact(returns, TRADES, GAP).p());
          assertThat(RandomEntry.sampled(larger, TRADES, GAP, 99, seed).p())
              .isEqualTo(RandomEntry.sampled(returns, TRADES, GAP, 99, seed).p());
        });
  }

  @Test
  void withOnePlacementOrOneReturnThereIsNoEvidence() {
    List<Trade> always = List.of(new Trade(0, 12, 1));
    assertThat(RandomEntry.exact(RETURNS, always, GAP).draws()).isOne();
    assertClose(RandomEntry.exact(RETURNS, always, GAP).p(), 1);
    assertClose(RandomEntry.sampled(RETURNS, always, GAP, 99, 1).p(), 1);
    double[] constant = new double[12];
    Arrays.fill(constant, 0.1);
    assertClose(RandomEntry.exact(constant, TRADES, GAP).p(), 1);
    assertClose(RandomEntry.sampled(constant, TRADES, GAP, 99, 1).p(), 1);
  }

  @Test
  void oneTradeIsPlacedAtEveryBar() {
    NullComparison all = RandomEntry.exact(RETURNS, List.of(new Trade(2, 1, 1)), GAP);
    assertThat(all.draws()).isEqualTo(12);
    assertClose(all.p(), 1.0 / 12);
  }

  @Test
  void withoutTradesNothingIsKnown() {
    assertUndefined(RandomEntry.exact(RETURNS, List.of(), GAP).p(), "no trades");
    assertUndefined(RandomEntry.sampled(RETURNS, List.of(), GAP, 99, 1).p(), "no trades");
    assertUndefined(RandomEntry.exact(new double[0], List.of(), GAP).p(), "no trades");
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    List<Trade> touching = List.of(new Trade(2, 3, 1), new Trade(5, 2, 1));
    assertThat(RandomEntry.exact(RETURNS, touching, 0).draws()).isEqualTo(72);
    assertThatThrownBy(() -> RandomEntry.exact(RETURNS, touching, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 or more apart");
    assertThatThrownBy(() -> RandomEntry.sampled(RETURNS, List.of(new Trade(11, 2, 1)), 0, 9, 1))
        .hasMessageContaining("within 12 bars");
    assertThatThrownBy(() -> RandomEntry.exact(RETURNS, TRADES, -1)).hasMessageContaining("minGap");
    assertThatThrownBy(() -> RandomEntry.sampled(RETURNS, TRADES, 1, 0, 1))
        .hasMessageContaining("draws");
    assertThatThrownBy(() -> RandomEntry.exact(new double[] {Double.NaN}, List.of(), 1))
        .hasMessageContaining("returns are finite");
    assertThatThrownBy(() -> new Trade(0, 0, 1)).hasMessageContaining("length");
    assertThatThrownBy(() -> new Trade(-1, 1, 1)).hasMessageContaining("entry");
    assertThatThrownBy(() -> new Trade(0, 1, Double.NaN)).hasMessageContaining("size");
    List<Trade> many =
        IntStream.range(0, 20).mapToObj(at -> new Trade(50 * at, 1 + at, 1)).toList();
    assertThatThrownBy(() -> RandomEntry.exact(new double[1_000], many, 1))
        .hasMessageContaining("at most 20000000 placements");
    assertThat(RandomEntry.sampled(new double[1_000], many, 1, 99, 1).draws()).isEqualTo(99);
  }

  // Two or three trades in 16 bars, some of them alike.
  private static List<Trade> trades(RandomGenerator random, int gap) {
    int first = 1 + random.nextInt(2);
    int second = 1 + random.nextInt(2);
    int third = 1 + random.nextInt(2);
    Trade one = new Trade(random.nextInt(2), first, 1);
    Trade two = new Trade(one.entry() + first + gap + random.nextInt(2), second, 1);
    Trade three = new Trade(two.entry() + second + gap, third, random.nextBoolean() ? 1 : -1);
    return random.nextBoolean() ? List.of(two, one) : List.of(three, one, two);
  }
}
