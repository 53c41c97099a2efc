package milodex.analytics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BenchmarkComparisonTest {

  private static final double[] WEEK = {0.01, -0.02, 0.03, 0.0, 0.01};
  private static final double[] INDEX = {0.02, -0.01, 0.02, -0.02, 0.015};
  private static final double[] STILL = {0, 0, 0, 0, 0};

  @Test
  void aWeekAgainstAnIndexGivesTheNumbersAHandComputes() {
    BenchmarkComparison comparison = BenchmarkComparison.of(WEEK, INDEX);

    assertClose(comparison.benchmarkReturn(), 0.0245370212);
    assertClose(comparison.excessReturn(), 0.02968894 - 0.0245370212);
    assertClose(comparison.beta(), 5 / 7.0);
    assertClose(comparison.alpha(), (0.006 - 5 / 7.0 * 0.005) * 252);
    assertClose(comparison.correlation(), 0.7356123579206245);
    assertClose(comparison.informationRatio(), 1.1832159566199232);
  }

  @Test
  void theBenchmarkItselfHasBetaOneAndNoInformationRatio() {
    BenchmarkComparison comparison = BenchmarkComparison.of(INDEX, INDEX);

    assertClose(comparison.beta(), 1);
    assertClose(comparison.alpha(), 0);
    assertClose(comparison.correlation(), 1);
    assertUndefined(comparison.informationRatio(), "the difference to the benchmark does not vary");
  }

  @Test
  void twiceTheBenchmarkHasBetaTwo() {
    for (long seed = 1; seed <= 50; seed++) {
      double[] index = Curves.returns(seed, 60);
      double[] twice = index.clone();
      for (int i = 0; i < twice.length; i++) {
        twice[i] *= 2;
      }
      assertClose(BenchmarkComparison.of(twice, index).beta(), 2);
      assertClose(BenchmarkComparison.of(twice, index).alpha(), 0);
    }
  }

  @Test
  void againstWhatDoesNotMoveThereIsNoBeta() {
    BenchmarkComparison comparison = BenchmarkComparison.of(WEEK, STILL);

    assertUndefined(comparison.beta(), "the benchmark does not vary");
    assertUndefined(comparison.alpha(), "the benchmark does not vary");
    assertUndefined(comparison.correlation(), "the benchmark does not vary");
    assertClose(comparison.benchmarkReturn(), 0);
    assertUndefined(BenchmarkComparison.of(STILL, WEEK).correlation(), "the returns do not vary");
  }

  @Test
  void oneSessionSaysNothingAndUnequalLengthsAreRefused() {
    double[] one = {0.01};

    assertUndefined(BenchmarkComparison.of(one, one).beta(), "fewer than two sessions");
    assertThatThrownBy(() -> BenchmarkComparison.of(WEEK, one))
        .hasMessageContaining("5 sessions cannot be compared with a benchmark of 1");
  }
}
