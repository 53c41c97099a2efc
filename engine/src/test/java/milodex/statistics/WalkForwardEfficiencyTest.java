package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class WalkForwardEfficiencyTest {

  @Test
  void efficiencyIsTheRatioOfTheMeans() {
    JsonNode expected = Vectors.expected("S-WF-01");
    WalkForwardEfficiency efficiency =
        WalkForwardEfficiency.of(
            Vectors.doubles(Vectors.inputs("S-WF-01").get("is_metric")),
            Vectors.doubles(Vectors.inputs("S-WF-01").get("oos_metric")));
    Vectors.same(value(efficiency.inSample()), expected.get("mean_is"), 1e-9);
    Vectors.same(value(efficiency.outOfSample()), expected.get("mean_oos"), 1e-9);
    Vectors.same(value(efficiency.efficiency()), expected.get("wfe_ratio_of_means"), 1e-9);
    Vectors.same(value(efficiency.outOfSampleT()), expected.get("oos_t_stat"), 1e-9);
  }

  @Test
  void nothingIsLeftOfAnInSampleResultThatIsNotPositive() {
    String why = "the in-sample mean is not positive";
    assertUndefined(
        WalkForwardEfficiency.of(new double[] {-1, 1}, new double[] {1, 2}).efficiency(), why);
    assertUndefined(
        WalkForwardEfficiency.of(new double[] {-1}, new double[] {-2}).efficiency(), why);
  }

  @Test
  void aSingleOrAnEvenRowOfWindowsHasNoT() {
    WalkForwardEfficiency single = WalkForwardEfficiency.of(new double[] {2}, new double[] {1});
    assertClose(single.efficiency(), 0.5);
    assertUndefined(single.outOfSampleT(), "fewer than two windows");
    assertUndefined(
        WalkForwardEfficiency.of(new double[] {2, 3}, new double[] {0.1, 0.1}).outOfSampleT(),
        "the windows do not differ");
    WalkForwardEfficiency none = WalkForwardEfficiency.of(new double[0], new double[0]);
    assertUndefined(none.efficiency(), "no windows");
    assertUndefined(none.outOfSampleT(), "no windows");
  }

  @Test
  void mistakesAreNamed() {
    double[] one = {1};
    double[] broken = {Double.NaN};
    assertThatThrownBy(() -> WalkForwardEfficiency.of(one, new double[2]))
        .hasMessageContaining("outOfSample");
    assertThatThrownBy(() -> WalkForwardEfficiency.of(broken, one))
        .hasMessageContaining("inSample");
    assertThatThrownBy(() -> WalkForwardEfficiency.of(one, broken))
        .hasMessageContaining("outOfSample");
  }
}
