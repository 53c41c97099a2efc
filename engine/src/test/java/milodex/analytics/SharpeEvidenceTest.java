package milodex.analytics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.statistics.Figure;
import milodex.statistics.StandardError;
import org.junit.jupiter.api.Test;

class SharpeEvidenceTest {

  @Test
  void theIntervalIsAnnualAndCountsTheLargerError() {
    double[] returns = drawn(1, 0.0005, 1500);
    SharpeEvidence evidence = SharpeEvidence.of(returns);
    double annual = value(Returns.sharpe(returns));
    double error = value(StandardError.larger(returns)) * Math.sqrt(252);

    assertThat(value(evidence.low())).isCloseTo(annual - 1.959964 * error, within(1e-6));
    assertThat(value(evidence.high())).isCloseTo(annual + 1.959964 * error, within(1e-6));
    assertThat(value(evidence.aboveZero())).isBetween(0.5, 1.0);
  }

  @Test
  void aSeriesThatLosesNeverReachesATrackRecord() {
    SharpeEvidence evidence = SharpeEvidence.of(drawn(2, -0.002, 800));

    assertThat(value(evidence.aboveZero())).isLessThan(0.5);
    assertThat(evidence.trackRecord()).isInstanceOf(Figure.Undefined.class);
  }

  @Test
  void whatIsTooShortOrFlatHasNoEvidence() {
    assertUndefined(SharpeEvidence.of(new double[0]).aboveZero(), "fewer than three returns");
    SharpeEvidence flat = SharpeEvidence.of(new double[50]);
    assertThat(flat.low()).isInstanceOf(Figure.Undefined.class);
    assertThat(flat.trackRecord()).isInstanceOf(Figure.Undefined.class);
  }

  private static double[] drawn(long seed, double mean, int n) {
    RandomGenerator random = Seeds.random(seed);
    double[] returns = new double[n];
    for (int i = 0; i < n; i++) {
      returns[i] = mean + 0.01 * random.nextGaussian();
    }
    return returns;
  }
}
