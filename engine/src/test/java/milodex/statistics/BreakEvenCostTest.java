package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import milodex.Seeds;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class BreakEvenCostTest {

  private static final double[] GROSS = Vectors.column("returns_daily_a.csv", "r");
  private static final double[] TURNOVER =
      IntStream.range(0, GROSS.length).mapToDouble(t -> t % 5 == 0 ? 0.4 : 0.1).toArray();

  @Test
  void theBreakEvenIsWhereTheMeanOrTheProbabilisticSharpeEnds() {
    JsonNode expected = Vectors.expected("S-COST-01");
    double target = Vectors.inputs("S-COST-01").get("psr_target").asDouble();
    double byMean = value(BreakEvenCost.byMean(GROSS, TURNOVER)) * 1e4;
    double byPsr = value(BreakEvenCost.atThreshold(this::psr, target, 0.01)) * 1e4;
    Vectors.same(Sample.mean(TURNOVER), expected.get("mean_turnover"), 1e-9);
    Vectors.same(byMean, expected.get("break_even_mean_bps"), 1e-6);
    Vectors.same(byPsr, expected.get("cost_where_psr0_hits_target_bps"), 1e-6);
    JsonNode annual = expected.get("net_sharpe_annual_at_2_5_10bps");
    double[] costs = {0.0002, 0.0005, 0.001};
    for (int i = 0; i < costs.length; i++) {
      double[] net = BreakEvenCost.net(GROSS, TURNOVER, costs[i]);
      Vectors.same(value(Sample.sharpe(net)) * Math.sqrt(252), annual.get(i), 1e-6);
    }
  }

  @Test
  void atTheBreakEvenTheMeanNetReturnIsZero() {
    Seeds.forEachSeed(
        30,
        seed -> {
          double[] gross = Seeds.random(seed).doubles(50, -0.5, 1).toArray();
          double[] turnover = Seeds.random(seed + 100).doubles(50).toArray();
          double cost = value(BreakEvenCost.byMean(gross, turnover));
          double[] net = BreakEvenCost.net(gross, turnover, cost);
          assertThat(Math.abs(Sample.mean(net))).isLessThan(1e-12);
        });
  }

  @Test
  void withoutTurnoverOrEdgeThereIsNoBreakEven() {
    double[] one = {0.01};
    double[] none = {0};
    assertUndefined(BreakEvenCost.byMean(one, none), "nothing is traded, so no cost ends the edge");
    assertUndefined(BreakEvenCost.byMean(none, one), "no gross edge");
    assertUndefined(BreakEvenCost.byMean(new double[] {-1}, one), "no gross edge");
    assertUndefined(BreakEvenCost.byMean(new double[0], new double[0]), "no returns");
  }

  @Test
  void aThresholdOutsideTheRangeIsNotFound() {
    assertClose(BreakEvenCost.atThreshold(cost -> 1 - cost, 0.75, 1), 0.25);
    assertUndefined(
        BreakEvenCost.atThreshold(cost -> 1 - cost, 1.5, 1),
        "below the threshold even without cost");
    assertUndefined(
        BreakEvenCost.atThreshold(cost -> 1 - cost, 0, 1),
        "not below the threshold at the highest cost looked at");
  }

  @Test
  void mistakesAreNamed() {
    double[] one = {0.01};
    double[] negative = {-0.01};
    double[] broken = {Double.NaN};
    assertThatThrownBy(() -> BreakEvenCost.byMean(one, new double[2]))
        .hasMessageContaining("turnover");
    assertThatThrownBy(() -> BreakEvenCost.byMean(one, negative)).hasMessageContaining("turnover");
    assertThatThrownBy(() -> BreakEvenCost.byMean(broken, one)).hasMessageContaining("gross");
    assertThatThrownBy(() -> BreakEvenCost.net(one, one, -1)).hasMessageContaining("cost");
    assertThatThrownBy(() -> BreakEvenCost.atThreshold(cost -> Double.NaN, 0, 1))
        .hasMessageContaining("statistic");
    assertThatThrownBy(() -> BreakEvenCost.atThreshold(cost -> -cost, Double.NaN, 1))
        .hasMessageContaining("threshold");
    assertThatThrownBy(() -> BreakEvenCost.atThreshold(cost -> -cost, 0, 0))
        .hasMessageContaining("highest");
  }

  /// The probability that the true Sharpe ratio is above zero.
  private double psr(double cost) {
    double[] net = BreakEvenCost.net(GROSS, TURNOVER, cost);
    double sharpe = value(Sample.sharpe(net));
    return new NormalDistribution().cumulativeProbability(sharpe / Sample.sharpeError(net, sharpe));
  }
}
