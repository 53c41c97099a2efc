package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class DominanceTest {

  @Test
  void whatIsBetterThroughoutDominatesInBothOrders() {
    Dominance better = Dominance.between(new double[] {4, 3}, new double[] {3, 1, 4, 2});
    assertClose(better.firstOrderGap(), 0);
    assertClose(better.secondOrderGap(), 0);
  }

  @Test
  void whatIsNarrowerWithTheSameMeanDominatesInTheSecondOrderOnly() {
    Dominance narrower = Dominance.between(new double[] {2, 3}, new double[] {1, 4});
    assertClose(narrower.firstOrderGap(), 0.5);
    assertClose(narrower.secondOrderGap(), 0);
  }

  @Test
  void whatIsWorseDominatesInNeither() {
    // The integral up to the last value is the difference of the means: 2.5 − 1.5.
    Dominance worse = Dominance.between(new double[] {1, 2}, new double[] {1, 2, 3, 4});
    assertClose(worse.firstOrderGap(), 0.5);
    assertClose(worse.secondOrderGap(), 1);
  }

  @Test
  void firstOrderDominanceIsSecondOrderDominanceToo() {
    Seeds.forEachSeed(
        200,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          double[] chosen = random.doubles(3).map(x -> x + 0.5).toArray();
          double[] pooled = random.doubles(9).toArray();
          Dominance dominance = Dominance.between(chosen, pooled);
          double second = value(dominance.secondOrderGap());
          double means =
              Arrays.stream(pooled).average().orElseThrow()
                  - Arrays.stream(chosen).average().orElseThrow();
          assertThat(second).isGreaterThanOrEqualTo(means - 1e-12);
          if (value(dominance.firstOrderGap()) == 0) {
            assertThat(second).isZero();
          }
        });
  }

  @Test
  void theDegenerateCountAsTheLowest() {
    double none = Double.NEGATIVE_INFINITY;
    assertThat(Dominance.between(new double[] {none, 2}, new double[] {none, 1, 2}))
        .isEqualTo(Dominance.between(new double[] {1, 2}, new double[] {1, 1, 2}));
    assertUndefined(
        Dominance.between(new double[] {none}, new double[] {none}).firstOrderGap(),
        "no trial varies out of sample");
  }
}
