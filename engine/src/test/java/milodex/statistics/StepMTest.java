package milodex.statistics;

import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import milodex.Seeds;
import milodex.statistics.StepM.Rejections;
import org.junit.jupiter.api.Test;

class StepMTest {

  private static final Resamples HUNDRED = Resamples.stationary(100, 199, 4, 1);

  @Test
  void theReferenceTrialsAreRejectedAtTheirCriticalValues() {
    holds("S-STEPM-01");
    holds("S-STEPM-02");
  }

  @Test
  void aHigherLevelRejectsNoLess() {
    Seeds.forEachSeed(
        20,
        seed -> {
          StepM test = StepM.of(HUNDRED, trials(seed));
          List<Integer> strict = test.rejections(0.01).rejected();
          List<Integer> usual = test.rejections(0.05).rejected();
          assertThat(usual).containsAll(strict);
          assertThat(test.rejections(0.2).rejected()).containsAll(usual);
          assertThat(strict).contains(0);
        });
  }

  @Test
  void theFirstCriticalValueRejectsTheBestExactlyIfTheSpaTestDoes() {
    Seeds.forEachSeed(
        50,
        seed -> {
          MeanDeviations bootstrap =
              MeanDeviations.of(HUNDRED, SpaFixture.noise(6, 100, 0.002, seed));
          double upper = value(SuperiorAbility.of(bootstrap).studentised().upper());
          StepM test = StepM.of(bootstrap, Scale.STUDENTISED);
          double best = Arrays.stream(bootstrap.statistics(Scale.STUDENTISED)).max().orElseThrow();
          assertThat(best > test.rejections(0.1).criticalValues().getFirst())
              .isEqualTo(upper <= 0.1);
          assertThat(test.adjustedP().stream().mapToDouble(Figures::value).min()).hasValue(upper);
        });
  }

  @Test
  void aTrialIsRejectedExactlyIfItsAdjustedPIsNotAboveTheLevel() {
    Seeds.forEachSeed(
        20,
        seed -> {
          StepM test = StepM.of(HUNDRED, trials(seed));
          List<Figure> adjusted = test.adjustedP();
          List<Integer> rejected = test.rejections(0.1).rejected();
          for (int k = 0; k < adjusted.size(); k++) {
            assertThat(value(adjusted.get(k)) <= 0.1).isEqualTo(rejected.contains(k));
            assertThat(test.adjustedP(k)).isEqualTo(adjusted.get(k));
            assertThat(value(adjusted.get(k))).isBetween(1 / 200.0, 1.0);
          }
        });
  }

  @Test
  void theOrderOfTrialsAndTheScaleOfReturnsDoNotMatter() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] columns = trials(seed);
          double[][] other = new double[columns.length][];
          Arrays.setAll(
              other, k -> Arrays.stream(columns[columns.length - 1 - k]).map(x -> 4 * x).toArray());
          assertThat(StepM.of(HUNDRED, other).adjustedP().reversed())
              .isEqualTo(StepM.of(HUNDRED, columns).adjustedP());
        });
  }

  @Test
  void aTrialThatDoesNotVaryIsNotRejectedAndHasNoP() {
    double[] constant = new double[100];
    Arrays.fill(constant, 0.1);
    double[][] columns = SpaFixture.noise(3, 100, 0.02, 1);
    double[][] with = new double[][] {constant, columns[0], columns[1], columns[2]};
    StepM test = StepM.of(HUNDRED, with);
    assertThat(test.rejections(0.05).rejected()).containsExactly(1);
    Figure none = Figure.undefined("the trial does not vary");
    assertThat(test.adjustedP().getFirst()).isEqualTo(none);
    assertThat(test.adjustedP(0)).isEqualTo(none);
    assertThat(test.adjustedP().subList(1, 4)).isEqualTo(StepM.of(HUNDRED, columns).adjustedP());
  }

  @Test
  void ofOneTrialTheAdjustedPIsThatOfTheSpaTest() {
    double[][] one = SpaFixture.noise(1, 100, 0.001, 6);
    Figure upper = SuperiorAbility.of(HUNDRED, one).studentised().upper();
    assertThat(StepM.of(HUNDRED, one).adjustedP()).containsExactly(upper);
  }

  @Test
  void nothingIsSaidOfNoTrialsConstantTrialsOrTooFewRows() {
    assertThat(StepM.of(HUNDRED, new double[0][]).adjustedP()).isEmpty();
    StepM constant = StepM.of(HUNDRED, new double[2][100]);
    assertThat(constant.rejections(0.05)).isEqualTo(new Rejections(List.of(), List.of()));
    assertThat(constant.adjustedP())
        .containsOnly(Figure.undefined("the trial does not vary"))
        .hasSize(2);
    StepM two = StepM.of(Resamples.stationary(2, 9, 1, 1), new double[][] {{0.1, 0.2}});
    assertThat(two.adjustedP()).containsExactly(Figure.undefined("fewer than 3 observations"));
    assertThat(two.rejections(0.05).rejected()).isEmpty();
  }

  @Test
  void aCallersMistakeIsNamed() {
    StepM test = StepM.of(HUNDRED, SpaFixture.noise(2, 100, 0, 1));
    assertThatThrownBy(() -> test.rejections(0)).hasMessageContaining("alpha");
    assertThatThrownBy(() -> test.rejections(1)).hasMessageContaining("alpha");
    assertThatThrownBy(() -> test.adjustedP(2)).hasMessageContaining("column 2");
  }

  private static double[][] trials(long seed) {
    double[][] columns = SpaFixture.noise(10, 100, 0.02, seed);
    for (int t = 0; t < 100; t++) {
      columns[1][t] += 0.004;
      columns[2][t] += 0.003;
    }
    return columns;
  }

  private static void holds(String id) {
    MeanDeviations bootstrap = MeanDeviations.of(SpaFixture.resamples(id), SpaFixture.columns(id));
    JsonNode expected = Vectors.expected(id);
    StepM studentised = StepM.of(bootstrap, Scale.STUDENTISED);
    for (String alpha : List.of("0.01", "0.05", "0.1")) {
      holds(studentised.rejections(Double.parseDouble(alpha)), expected.get(alpha));
    }
    holds(StepM.of(bootstrap, Scale.RAW).rejections(0.2), expected.get("raw_alpha_0.20"));
    assertThat(studentised.adjustedP().stream().mapToDouble(Figures::value).toArray())
        .containsExactly(Vectors.doubles(expected.get("adjusted_p")), within(1e-11));
  }

  private static void holds(Rejections actual, JsonNode expected) {
    assertThat(actual.criticalValues().stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(Vectors.doubles(expected.get("crits")), within(1e-8));
    assertThat(actual.steps()).hasToString(expected.get("steps").toString().replace(",", ", "));
    assertThat(actual.rejected())
        .hasToString(expected.get("rejected").toString().replace(",", ", "));
  }
}
