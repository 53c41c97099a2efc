package milodex.analytics;

import static milodex.statistics.Figures.assertUndefined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

class RollingTest {

  @Test
  void eachSessionHasTheSharpeOfTheReturnsThatEndWithIt() {
    double[] returns = Curves.walk(7, 40, Curves.START, 100).returns();
    List<Figure> rolling = Rolling.sharpe(returns, 10);

    assertThat(rolling).hasSize(40);
    for (int end = 10; end <= 40; end++) {
      assertThat(rolling.get(end - 1))
          .isEqualTo(Returns.sharpe(Arrays.copyOfRange(returns, end - 10, end)));
    }
  }

  @Test
  void beforeThereAreEnoughSessionsAndWhereNothingMovesItIsUndefined() {
    List<Figure> rolling = Rolling.sharpe(new double[] {0.01, -0.02, 0, 0, 0}, 3);

    assertUndefined(rolling.get(1), "fewer than 3 sessions");
    assertThat(rolling.get(2)).isInstanceOf(Figure.Known.class);
    assertUndefined(rolling.get(4), "the returns do not vary");
    assertThat(Rolling.sharpe(new double[0], Rolling.HALF_A_YEAR)).isEmpty();
    assertThatThrownBy(() -> Rolling.sharpe(new double[5], 1)).hasMessageContaining("two");
  }

  @Test
  void aRollingMeanForgetsWhatIsOlder() {
    List<Figure> rolling = Rolling.mean(new double[] {1, 3, 5, 0}, 2);

    assertUndefined(rolling.getFirst(), "fewer than 2 sessions");
    assertThat(rolling.subList(1, 4)).containsExactly(Figure.of(2), Figure.of(4), Figure.of(2.5));
    assertThatThrownBy(() -> Rolling.mean(new double[5], 0)).hasMessageContaining("one");
  }
}
