package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.statistics.ImplementationShortfall.Decision;
import milodex.statistics.ImplementationShortfall.Fill;
import org.junit.jupiter.api.Test;

class LiveAgainstBacktestTest {

  private static final double[] SHADOW = Vectors.column("live_vs_bt_a.csv", "backtest");
  private static final double[] LIVE = Vectors.column("live_vs_bt_a.csv", "live");

  @Test
  void theShortfallOfAPartlyFilledBuyIsThatOfTheTextbook() {
    JsonNode given = inputs("S-IS-01");
    JsonNode fill = given.get("fills").get(0);
    ImplementationShortfall cost =
        ImplementationShortfall.of(
            new Decision(
                given.get("shares").asDouble(),
                given.get("decision_price").asDouble(),
                given.get("arrival_price").asDouble(),
                given.get("final_price").asDouble()),
            List.of(new Fill(fill.get(0).asDouble(), fill.get(1).asDouble())),
            given.get("commission").asDouble());

    JsonNode wanted = expected("S-IS-01");
    same(cost.delay(), wanted.get("delay"), 1e-9);
    same(cost.trading(), wanted.get("trading"), 1e-9);
    same(cost.opportunity(), wanted.get("opportunity"), 1e-9);
    same(cost.fees(), wanted.get("explicit"), 1e-9);
    same(cost.total(), wanted.get("total"), 1e-9);
    same(value(cost.basisPoints()), wanted.get("total_bps"), 1e-9);
  }

