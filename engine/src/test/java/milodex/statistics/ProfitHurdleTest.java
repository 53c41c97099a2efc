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
import org.junit.jupiter.api.Test;

class ProfitHurdleTest {

  @Test
  void threeHundredTestsNearlyDoubleTheHurdle() {
    JsonNode in = inputs("S-PH-01");
    JsonNode expected = expected("S-PH-01");
    JsonNode tolerance = Vectors.vector("S-PH-01").get("tolerance");
    SimulatedFamily family =
        new SimulatedFamily(in.get("tests").asInt(), in.get("avg_corr").asDouble(), 2000, 1);
    ProfitHurdle hurdle =
        ProfitHurdle.of(
            in.get("n_obs_months").asInt(),
            in.get("vol_annual").asDouble(),
            in.get("alpha").asDouble(),
            family);
    same(100 * value(hurdle.independent()), expected.get("independent_exact"), 1e-9);
    same(100 * value(hurdle.bonferroni()), expected.get("bonferroni_exact"), 1e-9);
    assertThat(100 * value(hurdle.holm()))
        .isCloseTo(expected.get("holm").asDouble(), within(tolerance.get("holm_abs").asDouble()));
    assertThat(100 * value(hurdle.yekutieli()))
        .isCloseTo(expected.get("bhy").asDouble(), within(tolerance.get("bhy_abs").asDouble()));
  }

  @Test
  void aLongerRecordHasALowerHurdle() {
    SimulatedFamily family = new SimulatedFamily(10, 0.2, 20, 1);
    assertThat(value(ProfitHurdle.of(240, 0.1, 0.05, family).bonferroni()))
        .isCloseTo(value(ProfitHurdle.of(60, 0.1, 0.05, family).bonferroni()) / 2, within(1e-12));
  }

  @Test
  void noMonthsHaveNoHurdle() {
    SimulatedFamily family = new SimulatedFamily(1, 0, 1, 1);
    assertUndefined(ProfitHurdle.of(0, 0.1, 0.05, family).holm(), "no months");
    assertThatThrownBy(() -> ProfitHurdle.of(12, 0, 0.05, family))
        .hasMessageContaining("annualVolatility");
    assertThatThrownBy(() -> ProfitHurdle.of(12, 0.1, 1, family)).hasMessageContaining("alpha");
  }
}
