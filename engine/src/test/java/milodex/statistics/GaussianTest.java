package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import milodex.Seeds;
import org.junit.jupiter.api.Test;

class GaussianTest {

  @Test
  void quantilesComeBackInBothTails() {
    Seeds.forEachSeed(
        200,
        seed -> {
          double z = Seeds.random(seed).nextDouble(-30, 30);
          double tail = Gaussian.upperTail(Math.abs(z));
          assertThat(Gaussian.upperQuantile(tail)).isCloseTo(Math.abs(z), within(1e-9));
          assertThat(Gaussian.quantile(tail)).isCloseTo(-Math.abs(z), within(1e-9));
        });
    assertThat(Gaussian.quantile(0.95)).isCloseTo(1.6448536269514722, within(1e-13));
  }

  @Test
  void thinTailsKeepTheirDigits() {
    assertThat(Gaussian.upperTail(10) / 7.619853024160527e-24).isCloseTo(1, within(1e-10));
    assertThat(Gaussian.logCumulative(-10))
        .isCloseTo(Math.log(7.619853024160527e-24), within(1e-10));
    assertThat(Gaussian.logCumulative(10)).isCloseTo(-7.619853024160527e-24, within(1e-30));
  }
}
