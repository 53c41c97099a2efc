package milodex.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import milodex.Seeds;
import milodex.promotion.Policy;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Kind;
import milodex.promotion.Requirement.Status;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// The holdout can only veto, and a peak of parameters is no plateau.
class HoldoutResultTest {

  private static final LocalDate FROM = LocalDate.parse("2023-01-03");
  private static final LocalDate TO = LocalDate.parse("2023-12-29");

  @Test
  void unopenedItIsMissingAndCaps() {
    Requirement requirement = new HoldoutResult.Unopened("sealed").requirement(Policy.CURRENT);
    assertThat(requirement.kind()).isEqualTo(Kind.ADVISORY);
    assertThat(requirement.status()).isInstanceOf(Status.Missing.class);
  }

  @Test
  void aYearLikeTheOthersStandsAndAYearOfLossesIsAVeto() {
    double[] before = returns(Seeds.random(1), 2_000, 0.0008);
    assertThat(holdout(before, returns(Seeds.random(2), 252, 0.0008)).status())
        .isInstanceOf(Status.Pass.class);
    Requirement veto = holdout(before, returns(Seeds.random(2), 252, -0.004));
    assertThat(veto.kind()).isEqualTo(Kind.MANDATORY);
    assertThat(veto.status()).isInstanceOf(Status.Fail.class);
    assertThat(veto.actual()).startsWith("-");
  }

  @Test
  void withoutAnExpectationItIsMissing() {
    assertThat(holdout(new double[500], returns(Seeds.random(2), 252, 0)).status())
        .isInstanceOf(Status.Missing.class);
  }

  @Test
  void aPlateauIsTheMedianNeighbourOverItsOwn() {
    Sensitivity sensitivity =
        new Sensitivity(Figure.of(1), List.of(cell(0.2), cell(0.8), cell(0.6)));
    assertThat(sensitivity.plateau()).isEqualTo(Figure.of(0.6));
    Sensitivity even =
        new Sensitivity(
            Figure.of(2),
            List.of(cell(1), new Sensitivity.Cell("n", "1", "2", Figure.undefined("no trades"))));
    assertThat(even.plateau()).as("one that never traded is zero").isEqualTo(Figure.of(0.25));
    assertThat(new Sensitivity(Figure.of(-1), List.of(cell(1))).plateau())
        .isInstanceOf(Figure.Undefined.class);
    assertThat(new Sensitivity(Figure.of(1), List.of()).plateau())
        .isInstanceOf(Figure.Undefined.class);
  }

  private static Requirement holdout(double[] before, double[] in) {
    return HoldoutResult.opened(FROM, TO, before, in, Policy.CURRENT, 1)
        .requirement(Policy.CURRENT);
  }

  private static Sensitivity.Cell cell(double sharpe) {
    return new Sensitivity.Cell("n", "1", "2", Figure.of(sharpe));
  }

  private static double[] returns(RandomGenerator random, int sessions, double mean) {
    return IntStream.range(0, sessions)
        .mapToDouble(_ -> mean + 0.01 * random.nextGaussian())
        .toArray();
  }
}
