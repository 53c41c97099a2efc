package milodex.analytics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverlapTest {

  @Test
  void onlyTheSessionsBothHaveAreCorrelated() {
    EquityCurve one = Curves.from(Curves.START, 100, 250, 101, 103.02, 101.9898);
    EquityCurve other = Curves.from(Curves.START.plusDays(1), 50, 50.5, 51.51, 50.9949, 10);

    Overlap both = Overlap.of(one, other);

    assertThat(both.sessions()).isEqualTo(3);
    assertClose(both.correlation(), pearson(101.0 / 250 - 1, 0.02, -0.01, 0.01, 0.02, -0.01));
    assertThat(Overlap.of(other, one)).isEqualTo(both);
  }

  @Test
  void aCurveMovesWithItselfAndAgainstItsMirror() {
    EquityCurve curve = Curves.of(100, 101, 98.98, 101.9494);
    EquityCurve mirror = Curves.of(100, 99, 100.98, 97.9506);

    assertClose(Overlap.of(curve, curve).correlation(), 1);
    assertClose(Overlap.of(curve, mirror).correlation(), -1);
  }

  @Test
  void withoutCommonSessionsOrMovementNothingCanBeSaid() {
    EquityCurve curve = Curves.of(100, 101, 98.98);
    EquityCurve later = Curves.from(Curves.START.plusDays(9), 100, 101, 98.98);

    assertUndefined(Overlap.of(curve, later).correlation(), "fewer than two common sessions");
    assertThat(Overlap.of(curve, later).sessions()).isZero();
    assertUndefined(
        Overlap.of(curve, Curves.of(100, 100, 100)).correlation(),
        "the returns of one do not vary in the common sessions");
  }

  /// By the textbook, from sums of products.
  private static double pearson(double... both) {
    int n = both.length / 2;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      x += both[i];
      y += both[n + i];
      xx += both[i] * both[i];
      yy += both[n + i] * both[n + i];
      xy += both[i] * both[n + i];
    }
    return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
  }
}
