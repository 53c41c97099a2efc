package milodex.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

  private static final String HASH = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @ValueSource(longs = {0, 7, 999_999_999_999_999_999L})
  void aHeadIsReadAsItIsWritten(long seq) {
    Head head = new Head(seq, HASH);
    assertThat(Head.parse(head.toString())).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "7:", ":#", "#", "-1:#", "+7:#", "x:#", "7 :#", "7:##", "7:#g"})
  void anythingElseIsNoHead(String form) {
    String text = form.replace("#", HASH);
    assertThatThrownBy(() -> Head.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not SEQ:HASH with 64 hex digits");
  }

  @Test
  void aSeqBeyondAllLedgersIsNoHead() {
    assertThatThrownBy(() -> Head.parse("9999999999999999999:" + HASH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not SEQ:HASH");
  }
}
