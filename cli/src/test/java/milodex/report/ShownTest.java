package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void aLossHasARealMinusAheadOfTheDollarAndAUnitThatStays() {
    assertThat(Shown.percent(Figure.of(-0.11038))).hasToString("\u221211.04\u202f%");
    assertThat(Shown.dollars(Figure.of(-690.4527))).hasToString("\u2212$690.45");
    assertThat(Shown.dollars(new BigDecimal("1234567.885"))).isEqualTo("$1,234,567.88");
    assertThat(Shown.plain(Figure.of(1234.5))).hasToString("1,234.50");
    assertThat(Shown.share(new BigDecimal("0.0005"))).isEqualTo("0.05\u202f%");
  }

  @Test
  void aLossTooSmallToShowIsNoMinusZero() {
    assertThat(Shown.percent(Figure.of(-1e-9))).hasToString("0.00\u202f%");
    assertThat(Shown.bare(-0.04, 1)).isEqualTo("0.0");
    assertThat(Shown.bare(-0.06, 1)).isEqualTo("\u22120.1");
  }

  @Test
  void whatIsUndefinedShowsItsReasonAndNoNumber() {
    assertThat(Shown.dollars(Figure.undefined("no <trades>")).toString())
        .contains("undefined", "(no &lt;trades&gt;)")
        .doesNotContain("$", "0");
  }

  @Test
  void aLongNameMayBreakAfterItsDotsAndUnderscores() {
    assertThat(Shown.name("a.b_<c>")).hasToString("a.<wbr>b_<wbr>&lt;c&gt;");
  }
}
