package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.doubles;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.statistics.AlphaSpending.OBrienFleming;
import milodex.statistics.AlphaSpending.Pocock;
import milodex.statistics.AlphaSpending.Power;
import milodex.statistics.SpendingBoundaries.Look;
import org.junit.jupiter.api.Test;

class SpendingBoundariesTest {

  @Test
  void fiveEqualLooksHaveTheBoundariesOfTheReference() {
    double alpha = inputs("S-AS-01").get("one_sided_alpha").asDouble();
    double[] information = doubles(inputs("S-AS-01").get("information"));
    List<Look> late = SpendingBoundaries.of(new OBrienFleming(), alpha, information);
    List<Look> even = SpendingBoundaries.of(new Pocock(), alpha, information);
    for (int i = 0; i < information.length; i++) {
      holds(late.get(i).z(), doubles(expected("S-AS-01").get("obf_z"))[i], 1e-4);
      holds(even.get(i).z(), doubles(expected("S-AS-01").get("pocock_z"))[i], 1e-4);
      assertThat(late.get(i).spent())
          .isCloseTo(doubles(expected("S-AS-01").get("obf_cum_alpha"))[i], within(1e-10));
    }
  }

  @Test
  void allIsSpentByTheEndUnderEveryFunction() {
    for (AlphaSpending spending :
        List.of(new OBrienFleming(), new Pocock(), new Power(1), new Power(3))) {
      assertThat(spending.spent(0.05, 1)).isCloseTo(0.05, within(1e-12));
      assertThat(spending.spent(0.05, 0.3)).isBetween(0.0, 0.05);
    }
  }

  @Test
  void theOnlyLookIsAnOrdinaryTest() {
    List<Look> looks = SpendingBoundaries.of(new Pocock(), 0.05, 1);
    holds(looks.getFirst().z(), 1.6448536269514722, 1e-9);
  }

  @Test
  void twoLooksTakenAlmostAtOnceCostAlmostNothingMore() {
    List<Look> looks = SpendingBoundaries.of(new Power(1), 0.05, 0.5, 0.5001, 1);
    assertThat(looks)
        .hasSize(3)
        .allSatisfy(look -> assertThat(value(look.z())).isBetween(1.6, 6.0));
  }

  @Test
  void aLookWithNextToNothingToSpendHasNoBoundaryAndLeavesItsShareForLater() {
    List<Look> looks = SpendingBoundaries.of(new OBrienFleming(), 0.025, 0.01, 1);
    assertUndefined(looks.getFirst().z(), "next to nothing to spend yet");
    holds(looks.getLast().z(), 1.959963984540054, 1e-6);
  }

  @Test
  void aTrialWithoutEdgeCrossesAsOftenAsWasToBeSpent() {
    double[] information = {0.1, 0.4, 0.55, 1};
    List<Look> looks = SpendingBoundaries.of(new Power(1), 0.1, information);
    int crossed = 0;
    for (long seed = 1; seed <= 4000; seed++) {
      RandomGenerator random = Seeds.random(seed);
      double score = 0;
      boolean over = false;
      for (int i = 0; i < 4; i++) {
        double step = information[i] - (i == 0 ? 0 : information[i - 1]);
        score += random.nextGaussian() * Math.sqrt(step);
        over |= score / Math.sqrt(information[i]) > value(looks.get(i).z());
      }
      crossed += over ? 1 : 0;
    }
    assertThat(crossed / 4000.0).isCloseTo(0.1, within(0.015));
  }

  @Test
  void informationThatDoesNotRiseIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> SpendingBoundaries.of(new Pocock(), 0.05, 0.5, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("information");
    assertThatThrownBy(() -> SpendingBoundaries.of(new Pocock(), 0.05, 1.1))
        .hasMessageContaining("information");
    assertThatThrownBy(() -> SpendingBoundaries.of(new Pocock(), 0.05, Double.NaN))
        .hasMessageContaining("information");
    assertThatThrownBy(() -> SpendingBoundaries.of(new Pocock(), 1, 0.5))
        .hasMessageContaining("alpha");
    assertThatThrownBy(() -> new Power(0)).hasMessageContaining("power");
  }

  private static void holds(Figure actual, double wanted, double tolerance) {
    assertThat(value(actual)).isCloseTo(wanted, within(tolerance));
  }
}
