package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class CapacityTest {

  private static final Capacity CAPACITY =
      new Capacity(0.0012, 0.0003, 0.25, 50_000_000, 0.018, 0.9);

  @Test
  void squareRootImpactBoundsTheAssets() {
    JsonNode expected = Vectors.expected("S-CAP-02");
    JsonNode inputs = Vectors.inputs("S-CAP-02");
    Capacity capacity =
        new Capacity(
            inputs.get("edge_per_traded_dollar").asDouble(),
            inputs.get("linear_cost").asDouble(),
            inputs.get("daily_turnover_fraction").asDouble(),
            inputs.get("ADV_dollars").asDouble(),
            inputs.get("sigma_daily").asDouble(),
            inputs.get("Y").asDouble());
    double cap = inputs.get("participation_cap").asDouble();
    Vectors.same(value(capacity.breakEven()), expected.get("break_even_aum"), 1e-9);
    Vectors.same(value(capacity.mostProfitable()), expected.get("profit_max_aum"), 1e-9);
    Vectors.same(capacity.participation(cap), expected.get("participation_aum"), 1e-9);
  }

  @Test
  void profitIsHighestAtFourNinthsAndZeroAtTheBreakEven() {
    double most = value(CAPACITY.mostProfitable());
    assertThat(profit(most)).isGreaterThan(profit(most * 1.01)).isGreaterThan(profit(most * 0.99));
    assertThat(profit(value(CAPACITY.breakEven()))).isCloseTo(0, within(1e-6));
  }

  @Test
  void anEdgeBelowTheLinearCostHasNoCapacity() {
    Capacity none = new Capacity(0.0003, 0.0003, 0.25, 1e6, 0.018, 0.9);
    String why = "the edge does not cover the linear cost";
    assertUndefined(none.breakEven(), why);
    assertUndefined(none.mostProfitable(), why);
    assertClose(new Capacity(1, 0, 1, 0, 1, 1).breakEven(), 0);
  }

  @Test
  void theImpactOfAnOrderIsThatOfTheWorkedExample() {
    JsonNode inputs = Vectors.inputs("S-CAP-01");
    JsonNode expected = Vectors.expected("S-CAP-01");
    double[] days = Vectors.doubles(inputs.get("T_days"));
    for (int i = 0; i < days.length; i++) {
      AlmgrenImpact impact =
          AlmgrenImpact.of(
              inputs.get("sigma_daily").asDouble(),
              inputs.get("ADV").asDouble(),
              inputs.get("shares_out").asDouble(),
              inputs.get("X").asDouble(),
              days[i]);
      Vectors.same(impact.permanent() * 1e4, expected.get("permanent_I_bps").get(i), 1e-9);
      Vectors.same(impact.temporary() * 1e4, expected.get("temporary_K_bps").get(i), 1e-6);
      Vectors.same(impact.realised() * 1e4, expected.get("realised_J_bps").get(i), 1e-9);
      assertThat(Math.round(impact.realised() * 1e4))
          .isEqualTo(expected.get("paper_rounded_J").get(i).asLong());
    }
  }

  @Test
  void anOrderOfNothingMovesNothing() {
    assertThat(AlmgrenImpact.of(0.02, 1e6, 1e8, 0, 1).realised()).isZero();
    assertThat(AlmgrenImpact.of(0, 1e6, 1e8, 1e4, 1).realised()).isZero();
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> new Capacity(Double.NaN, 0, 1, 1, 1, 1)).hasMessageContaining("edge");
    assertThatThrownBy(() -> new Capacity(1, -1, 1, 1, 1, 1)).hasMessageContaining("linear");
    assertThatThrownBy(() -> new Capacity(1, 0, 0, 1, 1, 1)).hasMessageContaining("turnover");
    assertThatThrownBy(() -> new Capacity(1, 0, 1, -1, 1, 1)).hasMessageContaining("volume");
    assertThatThrownBy(() -> new Capacity(1, 0, 1, 1, 0, 1)).hasMessageContaining("deviation");
    assertThatThrownBy(() -> new Capacity(1, 0, 1, 1, 1, 0)).hasMessageContaining("impact");
    assertThatThrownBy(() -> CAPACITY.participation(0)).hasMessageContaining("cap");
    assertThatThrownBy(() -> CAPACITY.participation(1.1)).hasMessageContaining("cap");
    assertThatThrownBy(() -> AlmgrenImpact.of(1, 1, 1, 1, 0)).hasMessageContaining("days");
    assertThatThrownBy(() -> AlmgrenImpact.of(1, 1, 1, -1, 1)).hasMessageContaining("shares");
  }

  private static double profit(double assets) {
    double traded = assets * CAPACITY.turnover();
    double impact =
        CAPACITY.impact() * CAPACITY.deviation() * Math.sqrt(traded / CAPACITY.volume());
    return traded * (CAPACITY.edge() - CAPACITY.linear() - impact);
  }
}
