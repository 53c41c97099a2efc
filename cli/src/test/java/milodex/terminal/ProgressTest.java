package milodex.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A long backtest seen on a terminal and in a log.
class ProgressTest {

  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2024-01-02T15:00:00Z");

  @Test
  void aTerminalShowsOneBarThatGoesWhenTheWorkIsDone() {
    try (Progress progress = progress(new Screen(80, true, false), true)) {
      progress.advance(10);
      later(50);
      progress.advance(10);
      later(950);
      progress.advance(5);
    }
    assertThat(heard())
        .isEqualTo("\rBacktest  ██████░░░░░░░░░░░░░░░░░░  25 %  3 s left\u001b[K\r\u001b[K");
  }

  @Test
  void aLogGetsALineEveryTenSeconds() {
    try (Progress progress = progress(new Screen(80, false, false), false)) {
      for (int second = 0; second < 25; second++) {
        later(1_000);
        progress.advance(second < 20 ? 4 : 0);
      }
    }
    assertThat(heard().lines())
        .containsExactly("Backtest: 40 %, 15 s left", "Backtest: 80 %, 5 s left");
  }

  @Test
  void quickWorkShowsNothing() {
    try (Progress progress = progress(new Screen(80, true, false), true)) {
      progress.advance(100);
    }
    assertThat(heard()).isEmpty();
  }

  @Test
  void nothingToDoIsNoProgress() {
    PrintStream out = new PrintStream(heard, false, StandardCharsets.UTF_8);
    Screen screen = new Screen(80, true, false);
    assertThatThrownBy(() -> new Progress(out, screen, true, () -> now, "Backtest", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("total must be at least 1, not 0");
  }

  private Progress progress(Screen screen, boolean terminal) {
    PrintStream out = new PrintStream(heard, false, StandardCharsets.UTF_8);
    return new Progress(out, screen, terminal, () -> now, "Backtest", 100);
  }

  private void later(long millis) {
    now = now.plusMillis(millis);
  }

  private String heard() {
    return heard.toString(StandardCharsets.UTF_8);
  }
}
