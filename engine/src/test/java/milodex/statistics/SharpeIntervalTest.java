package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SharpeIntervalTest {

  @Test
  void itReachesSoManyErrorsToBothSides() {
    SharpeInterval interval = SharpeInterval.of(Figure.of(0.1), Figure.of(0.05), 0.95);
    assertThat(value(interval.low())).isCloseTo(0.1 - 1.959963984540054 * 0.05, within(1e-12));
    assertThat(value(interval.high())).isCloseTo(0.1 + 1.959963984540054 * 0.05, within(1e-12));
  }

  @Test
  void itHoldsTheTruthAboutAsOftenAsItSays() {
    long held =
        LongStream.rangeClosed(1, 400)
            .mapToObj(seed -> SharpeInterval.of(Noise.returns(seed, 300, 0.1), 0.9))
            .filter(interval -> value(interval.low()) < 0.1 && value(interval.high()) > 0.1)
            .count();
    assertThat(held / 400.0).isBetween(0.86, 0.96);
  }

  @Test
  void whatIsShortOrFlatHasNone() {
    assertUndefined(SharpeInterval.of(new double[] {0.1}, 0.9).low(), "fewer than two returns");
    assertUndefined(SharpeInterval.of(new double[9], 0.9).high(), "the returns do not vary");
    assertThatThrownBy(() -> SharpeInterval.of(new double[9], 1))
        .hasMessageContaining("confidence");
  }
}
