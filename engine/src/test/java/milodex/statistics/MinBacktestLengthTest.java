package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.doubles;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class MinBacktestLengthTest {

  @Test
  void fiveYearsSupportFortyFiveTrials() {
    JsonNode expected = expected("S-BTL-01");
    double[] trials = doubles(inputs("S-BTL-01").get("N"));
    for (int i = 0; i < trials.length; i++) {
      same(value(MinBacktestLength.years(trials[i], 1)), expected.get("years").get(i), 1e-9);
      same(
          value(MinBacktestLength.upperBound(trials[i], 1)),
          expected.get("upper_bound_2lnN").get(i),
          1e-9);
    }
    same(value(MinBacktestLength.supportedTrials(5, 1)), expected.get("max_trials_in_5y"), 0);
  }

  @Test
  void aHistorySupportsJustSoManyTrials() {
    Seeds.forEachSeed(
        50,
        seed -> {
          double years = Seeds.random(seed).nextDouble(0.3, 20);
          double trials = value(MinBacktestLength.supportedTrials(years, 1));
          assertThat(value(MinBacktestLength.years(trials, 1))).isLessThanOrEqualTo(years);
          assertThat(value(MinBacktestLength.years(trials + 1, 1))).isGreaterThan(years);
        });
  }

  @Test
  void everyHistorySupportsOneTrialAndNoneMoreThanCanBeCounted() {
    assertThat(value(MinBacktestLength.supportedTrials(0, 1))).isEqualTo(1);
    assertThat(value(MinBacktestLength.years(1, 1))).isZero();
    assertThat(value(MinBacktestLength.supportedTrials(1000, 3))).isEqualTo(MinBacktestLength.MANY);
  }

  @Test
  void aTargetThatIsNotPositiveIsNeverReached() {
    String never = "never: the target Sharpe ratio is not positive";
    assertUndefined(MinBacktestLength.years(10, 0), never);
    assertUndefined(MinBacktestLength.upperBound(10, -1), never);
    assertUndefined(MinBacktestLength.supportedTrials(10, 0), never);
    assertThatThrownBy(() -> MinBacktestLength.supportedTrials(-1, 1))
        .hasMessageContaining("years");
    assertThatThrownBy(() -> MinBacktestLength.years(0, 1)).hasMessageContaining("trials");
  }
}
