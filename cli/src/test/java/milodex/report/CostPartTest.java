package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;

import milodex.analytics.EquityCurve;
import org.junit.jupiter.api.Test;

class CostPartTest {

  private static final String BPS = "\u202fbps";

  @Test
  void theCostThatEndsTheEdgeIsMarkedBesideTheModelledOne() {
    String part = CostPart.of(curve(100, 110), 0.008, 0.002).toString();

    assertThat(part)
        .contains(">modelled 100.0" + BPS + "</text>", ">break-even 350.0" + BPS + "</text>")
        .contains("gone at a cost of 350.0" + BPS + ", 3.5 times the modelled 100.0" + BPS + ".")
        .contains("80.0" + BPS + " of slippage and 20.0" + BPS + " of fees", "class=\"curve\"")
        .doesNotContain("NaN", "thin");
  }

  @Test
  void littleRoomAndNoneAreSaid() {
    assertThat(CostPart.of(curve(100, 110), 0.03, 0).toString()).contains("which is thin.");
    assertThat(CostPart.of(curve(100, 110), 0, 0).toString())
        .contains("gone at a cost of 250.0" + BPS + "; none is modelled.");
    assertThat(CostPart.of(curve(100, 110, 98), 0.02, 0).toString())
        .contains("the modelled cost takes more than all of it.");
  }

  @Test
  void withoutTradesAndWithoutAnEdgeTheReasonStandsInPlaceOfTheCurve() {
    assertThat(CostPart.of(curve(0, 0), 0.01, 0).toString())
        .contains("undefined", "nothing is traded, so no cost ends the edge")
        .doesNotContain("<svg");
    assertThat(CostPart.of(curve(100, 110, 80), 0.01, 0).toString())
        .contains("undefined", "no gross edge")
        .doesNotContain("<svg");
  }

  /// Net returns of 10 % and −5 %.
  private static EquityCurve curve(double first, double second) {
    return curve(first, second, 104.5);
  }

  private static EquityCurve curve(double first, double second, double last) {
    return new EquityCurve(
        new int[] {1, 2},
        new double[] {100, 110, last},
        new double[2],
        new double[] {first, second});
  }
}
