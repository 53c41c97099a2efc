package milodex.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The exact interval of Clopper and Pearson.
class RateTest {

  @Test
  void theEndsLeaveATailOfTheBinomialEach() {
    Rate rate = new Rate(7, 50);

    assertThat(atLeast(7, 50, rate.low())).isCloseTo(0.025, within(1e-9));
    assertThat(1 - atLeast(8, 50, rate.high())).isCloseTo(0.025, within(1e-9));
    assertThat(rate.share()).isEqualTo(0.14);
  }

  @Test
  void noneAndAllHaveOneEnd() {
    assertThat(new Rate(0, 100).low()).isZero();
    assertThat(new Rate(0, 100).high()).isCloseTo(1 - Math.pow(0.025, 0.01), within(1e-9));
    assertThat(new Rate(100, 100).high()).isEqualTo(1);
    assertThat(new Rate(100, 100).low()).isCloseTo(Math.pow(0.025, 0.01), within(1e-9));
  }

  @Test
  void aRateOfNothingOrOfMoreThanAllIsRefused() {
    assertThatThrownBy(() -> new Rate(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  /// The chance of at least `count` of `n`, summed term by term.
  private static double atLeast(int count, int n, double p) {
    double sum = 0;
    for (int k = count; k <= n; k++) {
      double choose = 1;
      for (int i = 0; i < k; i++) {
        choose *= (n - i) / (double) (k - i);
      }
      sum += choose * Math.pow(p, k) * Math.pow(1 - p, n - k);
    }
    return sum;
  }
}
