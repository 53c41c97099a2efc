package milodex.market;

import static milodex.market.InstrumentRules.forbiddenKind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentRulesTest {

  @Test
  void whatIsNeverTradedIsNamedByItsKind() {
    assertThat(forbiddenKind("TQQQ")).contains("a leveraged or inverse fund");
    assertThat(forbiddenKind("SH")).contains("a leveraged or inverse fund");
    assertThat(forbiddenKind("UVXY")).contains("a volatility product");
    assertThat(forbiddenKind("BTC/USD")).contains("a crypto pair");
    assertThat(forbiddenKind("ETHUSD")).contains("a crypto pair");
    assertThat(forbiddenKind("AAPL240621C00195000")).contains("an option");
    assertThat(forbiddenKind("NSRGY")).contains("an over-the-counter share");
    assertThat(forbiddenKind("ABCD.PK")).contains("an over-the-counter share");
  }

  @Test
  void ordinarySharesAndFundsAreAllowed() {
    for (String ticker :
        List.of("SPY", "SHY", "BRK.B", "GOOGL", "C", "T", "XLRE", "SIM-IDX", "BTU", "ON")) {
      assertThat(forbiddenKind(ticker)).as(ticker).isEmpty();
    }
  }

  @Test
  void anOperatorMayWriteASymbolInAnyCase() {
    assertThat(InstrumentRules.symbol("brk.b")).isEqualTo(Symbol.of("BRK.B"));
    assertThatThrownBy(() -> InstrumentRules.symbol("sqqq"))
        .hasMessage("'SQQQ' is a leveraged or inverse fund, which is never traded; remove it");
  }
}
