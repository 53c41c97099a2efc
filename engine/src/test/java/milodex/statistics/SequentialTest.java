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
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import milodex.Seeds;
import milodex.statistics.Sprt.Decision;
import milodex.statistics.Sprt.Outcome;
import org.junit.jupiter.api.Test;

class SequentialTest {

  private static final double[] SCORES = Vectors.column("edge_scores_a.csv", "z");

  @Test
  void theRatioTestSeesTheEdgeGoAndDoesNotFindItInTheWholeSeries() {
    JsonNode given = inputs("S-SPRT-01").get("cases");
    for (int i = 0; i < given.size(); i++) {
      JsonNode one = given.get(i);
      String[] rows = one.get("rows").asText().split("\\.\\.", -1);
      double[] scores =
          Arrays.copyOfRange(SCORES, Integer.parseInt(rows[0]), Integer.parseInt(rows[1]) + 1);
      Sprt test =
          gaussian(
              one.get("mu0").asDouble(),
              one.get("mu1").asDouble(),
              one.get("alpha").asDouble(),
              one.get("beta").asDouble());
      JsonNode bounds = expected("S-SPRT-01").get("A_B").get(i);
      same(test.upper(), bounds.get(0), 1e-9);
      same(test.lower(), bounds.get(1), 1e-9);
      JsonNode wanted = expected("S-SPRT-01").get("result").get(i);
      Outcome outcome = test.test(scores);
      assertThat(outcome.decision().name()).isEqualTo(wanted.get("decision").asText());
      assertThat(outcome.observations()).isEqualTo(wanted.get("n").asInt());
      same(outcome.logLikelihoodRatio(), wanted.get("llr"), 1e-6);
    }
  }

  @Test
  void theDesignNumbersAreWalds() {
    JsonNode given = inputs("S-SEQ-01");
    Sprt test =
        gaussian(
            given.get("mu0").asDouble(),
            given.get("mu1").asDouble(),
            given.get("alpha").asDouble(),
            given.get("beta").asDouble());
    JsonNode wanted = expected("S-SEQ-01");
    same(test.upper(), wanted.get("A"), 1e-9);
    same(value(test.expectedUnderH0()), wanted.get("asn_h0"), 1e-9);
    same(value(test.expectedUnderH1()), wanted.get("asn_h1"), 1e-9);
    same(value(test.fixedLength()), wanted.get("fixed_n"), 1e-6);
  }

  @Test
  void winsDecideForWhatMadeThem() {
    Sprt test = new Sprt(new Hypotheses.Bernoulli(0.5, 0.6), 0.05, 0.05);
    assertThat(test.test(repeated(1, 100)))
        .extracting(Outcome::decision, Outcome::observations)
        .containsExactly(Decision.H1, 17);
    assertThat(test.test(repeated(0, 100)))
        .extracting(Outcome::decision, Outcome::observations)
        .containsExactly(Decision.H0, 14);
    assertThat(test.test(new double[] {1, 0}).logLikelihoodRatio())
        .isCloseTo(Math.log(1.2) + Math.log(0.8), within(1e-12));
    assertThat(value(test.expectedUnderH1()))
        .isCloseTo(0.9 * Math.log(19) / (0.6 * Math.log(1.2) + 0.4 * Math.log(0.8)), within(1e-9));
    assertThatThrownBy(() -> test.test(new double[] {0.5})).hasMessageContaining("observation");
  }

  @Test
  void theRatioTestErrsNoMoreOftenThanItWasAskedTo() {
    Sprt test = gaussian(0, 0.5, 0.1, 0.1);
    int wrong = 0;
    for (long seed = 1; seed <= 1000; seed++) {
      Outcome outcome = test.test(normal(seed, 400, 0));
      wrong += outcome.decision() == Decision.H1 ? 1 : 0;
    }
    assertThat(wrong).isBetween(30, 120);
  }

