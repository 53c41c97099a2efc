package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import milodex.Floor;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.FillRule;
import milodex.market.Symbol;
import milodex.money.Price;
import milodex.portfolio.Marks;
import milodex.portfolio.Portfolio;
import org.junit.jupiter.api.Test;

/// Two strategies hold one symbol each.
class UnpricedTest {

  private static final Price TEN = Price.parse("10");

  private final Portfolio account =
      new Floor(
              TinyMarket.of("2024-03-07", "2024-03-08")
                  .bars("ACME", "50/50 50/50")
                  .bars("OTHER", "20/20 20/20"),
              FillRule.WHOLE,
              new Script().buy("2024-03-07", "ACME", 0.5),
              new Script().buy("2024-03-07", "OTHER", 0.5))
          .day()
          .day()
          .books()
          .portfolio();

  @Test
  void whatHasAPriceIsNotTold() {
    assertThat(Unpriced.says(account, _ -> Optional.of(TEN), Set.of())).isEmpty();
  }

  @Test
  void eachSymbolWithoutAPriceIsNamedWithItsHolderAndWhatToDo() {
    Marks without = _ -> Optional.empty();

    assertThat(Unpriced.says(account, without, Set.of(Play.ID)))
        .isEqualTo(
            "ACME has no price, so that 100 shares of "
                + Play.ID
                + " cannot be valued: its bars have to be brought in; OTHER has no price, so that"
                + " 250 shares of "
                + Floor.SIBLING
                + " cannot be valued: another process runs it, and this one has to be given the"
                + " bars of OTHER too");
    assertThat(
            Unpriced.says(
                account,
                symbol -> symbol.equals(Symbol.of("ACME")) ? Optional.of(TEN) : Optional.empty(),
                Set.of(Play.ID)))
        .startsWith("OTHER has no price");
  }
}
