package milodex.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What we believe about a terminal from what it tells.
class ScreenTest {

  private static final Map<String, String> UTF8 = Map.of("LANG", "en_US.UTF-8", "COLUMNS", "132");

  @Test
  void aModernTerminalGetsEverything() {
    assertThat(Screen.of(UTF8, true, true)).isEqualTo(new Screen(132, true, true));
  }

  @Test
  void aPipeGetsNoColour() {
    assertThat(Screen.of(UTF8, false, true).colour()).isFalse();
  }

  @Test
  void anOperatorWhoWantsNoColourGetsNone() {
    assertThat(Screen.of(UTF8, true, false).colour()).isFalse();
    assertThat(Screen.of(Map.of("NO_COLOR", "1"), true, true).colour()).isFalse();
    assertThat(Screen.of(Map.of("TERM", "dumb"), true, true).colour()).isFalse();
    assertThat(Screen.of(Map.of("NO_COLOR", ""), true, true).colour()).isTrue();
  }

  @Test
  void aSilentTerminalIsAHundredColumnsOfAscii() {
    assertThat(Screen.of(Map.of(), false, true)).isEqualTo(new Screen(100, false, false));
    assertThat(Screen.of(Map.of("COLUMNS", "wide"), false, true).width()).isEqualTo(100);
  }

  @Test
  void nothingIsSqueezedBelowEightyColumns() {
    assertThat(Screen.of(Map.of("COLUMNS", "20"), true, true).width()).isEqualTo(80);
  }

  @Test
  void theStrongestLocaleVariableDecides() {
    assertThat(Screen.of(Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8"), true, true).unicode())
        .isFalse();
    assertThat(Screen.of(Map.of("LC_CTYPE", "de_DE.utf8", "LANG", "C"), true, true).unicode())
        .isTrue();
  }
}
