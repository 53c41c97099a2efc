package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import milodex.Seeds;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class StudentTTest {

  @Test
  void tailsAreThoseOfTheDistribution() {
    Seeds.forEachSeed(
        100,
        seed -> {
          int freedom = Seeds.random(seed).nextInt(1, 300);
          double t = Seeds.random(seed).nextDouble(0, 8);
          double p = 2 * new TDistribution(freedom).cumulativeProbability(-t);
          assertThat(Math.exp(StudentT.logTwoSided(t, freedom)) / p).isCloseTo(1, within(1e-9));
        });
  }

  @Test
  void ratiosComeBackFromTheThinnestTails() {
    Seeds.forEachSeed(
        100,
        seed -> {
          int freedom = Seeds.random(seed).nextInt(1, 2000);
          double t = Math.exp(Seeds.random(seed).nextDouble(-3, 8));
          assertThat(StudentT.ratio(StudentT.logTwoSided(t, freedom), freedom) / t)
              .isCloseTo(1, within(1e-7));
        });
    assertThat(StudentT.ratio(0, 10)).isZero();
  }
}