  @Test
  void noObservationsDecideNothing() {
    assertThat(gaussian(0, 1, 0.05, 0.05).test(new double[0]))
        .isEqualTo(new Outcome(Decision.CONTINUE, 0, 0));
    assertThatThrownBy(() -> gaussian(1, 1, 0.05, 0.05)).hasMessageContaining("mean1");
    assertThatThrownBy(() -> gaussian(0, 1, 0.5, 0.5)).hasMessageContaining("alpha");
    assertThatThrownBy(() -> gaussian(0, 1, 0.05, 0.05).test(new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBadlyChosenThresholdRaisesFalseAlarms() {
    JsonNode given = inputs("S-CUSUM-01");
    double k = given.get("k").asDouble();
    JsonNode wanted = expected("S-CUSUM-01");
    double[] thresholds = doubles(given.get("h"));
    for (int i = 0; i < thresholds.length; i++) {
      assertThat(new Cusum(k, thresholds[i]).firstAlarm(SCORES))
          .hasValue(wanted.get("first_alarm_1based").get(i).asInt());
    }
    double highest = Arrays.stream(new Cusum(k, 8).path(SCORES)).max().orElseThrow();
    same(highest, wanted.get("max_S"), 1e-9);
    assertThat(new Cusum(k, highest).firstAlarm(SCORES)).isEmpty();
  }

  @Test
  void runLengthsAreThoseOfTheReference() {
    JsonNode cases = inputs("S-ARL-01").get("cases_k_h_mu");
    JsonNode wanted = expected("S-ARL-01");
    for (int i = 0; i < cases.size(); i++) {
      double[] one = doubles(cases.get(i));
      Figure average = CusumRunLength.average(new Cusum(one[0], one[1]), one[2]);
      same(value(average), wanted.get("arl").get(i), 1e-6);
    }
    same(value(CusumRunLength.threshold(0.1, 252)), wanted.get("h_for_arl0_252_k_.1"), 1e-6);
  }

  @Test
  void theThresholdOfARunLengthRunsThatLong() {
    for (double allowance : new double[] {0, 0.025, 0.5, 1.5}) {
      for (double length : new double[] {20, 252, 100_000}) {
        Figure threshold = CusumRunLength.threshold(allowance, length);
        if (threshold instanceof Figure.Known(double h)) {
          assertThat(value(CusumRunLength.average(new Cusum(allowance, h), 0)))
              .isCloseTo(length, within(1e-5 * length));
        } else {
          assertUndefined(threshold, "no threshold up to 100 deviations runs as long");
          assertThat(allowance).isZero();
        }
      }
    }
  }

  @Test
  void runsNoThresholdCanHaveAreUndefined() {
    assertUndefined(CusumRunLength.threshold(0.5, 3), "every threshold runs longer than that");
    assertUndefined(
        CusumRunLength.threshold(0.5, 1e12), "a run longer than a billion is too long to compute");
    assertUndefined(
        CusumRunLength.average(new Cusum(2, 50), 0),
        "a run longer than a billion is too long to compute");
    assertUndefined(
        CusumRunLength.average(new Cusum(0.5, 101), 0),
        "a threshold above 100 deviations is too high to compute with");
    assertThatThrownBy(() -> CusumRunLength.threshold(0.5, 0)).hasMessageContaining("length");
    assertThatThrownBy(() -> new Cusum(-1, 4)).hasMessageContaining("allowance");
    assertThatThrownBy(() -> new Cusum(1, 0)).hasMessageContaining("threshold");
  }

  @Test
  void simulatedChartsRunAsLongAsComputed() {
    Cusum chart = new Cusum(0.5, 2);
    double computed = value(CusumRunLength.average(chart, 0.5));
    double total = 0;
    for (long seed = 1; seed <= 2000; seed++) {
      double[] scores = normal(seed, 300, -0.5);
      total += chart.firstAlarm(scores).orElseThrow();
    }
    assertThat(total / 2000).isCloseTo(computed, within(0.1 * computed));
  }

  @Test
  void theAlwaysValidChanceIsThatOfTheReference() {
    JsonNode given = inputs("S-MSPRT-01");
    MixtureSprt test =
        new MixtureSprt(
            given.get("sigma").asDouble(),
            given.get("tau").asDouble(),
            given.get("theta0").asDouble());
    double[] late = Arrays.copyOfRange(SCORES, 150, 300);
    List<MixtureSprt.Look> looks = test.looks(late);
    JsonNode wanted = expected("S-MSPRT-01");
    for (int i = 0; i < 3; i++) {
      MixtureSprt.Look look = looks.get(50 * (i + 1) - 1);
      same(Math.exp(look.logRatio()), wanted.get("lambda_at_50_100_150").get(i), 1e-9);
      same(look.p(), wanted.get("always_valid_p_at_50_100_150").get(i), 1e-9);
    }
    assertThat(looks).noneMatch(look -> look.p() < 0.05);
    assertThat(test.p(late)).isEqualTo(looks.getLast().p());
  }

  @Test
  void lookingAtEveryObservationRejectsTheTruthRarely() {
    MixtureSprt test = new MixtureSprt(1, 0.3, 0);
    int wrong = 0;
    for (long seed = 1; seed <= 1000; seed++) {
      double[] noise = normal(seed, 500, 0);
      wrong += test.p(noise) <= 0.1 ? 1 : 0;
    }
    assertThat(wrong).isBetween(10, 100);
  }

  @Test
  void theAlwaysValidChanceNeverRisesAndStartsAtOne() {
    assertThat(new MixtureSprt(1, 1, 0).p(new double[0])).isEqualTo(1);
    Seeds.forEachSeed(
        20,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          double before = 1;
          for (MixtureSprt.Look look :
              new MixtureSprt(1, 0.5, 0).looks(random.doubles(50, -3, 3).toArray())) {
            assertThat(look.p()).isBetween(0.0, before);
            before = look.p();
          }
        });
    assertThatThrownBy(() -> new MixtureSprt(1, 0, 0)).hasMessageContaining("spread");
    assertThatThrownBy(() -> new MixtureSprt(1, 1, 0).p(new double[] {Double.NaN}))
        .hasMessageContaining("observations");
  }

  private static Sprt gaussian(double mean0, double mean1, double alpha, double beta) {
    return new Sprt(new Hypotheses.Gaussian(mean0, mean1, 1), alpha, beta);
  }

  private static double[] repeated(double value, int times) {
    double[] values = new double[times];
    Arrays.fill(values, value);
    return values;
  }

  private static double[] normal(long seed, int count, double mean) {
    RandomGenerator random = Seeds.random(seed);
    return DoubleStream.generate(() -> random.nextGaussian(mean, 1)).limit(count).toArray();
  }
}
