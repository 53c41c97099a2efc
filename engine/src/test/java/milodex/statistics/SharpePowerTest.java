package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.doubles;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharpePowerTest {

  @Test
  void anAnnualSharpeOfOneTakesSixYearsToDetect() {
    double[] sharpes = doubles(inputs("S-PW-01").get("sr_annual"));
    for (int i = 0; i < sharpes.length; i++) {
      same(
          value(SharpePower.daysToDetect(sharpes[i], 0.05, 0.8, 252)),
          expected("S-PW-01").get("days").get(i),
          1e-9);
    }
  }

  @Test
  void againstItsOwnBenchmarkATestHasNoMorePowerThanItsLevel() {
    Moments moments = Moments.standardised(200, 0.1, -0.3, 4);
    assertThat(value(SharpePower.power(moments, 0.05, 0.05, 0.1, 0.2)))
        .isCloseTo(0.1, within(1e-12));
    assertThat(value(SharpePower.power(moments, 0.05, 0.2, 0.1, 0.2))).isGreaterThan(0.5);
  }

  @Test
  void withoutSkillEveryDiscoveryIsFalseAndWithoutLuckNone() {
    assertThat(SharpePower.falseDiscoveries(0.8, 0.05, 0)).isEqualTo(1);
    assertThat(SharpePower.falseDiscoveries(0, 0.05, 0.5)).isEqualTo(1);
    assertThat(SharpePower.falseDiscoveries(0.8, 0.05, 1)).isZero();
    assertThat(SharpePower.falseDiscoveries(0, 0.05, 1)).isZero();
  }

  @Test
  void whatIsNotThereIsNeverDetected() {
    String never = "never: there is nothing to detect";
    assertUndefined(SharpePower.daysToDetect(0, 0.05, 0.8, 252), never);
    assertUndefined(SharpePower.daysToDetect(-1, 0.05, 0.8, 252), never);
    assertUndefined(SharpePower.daysToDetect(1, 0.05, 0.01, 252), never);
    assertUndefined(
        SharpePower.power(Moments.of(new double[9]), 0, 0.1, 0.05, 0), "the returns do not vary");
    assertThatThrownBy(() -> SharpePower.daysToDetect(1, 0, 0.8, 252))
        .hasMessageContaining("alpha");
  }
}
