package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import milodex.market.Symbol;
import milodex.strategy.ParameterValues;
import milodex.strategy.Signal;
import milodex.strategy.Surface;
import org.junit.jupiter.api.Test;

class SizingTest {

  @Test
  void eachEntryIsForAShareOfEquityUnlessDollarsAreFixed() {
    assertThat(Sizing.of(ParameterValues.standard(new Tsmom())))
        .isEqualTo(new Sizing.EqualNotional(0.3));
    assertThat(Sizing.of(values("sizing_rule=fixed_notional fixed_notional=2500")))
        .isEqualTo(new Sizing.FixedNotional(new BigDecimal("2500")));
  }

  @Test
  void dollarsThatNoSizingRuleReadsAreRefused() {
    assertThatThrownBy(() -> Sizing.of(values("fixed_notional=2500")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "fixed_notional is 2500, but sizing_rule is equal_notional; remove one of them");
  }

  @Test
  void aSizingRuleWithoutItsDollarsIsRefused() {
    assertThatThrownBy(() -> Sizing.of(values("sizing_rule=fixed_notional")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sizing_rule is fixed_notional, but fixed_notional names no dollars; add it");
  }

  @Test
  void aWishForDollarsHasNoWeightAndOneForAShareHasNoDollars() {
    Symbol spy = Symbol.of("SPY");
    Signal.Enter fixed = new Sizing.FixedNotional(BigDecimal.TEN).enter(spy, "rule", 1, List.of());
    Signal.Enter equal = new Sizing.EqualNotional(0.25).enter(spy, "rule", 1, List.of());

    assertThat(fixed.dollars()).contains(BigDecimal.TEN);
    assertThat(fixed.weight()).isZero();
    assertThat(equal.dollars()).isEmpty();
    assertThat(equal.weight()).isEqualTo(0.25);
  }

  @Test
  void aWishForNothingIsRefused() {
    Symbol spy = Symbol.of("SPY");

    assertThatThrownBy(() -> Signal.Enter.spending(spy, "rule", BigDecimal.ZERO, 1, List.of()))
        .hasMessageContaining("a fixed amount is above 0");
    assertThatThrownBy(() -> Signal.Enter.weighing(spy, "rule", 0, 1, List.of()))
        .hasMessageContaining("a weight lies in (0, 1]");
  }

  private static ParameterValues values(String changes) {
    return Surface.changed(new Tsmom(), changes);
  }
}
