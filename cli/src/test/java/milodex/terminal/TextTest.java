package milodex.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Text measured in columns.
class TextTest {

  private static final Screen UTF8 = new Screen(80, true, false);
  private static final Screen ASCII = new Screen(80, false, false);

  @Test
  void wideCharactersTakeTwoColumnsAndAccentsNone() {
    assertThat(Text.width("SPY")).isEqualTo(3);
    assertThat(Text.width("東京")).isEqualTo(4);
    assertThat(Text.width("e\u0301")).isEqualTo(1);
    assertThat(Text.width("📈")).isEqualTo(2);
  }

  @Test
  void aCutEndsWithAnEllipsis() {
    assertThat(Text.cut("meanrev.daily", 8, UTF8)).isEqualTo("meanrev…");
    assertThat(Text.cut("meanrev.daily", 8, ASCII)).isEqualTo("meanr...");
    assertThat(Text.cut("東京市場", 6, UTF8)).isEqualTo("東京…");
    assertThat(Text.cut("SPY", 3, UTF8)).isEqualTo("SPY");
  }

  @Test
  void linesBreakAtSpacesAndInsideAWordOnlyIfTheyMust() {
    assertThat(Text.wrap("buy the dip today", 8)).containsExactly("buy the", "dip", "today");
    assertThat(Text.wrap("buy the dip", 7)).containsExactly("buy the", "dip");
    assertThat(Text.wrap("abcdefgh ij", 4)).containsExactly("abcd", "efgh", "ij");
    assertThat(Text.wrap("", 4)).containsExactly("");
  }

  @Test
  void noLineIsWiderThanItsRoomAndNoLetterIsLost() {
    SplittableRandom random = new SplittableRandom(7);
    String letters = "ab  東é";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(40), 0, letters.length())
          .forEach(i -> text.append(letters.charAt(i)));
      int width = random.nextInt(2, 12);
      assertThat(Text.wrap(text.toString(), width))
          .allMatch(line -> Text.width(line) <= width)
          .satisfies(
              lines ->
                  assertThat(String.join("", lines).replace(" ", ""))
                      .isEqualTo(text.toString().replace(" ", "")));
    }
  }

  @Test
  void nothingInATextCanMoveTheCursor() {
    assertThat(Text.clean("a\u001b[31mb\u202ec\rd", UTF8)).isEqualTo("a?[31mb?c?d");
    assertThat(Text.clean("two\nlines\tand a tab", UTF8)).isEqualTo("two lines and a tab");
  }

  @Test
  void asciiScreensReadTheNearestSpelling() {
    assertThat(Text.clean("é ≥ 0.5 – “so” → 東 …", ASCII)).isEqualTo("e >= 0.5 - \"so\" -> ? ...");
    assertThat(Text.clean("é ≥", UTF8)).isEqualTo("é ≥");
  }
}
