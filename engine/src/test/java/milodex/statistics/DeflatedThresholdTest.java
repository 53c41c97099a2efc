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

class DeflatedThresholdTest {

  @Test
  void aThresholdOf95IsFarStricterThanFivePercent() {
    JsonNode expected = expected("S-FWER-01");
    double[] trials = doubles(inputs("S-FWER-01").get("N"));
    double[] thresholds = doubles(inputs("S-FWER-01").get("tau"));
    for (int i = 0; i < trials.length; i++) {
      for (int j = 0; j < thresholds.length; j++) {
        same(
            DeflatedThreshold.error(trials[i], thresholds[j]),
            expected.get("fwer").get(i).get(j),
            1e-9);
      }
      same(DeflatedThreshold.forError(trials[i], 0.05), expected.get("tau_for_5pct").get(i), 1e-9);
      same(
          DeflatedThreshold.undeflatedError(trials[i], 0.95),
          expected.get("psr_only_fwer_at_.95").get(i),
          1e-9);
    }
  }

  @Test
  void thresholdAndErrorAreInverse() {
    Seeds.forEachSeed(
        100,
        seed -> {
          double trials = Seeds.random(seed).nextDouble(1, 1e6);
          double error = Seeds.random(seed).nextDouble(0.001, 0.999);
          assertThat(DeflatedThreshold.error(trials, DeflatedThreshold.forError(trials, error)))
              .isCloseTo(error, within(1e-8));
        });
  }

  @Test
  void aloneAThresholdIsWhatItSays() {
    assertThat(DeflatedThreshold.error(1, 0.95)).isCloseTo(0.05, within(1e-12));
    assertThat(DeflatedThreshold.undeflatedError(1, 0.95)).isCloseTo(0.05, within(1e-12));
    assertThatThrownBy(() -> DeflatedThreshold.error(0, 0.95)).hasMessageContaining("trials");
    assertThatThrownBy(() -> DeflatedThreshold.error(1, 1)).hasMessageContaining("threshold");
    assertThatThrownBy(() -> DeflatedThreshold.forError(1, 0)).hasMessageContaining("error");
  }
}
