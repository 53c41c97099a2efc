package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import milodex.Seeds;
import milodex.analytics.EquityCurve;
import org.junit.jupiter.api.Test;

class RedrawTest {

  private static final EquityCurve WALK = walk(300);

  @Test
  void theBandHasTwoEndsForEachSessionAndSaysHowItWasMade() {
    Redraw redraw = Redraw.of(WALK);
    String part = BandPart.of(WALK, redraw).toString();

    assertThat(redraw).isInstanceOf(Redraw.Drawn.class);
    assertThat(part)
        .contains("1,000 resamples", "seed 1.", "in blocks of ", "id=\"band-chart\"")
        .contains("the run came to " + Shown.count(Math.round(WALK.equity()[300])) + ".")
        .doesNotContain("NaN", "null");
    for (String column : new String[] {"day", "equity", "low", "high"}) {
      String values = part.replaceFirst("(?s).*\"" + column + "\":\\[([^\\]]*)\\].*", "$1");
      assertThat(values.split(",", -1)).hasSize(300);
    }
    assertThat(BandPart.of(WALK, Redraw.of(WALK)).toString()).isEqualTo(part);
  }

  @Test
  void theFallOfTheRunStandsAmongThoseOfItsResamples() {
    double fell = Arrays.stream(WALK.drawdowns()).max().orElseThrow();
    String part = FallPart.of(WALK, Redraw.of(WALK)).toString();

    assertThat(part)
        .contains(">this run " + Shown.percent(fell, 1) + "</text>", ">95th percentile ")
        .contains("The run fell by " + Shown.percent(fell, 1) + " at most;")
        .contains("Max drawdown of 1,000 resamples", "class=\"fall\"")
        .doesNotContain("NaN", "width=\"-", "class=\"gain\"");
  }

  @Test
  void tooFewSessionsAndReturnsThatDoNotVaryAreSaid() {
    for (EquityCurve curve : new EquityCurve[] {walk(9), still()}) {
      Redraw redraw = Redraw.of(curve);
      String why = curve.sessions() == 9 ? "fewer than 10 observations" : "are equal";

      assertThat(BandPart.of(curve, redraw).toString())
          .contains("undefined", why)
          .doesNotContain("band-chart", "NaN");
      assertThat(FallPart.of(curve, redraw).toString())
          .contains("undefined", why)
          .doesNotContain("<svg", "NaN");
    }
  }

  private static EquityCurve walk(int sessions) {
    double[] equity = new double[sessions + 1];
    equity[0] = 1000;
    var random = Seeds.random(1);
    for (int i = 1; i <= sessions; i++) {
      equity[i] = equity[i - 1] * (1 + random.nextDouble(-0.02, 0.021));
    }
    return curve(equity);
  }

  private static EquityCurve still() {
    double[] equity = new double[40];
    Arrays.fill(equity, 1000);
    return curve(equity);
  }

  private static EquityCurve curve(double[] equity) {
    int n = equity.length - 1;
    return new EquityCurve(
        IntStream.range(19_000, 19_000 + n).toArray(), equity, new double[n], new double[n]);
  }
}
