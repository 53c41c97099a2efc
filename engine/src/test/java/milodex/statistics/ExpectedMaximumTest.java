package milodex.statistics;

import static milodex.statistics.Vectors.doubles;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class ExpectedMaximumTest {

  @Test
  void theBestOfSoManyIsAsPublished() {
    JsonNode expected = expected("S-EMAX-01");
    double[] trials = doubles(inputs("S-EMAX-01").get("N"));
    for (int i = 0; i < trials.length; i++) {
      same(ExpectedMaximum.approximate(trials[i]), expected.get("approx").get(i), 1e-9);
      same(ExpectedMaximum.exact(trials[i]), expected.get("exact").get(i), 1e-9);
      same(ExpectedMaximum.variance(trials[i]), expected.get("variance_exact").get(i), 1e-9);
    }
  }

  @Test
  void oneTrialHasNoLuckToBeDeducted() {
    assertThat(ExpectedMaximum.approximate(1)).isZero();
    assertThat(ExpectedMaximum.approximate(1.1)).isZero();
    assertThat(ExpectedMaximum.approximate(1.9)).isPositive();
    assertThat(ExpectedMaximum.exact(1)).isCloseTo(0, within(1e-12));
    assertThat(ExpectedMaximum.variance(1)).isCloseTo(1, within(1e-10));
  }

  @Test
  void moreTrialsAreLuckier() {
    Seeds.forEachSeed(
        100,
        seed -> {
          double trials = Math.exp(Seeds.random(seed).nextDouble(0.5, 60));
          assertThat(ExpectedMaximum.approximate(trials * 1.1))
              .isGreaterThan(ExpectedMaximum.approximate(trials))
              .isLessThan(Math.sqrt(2 * Math.log(trials * 1.1)));
        });
    assertThat(ExpectedMaximum.exact(1e12))
        .isCloseTo(ExpectedMaximum.approximate(1e12), within(0.01));
  }

  @Test
  void fewerThanOneTrialIsTheCallersMistake() {
    assertThatThrownBy(() -> ExpectedMaximum.approximate(0.5)).hasMessageContaining("trials");
    assertThatThrownBy(() -> ExpectedMaximum.exact(0)).hasMessageContaining("trials");
    assertThatThrownBy(() -> ExpectedMaximum.variance(Double.NaN)).hasMessageContaining("trials");
  }
}
