package milodex.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SymbolTest {

  @Test
  void aTickerReadsBackAsItself() {
    assertThat(Symbol.of(Symbol.of("BRK.B").toString())).isEqualTo(Symbol.of("BRK.B"));
  }

  @Test
  void lowerCaseIsRefusedWithTheGrammar() {
    assertThatThrownBy(() -> Symbol.of("spy")).hasMessageContaining("'spy' is not a ticker");
  }
}