  @Test
  void theShortfallIsThePaperProfitMinusTheRealOneOnBothSides() {
    Seeds.forEachSeed(
        50,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          double shares = (random.nextBoolean() ? 1 : -1) * random.nextDouble(1, 1000);
          Decision decision = new Decision(shares, price(random), price(random), price(random));
          Fill some = new Fill(Math.abs(shares) * random.nextDouble(0.1, 0.5), price(random));
          Fill more = new Fill(Math.abs(shares) * random.nextDouble(0.1, 0.5), price(random));
          double paper = shares * (decision.last() - decision.price());
          double real =
              Math.signum(shares)
                      * (some.quantity() * (decision.last() - some.price())
                          + more.quantity() * (decision.last() - more.price()))
                  - 3;
          assertThat(ImplementationShortfall.of(decision, List.of(some, more), 3).total())
              .isCloseTo(paper - real, within(1e-7));
        });
  }

  @Test
  void moreFilledThanDecidedOnIsAMistakeOfTheCaller() {
    Decision sell = new Decision(-10, 40, 40, 40);
    assertThatThrownBy(() -> ImplementationShortfall.of(sell, List.of(new Fill(11, 40)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fills");
    assertThatThrownBy(() -> new Decision(0, 40, 40, 40)).hasMessageContaining("shares");
    assertThatThrownBy(() -> new Decision(1, Double.NaN, 40, 40)).hasMessageContaining("price");
    assertThatThrownBy(() -> new Fill(1, 0)).hasMessageContaining("price");
  }

  @Test
  void pairingSeesAShortfallThatTheDistributionsHide() {
    JsonNode wanted = expected("S-DIV-01");
    TrackingDifference tracking = TrackingDifference.of(LIVE, SHADOW, 252);
    same(value(tracking.mean()), wanted.get("mean_diff"), 1e-9);
    same(value(tracking.trackingError()), wanted.get("tracking_error_annual"), 1e-9);
    same(value(tracking.t()), wanted.get("t"), 1e-9);
    same(value(tracking.p()), wanted.get("p_two_sided"), 1e-9);
    LiveRegression line = LiveRegression.of(LIVE, SHADOW);
    same(value(line.slope()), wanted.get("ols_slope"), 1e-9);
    same(value(line.intercept()), wanted.get("ols_intercept"), 1e-9);
    same(value(line.correlation()), wanted.get("corr"), 1e-9);
    same(value(KolmogorovSmirnov.distance(LIVE, SHADOW)), wanted.get("ks_D"), 1e-9);
  }

  @Test
  void theSharpeDifferencesAreThoseOfTheReference() {
    JsonNode wanted = expected("S-DIV-02");
    holds(SharpeDifference.memmel(LIVE, SHADOW), wanted.get("jobson_korkie_memmel"));
    JsonNode robust = wanted.get("ledoit_wolf_hac");
    holds(SharpeDifference.ledoitWolf(LIVE, SHADOW, 0), robust.get("0"));
    holds(SharpeDifference.ledoitWolf(LIVE, SHADOW, 5), robust.get("5"));
  }

  @Test
  void swappingTheSeriesTurnsTheSignAndLeavesTheChance() {
    SharpeDifference one = SharpeDifference.ledoitWolf(LIVE, SHADOW, 3);
    SharpeDifference other = SharpeDifference.ledoitWolf(SHADOW, LIVE, 3);
    assertThat(value(one.z())).isCloseTo(-value(other.z()), within(1e-9));
    assertThat(value(one.p())).isCloseTo(value(other.p()), within(1e-9));
  }

  @Test
  void differencesThatFollowEachOtherWidenTheStandardError() {
    double[] slow = new double[120];
    Arrays.setAll(slow, i -> Math.sin(i / 10.0) + 0.5);
    double[] still = new double[120];
    double plain = value(TrackingDifference.of(slow, still, 252).t());
    assertThat(value(TrackingDifference.of(slow, still, 252, 10).t())).isBetween(0.0, plain / 2);
  }

  @Test
  void aConstantGapHasAMeanButNoTest() {
    double[] lower = Arrays.stream(SHADOW).map(r -> r - 0.001).toArray();
    TrackingDifference tracking = TrackingDifference.of(lower, SHADOW, 252);
    assertThat(value(tracking.mean())).isCloseTo(-0.001, within(1e-12));
    assertUndefined(tracking.t(), "the differences do not vary");
    assertUndefined(tracking.p(), "the differences do not vary");
  }

  @Test
  void tooLittleToCompareIsUndefinedAndNeverACrash() {
    double[] none = {};
    double[] one = {0.01};
    double[] flat = {0.01, 0.01, 0.01, 0.01};
    double[] moving = {0.01, 0.02, 0.01, 0.03};
    assertUndefined(TrackingDifference.of(none, none, 252).mean(), "no bars");
    assertUndefined(TrackingDifference.of(one, one, 252).t(), "too few bars");
    assertUndefined(TrackingDifference.of(moving, flat, 252, 4).t(), "too few bars");
    assertUndefined(LiveRegression.of(one, one).slope(), "too few bars");
    assertUndefined(LiveRegression.of(moving, flat).slope(), "the backtest's returns do not vary");
    assertUndefined(LiveRegression.of(flat, moving).correlation(), "the live returns do not vary");
    assertUndefined(KolmogorovSmirnov.distance(none, one), "no observations");
    assertUndefined(SharpeDifference.memmel(one, one).z(), "too few bars");
    assertUndefined(SharpeDifference.memmel(flat, moving).z(), "returns that do not vary");
    assertUndefined(SharpeDifference.ledoitWolf(moving, flat, 0).z(), "returns that do not vary");
    assertUndefined(SharpeDifference.ledoitWolf(moving, moving, 0).z(), "the two series are one");
    assertUndefined(SharpeDifference.memmel(moving, moving).z(), "the two series are one");
  }

  @Test
  void seriesThatDoNotPairAreAMistakeOfTheCaller() {
    double[] two = {0.01, 0.02};
    assertThatThrownBy(() -> LiveRegression.of(LIVE, two)).hasMessageContaining("as long as");
    assertThatThrownBy(() -> TrackingDifference.of(new double[] {Double.NaN}, new double[1], 252))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("live");
    assertThatThrownBy(() -> TrackingDifference.of(two, two, 0)).hasMessageContaining("barsPer");
    assertThatThrownBy(() -> SharpeDifference.ledoitWolf(two, two, -1)).hasMessageContaining("lag");
  }

  @Test
  void samplesWithoutOverlapAreAsFarApartAsCanBe() {
    double[] low = {1, 1, 2};
    double[] high = {3, 4};
    assertThat(KolmogorovSmirnov.distance(low, high)).isEqualTo(Figure.of(1));
    assertThat(KolmogorovSmirnov.distance(low, new double[] {2, 1, 1})).isEqualTo(Figure.of(0));
  }

  private static void holds(SharpeDifference actual, JsonNode wanted) {
    same(value(actual.difference()), wanted.get("diff"), 1e-9);
    same(value(actual.standardError()), wanted.get("se"), 1e-9);
    same(value(actual.z()), wanted.get("z"), 1e-9);
    same(value(actual.p()), wanted.get("p2"), 1e-9);
  }

  private static double price(RandomGenerator random) {
    return random.nextDouble(20, 60);
  }
}
