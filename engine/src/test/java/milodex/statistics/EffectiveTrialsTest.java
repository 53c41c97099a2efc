package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.column;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.matrix;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class EffectiveTrialsTest {

  @Test
  void twentyTrialsInFourGroupsAreWorthWhatTheEstimatorsSay() {
    JsonNode expected = expected("S-NEFF-01");
    EffectiveTrials effective = EffectiveTrials.of(matrix("trials_a.csv", 1, 0), 1);
    assertThat(effective.trials()).isEqualTo(20);
    same(value(effective.averageCorrelation()), expected.get("avg_corr"), 1e-8);
    same(value(effective.byAverage()), expected.get("n_avg_corr"), 1e-8);
    same(value(effective.entropyRank()), expected.get("entropy_effective_rank"), 1e-8);
    same(value(effective.participation()), expected.get("participation_ratio"), 1e-8);
    same(value(effective.clusters()), expected.get("onc_k"), 0);
    assertThat(effective.lowest()).isEqualTo(4);
    assertThat(effective.highest()).isEqualTo(value(effective.byAverage()));
  }

  @Test
  void clusteringFindsThePlantedGroupsUnderEverySeed() {
    double[] truth = column("trials_a_truth.csv", "true_cluster");
    Seeds.forEachSeed(
        5,
        seed -> {
          List<Integer> labels = TrialClusters.of(matrix("trials_a.csv", 1, 0), seed).labels();
          assertThat(labels).hasSize(20);
          for (int i = 0; i < 20; i++) {
            for (int j = 0; j < i; j++) {
              assertThat(labels.get(i).equals(labels.get(j))).isEqualTo(truth[i] == truth[j]);
            }
          }
        });
  }

  @Test
  void theBestGroupingHasTheQualityOfAnotherProgram() {
    double[][] points =
        CorrelationMatrix.among(List.of(Columns.of(matrix("trials_a.csv", 1, 0)))).distances();
    double quality = Silhouette.quality(Silhouette.of(points, KMeans.best(points, 1)));
    assertThat(quality).isCloseTo(39.2948, within(1e-4));
  }

  @Test
  void clustersHaveFewerSharpeRatiosThanTrials() {
    double[][] trials = matrix("trials_a.csv", 1, 0);
    TrialSharpes clusters = TrialSharpes.ofClusters(trials, TrialClusters.of(trials, 1).labels());
    assertThat(clusters.sharpes()).hasSize(4);
    assertThat(value(clusters.variance())).isPositive();
    assertThatThrownBy(() -> TrialSharpes.ofClusters(trials, List.of(1)))
        .hasMessageContaining("labels");
  }

  @Test
  void theOrderOfTrialsIsNoPartOfIt() {
    Seeds.forEachSeed(
        10,
        seed -> {
          double[][] trials = Noise.trials(seed, 60, 9, 3);
          double[][] reversed =
              Arrays.stream(trials).map(EffectiveTrialsTest::reversed).toArray(double[][]::new);
          EffectiveTrials one = EffectiveTrials.of(trials, seed);
          EffectiveTrials other = EffectiveTrials.of(reversed, seed);
          assertThat(value(other.byAverage())).isCloseTo(value(one.byAverage()), within(1e-9));
          assertThat(value(other.entropyRank())).isCloseTo(value(one.entropyRank()), within(1e-9));
          assertThat(other.clusters()).isEqualTo(one.clusters()).isEqualTo(Figure.of(3));
        });
  }

  @Test
  void everyEstimateLiesFromOneToTheCount() {
    Seeds.forEachSeed(
        20,
        seed -> {
          int count = Seeds.random(seed).nextInt(1, 12);
          EffectiveTrials effective =
              EffectiveTrials.of(Noise.trials(seed, 20, count, Math.max(1, count / 2)), seed);
          assertThat(effective.lowest()).isBetween(1.0, (double) count);
          assertThat(effective.highest()).isBetween(effective.lowest(), (double) count);
        });
  }

  @Test
  void identicalTrialsAreWorthOne() {
    double[] returns = Noise.returns(1, 50, 0);
    double[][] same =
        Arrays.stream(returns).mapToObj(r -> Noise.constant(6, r)).toArray(double[][]::new);
    EffectiveTrials effective = EffectiveTrials.of(same, 1);
    assertThat(value(effective.byAverage())).isCloseTo(1, within(1e-9));
    assertThat(value(effective.entropyRank())).isCloseTo(1, within(1e-6));
    assertThat(value(effective.participation())).isCloseTo(1, within(1e-9));
    assertThat(effective.clusters()).isEqualTo(Figure.of(1));
    assertThat(value(TrialSharpes.of(same).variance())).isCloseTo(0, within(1e-20));
  }

  @Test
  void oppositeTrialsAreWorthNoMoreThanTheirCount() {
    double[][] opposite =
        Arrays.stream(Noise.returns(1, 50, 0))
            .mapToObj(r -> new double[] {r, -r})
            .toArray(double[][]::new);
    EffectiveTrials effective = EffectiveTrials.of(opposite, 1);
    assertThat(value(effective.averageCorrelation())).isCloseTo(-1, within(1e-12));
    assertThat(effective.byAverage()).isEqualTo(Figure.of(2));
    assertThat(effective.highest()).isEqualTo(2);
  }

  @Test
  void aTrialThatNeverTradedCountsAsOne() {
    double[][] trials = Noise.trials(1, 40, 5, 1);
    for (double[] row : trials) {
      row[2] = 0;
    }
    EffectiveTrials effective = EffectiveTrials.of(trials, 1);
    assertThat(effective.trials()).isEqualTo(5);
    assertThat(value(effective.byAverage())).isBetween(2.0, 3.0);
    EffectiveTrials none = EffectiveTrials.of(new double[10][3], 1);
    assertThat(none.lowest()).isEqualTo(3);
    assertUndefined(none.averageCorrelation(), "fewer than two trials vary");
    assertThat(TrialSharpes.of(new double[10][3]).best()).isEmpty();
  }

  @Test
  void onTooShortAWindowEveryTrialCounts() {
    EffectiveTrials effective = EffectiveTrials.of(new double[][] {{1, 2, 3}, {2, 1, 3}}, 1);
    assertUndefined(effective.byAverage(), "fewer than three bars");
    assertThat(effective.lowest()).isEqualTo(3);
    assertThat(effective.highest()).isEqualTo(3);
  }

  @Test
  void oneTrialIsWorthOne() {
    double[][] one = new double[][] {{0.1}, {0.2}, {-0.1}, {0.3}};
    EffectiveTrials effective = EffectiveTrials.of(one, 1);
    assertThat(effective.lowest()).isEqualTo(1);
    assertThat(effective.highest()).isEqualTo(1);
    assertUndefined(TrialSharpes.of(one).variance(), "fewer than two trials have a Sharpe ratio");
  }

  @Test
  void whatIsNoMatrixIsTheCallersMistake() {
    assertThatThrownBy(() -> EffectiveTrials.of(new double[0][0], 1))
        .hasMessageContaining("trials");
    assertThatThrownBy(() -> EffectiveTrials.of(new double[][] {{1, 2}, {1}}, 1))
        .hasMessageContaining("trials[1]");
    assertThatThrownBy(() -> TrialSharpes.of(new double[][] {{Double.NaN}}))
        .hasMessageContaining("trials[0]");
  }

  private static double[] reversed(double[] row) {
    double[] reversed = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      reversed[i] = row[row.length - 1 - i];
    }
    return reversed;
  }
}
