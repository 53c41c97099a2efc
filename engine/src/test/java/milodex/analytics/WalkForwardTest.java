package milodex.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

  @Test
  void theRestOfTheDivisionGoesToTheStretchBeforeTheFirstWindow() {
    WalkForward cut = WalkForward.of(23, 4);

    assertThat(cut).isEqualTo(new WalkForward(7, 4, 4));
    assertThat(cut.ranges())
        .containsExactly(
            new WalkForward.Window(1, 0, 7, 11),
            new WalkForward.Window(2, 4, 11, 15),
            new WalkForward.Window(3, 8, 15, 19),
            new WalkForward.Window(4, 12, 19, 23));
  }

  @Test
  void windowsAreConsecutiveAndEndWithTheLastSession() {
    for (int windows = 1; windows <= 12; windows++) {
      for (int sessions = 2 * (windows + 1); sessions < 400; sessions += 7) {
        List<WalkForward.Window> ranges = WalkForward.of(sessions, windows).ranges();

        assertThat(ranges).hasSize(windows);
        assertThat(ranges.getLast().testTo()).isEqualTo(sessions);
        for (int i = 1; i < windows; i++) {
          assertThat(ranges.get(i).testFrom()).isEqualTo(ranges.get(i - 1).testTo());
        }
      }
    }
  }

  @Test
  void tooFewSessionsAreRefusedWithWhatIsNeeded() {
    assertThat(WalkForward.of(10, 4).test()).isEqualTo(2);
    assertThatThrownBy(() -> WalkForward.of(9, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9 sessions after warm-up are too few for 4 windows")
        .hasMessageContaining("at least 10");
    assertThatThrownBy(() -> WalkForward.of(100, 0)).hasMessageContaining("at least one window");
  }
}
