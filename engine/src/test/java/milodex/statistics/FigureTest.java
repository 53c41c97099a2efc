package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void aRatioOverNothingIsUndefinedWithItsReason() {
    assertThat(Figure.ratio(1, 4, "no trades")).isEqualTo(Figure.of(0.25));
    assertThat(Figure.ratio(1, 0, "no trades")).isEqualTo(Figure.undefined("no trades"));
  }

  @Test
  void aKnownFigureIsFinite() {
    assertThatThrownBy(() -> Figure.of(Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> Figure.of(1 / 0.0)).hasMessageContaining("finite");
  }

  @Test
  void onlyAKnownFigureCanBePositiveOrChange() {
    assertThat(Figure.of(0.1).isPositive()).isTrue();
    assertThat(Figure.of(0).isPositive()).isFalse();
    assertThat(Figure.undefined("no trades").isPositive()).isFalse();
    assertThat(Figure.of(2).map(value -> value * 3)).isEqualTo(Figure.of(6));
    assertThat(Figure.undefined("no trades").map(value -> value * 3))
        .isEqualTo(Figure.undefined("no trades"));
  }
}
