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

import com.fasterxml.jackson.databind.JsonNode;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class MinTrackRecordTest {

  private static final String NEVER = "never: the Sharpe ratio does not exceed the benchmark";

  @Test
  void aSharpeOfTwoAgainstOneTakesNearlyThreeYears() {
    double[] periods = doubles(inputs("S-MTRL-01").get("periods_per_year"));
    for (int i = 0; i < periods.length; i++) {
      double root = Math.sqrt(periods[i]);
      Moments moments = Moments.standardised(100, 2 / root, 0, 3);
      double years = value(MinTrackRecord.atEstimate(moments, 1 / root, 0.95)) / periods[i];
      same(years, expected("S-MTRL-01").get("years").get(i), 1e-9);
    }
  }

  @Test
  void aMonthlyRecordNeedsFewMonthsAtAHighRatio() {
    JsonNode in = inputs("S-MTRL-02");
    Moments moments =
        Moments.standardised(
            134, in.get("sr").asDouble(), in.get("skew").asDouble(), in.get("kurt").asDouble());
    double years = value(MinTrackRecord.atEstimate(moments, 0, 0.95)) / 12;
    same(years, expected("S-MTRL-02").get("years"), 1e-9);
  }

  @Test
  void aRecordOfThatLengthIsJustConvincing() {
    Seeds.forEachSeed(
        50,
        seed -> {
          double sharpe = Seeds.random(seed).nextDouble(0.05, 0.5);
          Moments moments = Moments.standardised(50, sharpe, -0.5, 4);
          int length = (int) Math.ceil(value(MinTrackRecord.atEstimate(moments, 0, 0.95)));
          assertThat(convincing(Math.max(3, length), sharpe)).isGreaterThanOrEqualTo(0.95);
          assertThat(length <= 3 ? 0 : convincing(length - 1, sharpe)).isLessThan(0.95);
        });
  }

  @Test
  void underTheNullTheLengthSoFarHasNoPartInIt() {
    double some = value(MinTrackRecord.atBenchmark(record(50), 0.1, 0.95, 0.2));
    assertThat(value(MinTrackRecord.atBenchmark(record(5000), 0.1, 0.95, 0.2)))
        .isCloseTo(some, within(1e-9 * some));
  }

  @Test
  void whatDoesNotExceedItsBenchmarkNeverConvinces() {
    assertUndefined(MinTrackRecord.atEstimate(record(50), 0.3, 0.95), NEVER);
    assertUndefined(MinTrackRecord.atEstimate(record(50), 0.2, 0.95), NEVER);
    assertUndefined(MinTrackRecord.atBenchmark(record(50), 0.3, 0.95, 0), NEVER);
  }

  @Test
  void whatIsShortOrFlatHasNoLength() {
    assertUndefined(
        MinTrackRecord.atEstimate(Moments.of(new double[1]), 0, 0.95), "fewer than two returns");
    assertUndefined(
        MinTrackRecord.atBenchmark(Moments.of(new double[9]), 0, 0.95, 0),
        "the returns do not vary");
    assertThatThrownBy(() -> MinTrackRecord.atEstimate(Moments.of(new double[1]), 0, 0.5))
        .hasMessageContaining("confidence");
  }

  private static Moments record(int n) {
    return Moments.standardised(n, 0.2, 0, 3);
  }

  private static double convincing(int n, double sharpe) {
    return value(ProbabilisticSharpe.atEstimate(Moments.standardised(n, sharpe, -0.5, 4), 0));
  }
}
