package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class SuperiorAbilityTest {

  private static final Resamples HUNDRED = Resamples.stationary(100, 199, 4, 1);

  @Test
  void theReferenceTrialsHaveTheirStatisticsAndCounts() {
    holds("S-SPA-01");
    holds("S-SPA-02");
  }

  @Test
  void theScaleOfReturnsDoesNotMatter() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] columns = SpaFixture.noise(7, 100, 0.002, seed);
          double[][] scaled =
              Arrays.stream(columns)
                  .map(column -> Arrays.stream(column).map(x -> 16 * x).toArray())
                  .toArray(double[][]::new);
          SuperiorAbility of = SuperiorAbility.of(HUNDRED, columns);
          SuperiorAbility ofScaled = SuperiorAbility.of(HUNDRED, scaled);
          assertThat(ofScaled.studentised()).isEqualTo(of.studentised());
          assertThat(ofScaled.realityCheck()).isEqualTo(of.realityCheck());
        });
  }

  @Test
  void theOrderOfTrialsDoesNotMatter() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] columns = SpaFixture.noise(13, 100, 0.002, seed);
          double[][] reversed = new double[13][];
          Arrays.setAll(reversed, k -> columns[12 - k]);
          assertThat(SuperiorAbility.of(HUNDRED, reversed))
              .isEqualTo(SuperiorAbility.of(HUNDRED, columns));
        });
  }

  @Test
  void aBadTrialMayRaiseTheRealityCheckButNotTheConsistentP() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] columns = SpaFixture.noise(4, 100, 0.002, seed);
          double[] bad = Arrays.stream(columns[1]).map(x -> 3 * x - 0.05).toArray();
          SuperiorAbility without = SuperiorAbility.of(HUNDRED, columns);
          SuperiorAbility with = SuperiorAbility.of(HUNDRED, SpaFixture.and(columns, bad));
          assertThat(value(with.realityCheck()))
              .isGreaterThanOrEqualTo(value(without.realityCheck()));
          assertThat(with.studentised().consistent()).isEqualTo(without.studentised().consistent());
        });
  }

  @Test
  void thePsAreOrderedAndNeverBelowOneInTheResamplesAndOne() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] columns = SpaFixture.noise(5, 100, seed % 2 * 0.05, seed);
          SuperiorAbility ability = SuperiorAbility.of(HUNDRED, columns);
          for (SuperiorAbility.Test test :
              new SuperiorAbility.Test[] {ability.raw(), ability.studentised()}) {
            assertThat(value(test.lower())).isBetween(1 / 200.0, value(test.consistent()));
            assertThat(value(test.consistent())).isLessThanOrEqualTo(value(test.upper()));
          }
          assertThat(value(ability.studentised().consistent()) == 1 / 200.0)
              .isEqualTo(seed % 2 == 1);
        });
  }

  @Test
  void amongTrialsWithoutEdgeAboutOneInTenHasAPBelowATenth() {
    Resamples resamples = Resamples.stationary(200, 199, 2, 5);
    int[] low = new int[2];
    Seeds.forEachSeed(
        300,
        seed -> {
          SuperiorAbility ability =
              SuperiorAbility.of(resamples, SpaFixture.noise(10, 200, 0, 1_000 + seed));
          low[0] += value(ability.studentised().consistent()) <= 0.1 ? 1 : 0;
          low[1] += value(ability.realityCheck()) <= 0.1 ? 1 : 0;
        });
    assertThat(low[0] / 300.0).isCloseTo(0.1, within(0.06));
    assertThat(low[1] / 300.0).isCloseTo(0.1, within(0.06));
  }

  @Test
  void aTrialThatDoesNotVaryIsExcludedAndCounted() {
    double[][] columns = SpaFixture.noise(4, 100, 0.001, 3);
    double[] constant = new double[100];
    Arrays.fill(constant, 0.1);
    SuperiorAbility with = SuperiorAbility.of(HUNDRED, SpaFixture.and(columns, constant));
    SuperiorAbility without = SuperiorAbility.of(HUNDRED, columns);
    assertThat(with.excluded()).isEqualTo(1);
    assertThat(with.trials()).isEqualTo(5);
    assertThat(with.studentised()).isEqualTo(without.studentised());
    assertThat(with.raw()).isEqualTo(without.raw());
  }

  @Test
  void ofOneTrialTheRealityCheckIsTheTestByItself() {
    double[][] one = SpaFixture.noise(1, 100, 0.002, 4);
    SuperiorAbility ability = SuperiorAbility.of(HUNDRED, one);
    assertThat(ability.raw().upper()).isEqualTo(ability.realityCheck());
    assertThat(ability.studentised().upper()).isEqualTo(ability.realityCheck());
  }

  @Test
  void nothingIsSaidOfNoTrialsConstantTrialsOrTooFewRows() {
    Figure none = Figure.undefined("no trial varies");
    SuperiorAbility.Test nothing = new SuperiorAbility.Test(none, none, none, none);
    assertThat(SuperiorAbility.of(HUNDRED, new double[0][]))
        .isEqualTo(new SuperiorAbility(0, 0, none, nothing, nothing));
    assertThat(SuperiorAbility.of(HUNDRED, new double[2][100]))
        .isEqualTo(new SuperiorAbility(2, 2, none, nothing, nothing));
    Resamples two = Resamples.stationary(2, 9, 1, 1);
    assertThat(SuperiorAbility.of(two, new double[][] {{0.1, 0.2}}).studentised().consistent())
        .isEqualTo(Figure.undefined("fewer than 3 observations"));
  }

  @Test
  void aCallersMistakeIsNamed() {
    double[][] broken = SpaFixture.noise(2, 100, 0, 1);
    broken[1][3] = Double.NaN;
    assertThatThrownBy(() -> SuperiorAbility.of(HUNDRED, broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("columns");
    assertThatThrownBy(() -> SuperiorAbility.of(HUNDRED, new double[1][99]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("99");
  }

  private static void holds(String id) {
    MeanDeviations bootstrap = MeanDeviations.of(SpaFixture.resamples(id), SpaFixture.columns(id));
    JsonNode expected = Vectors.expected(id);
    assertThat(bootstrap.means())
        .containsExactly(Vectors.doubles(expected.get("mean")), within(1e-13));
    assertThat(bootstrap.omegas())
        .containsExactly(Vectors.doubles(expected.get("omega")), within(1e-12));
    assertThat(bootstrap.statistics(Scale.STUDENTISED))
        .containsExactly(Vectors.doubles(expected.get("t")), within(1e-8));
    SuperiorAbility ability = SuperiorAbility.of(bootstrap);
    assertThat(ability.excluded()).isZero();
    holds(ability.raw(), expected.get("raw"));
    holds(ability.studentised(), expected.get("studentised"));
    assertThat(ability.realityCheck()).isEqualTo(ability.raw().upper());
  }

  private static void holds(SuperiorAbility.Test test, JsonNode expected) {
    Vectors.same(value(test.statistic()), expected.get("stat"), 1e-8);
    JsonNode counts = expected.get("count_gt");
    assertClose(test.lower(), (counts.get("l").asInt() + 1) / 201.0);
    assertClose(test.consistent(), (counts.get("c").asInt() + 1) / 201.0);
    assertClose(test.upper(), (counts.get("u").asInt() + 1) / 201.0);
  }
}
