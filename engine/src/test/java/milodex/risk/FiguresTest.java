package milodex.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void aShareIsShownInPercentWithTwoDigits() {
    assertThat(Figures.percent(new BigDecimal("1"), new BigDecimal("3"))).isEqualTo("33.33 %");
  }

  @Test
  void aShareOfAlmostNothingIsNotSpelledOut() {
    assertThat(Figures.percent(BigDecimal.ONE, new BigDecimal("1e-300")))
        .isEqualTo("over 1000000 %");
  }
}
