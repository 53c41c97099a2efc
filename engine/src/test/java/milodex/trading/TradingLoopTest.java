package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import org.junit.jupiter.api.Test;

class TradingLoopTest {

  /// Thursday to Tuesday.
  private static TinyMarket week() {
    return TinyMarket.of("2024-03-07", "2024-03-12");
  }

  @Test
  void aPurchaseDecidedOnFridaysCloseIsFilledAtMondaysOpenWithSlippageToTheSixthDecimal() {
    TinyMarket market = week().bars("ACME", "50/50 50/51 51.37/52 52/53");
    Play play = new Play(market, new Script().buy("2024-03-08", "ACME", 0.5)).slippage("0.00123");

    assertThat(play.story())
        .containsExactly("03-08 wants BUY ACME", "03-11 bought 97 ACME at 51.433185");
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.parse("5010.981055"));
  }

  @Test
  void aSaleGetsTheOpenLessSlippageAndBothPayCommission() {
    TinyMarket market = week().bars("ACME", "50/50 50/50 60/60 60/60");
    Costs costs =
        new Costs(Fraction.parse("0.001"), Money.parse("1"), Fraction.parse("0.0002"), Money.ZERO);
    Play play =
        new Play(market, new Script().buy("2024-03-07", "ACME", 0.1).sell("2024-03-08", "ACME"))
            .costs(costs);

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 19 ACME at 50.05, fee 1.19019",
            "03-08 wants SELL ACME",
            "03-11 sold 19 ACME at 59.94, fee 1.227772");
  }

  @Test
  void whereThereIsNoBarAtTheOpenAnEntryExpiresAndAnExitWaitsForTheNextSessionWithOne() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-15")
            .bars("ACME", "50/50 50/50 - - 40/41 41/41 41/41")
            .bars("OTHER", "20/20 20/20 - 22/22 22/22 22/22 22/22");
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.4)
            .sell("2024-03-08", "ACME")
            .buy("2024-03-08", "OTHER", 0.4);

    assertThat(new Play(market, script).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 80 ACME at 50",
            "03-08 wants SELL ACME",
            "03-08 wants BUY OTHER",
            "03-11 EXPIRED BUY OTHER",
            "03-13 sold 80 ACME at 40");
  }

  @Test
  void anExitThatWaitsIsNotWishedForTwice() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "50/50 50/50 - - 40/41");
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.4)
            .sell("2024-03-08", "ACME")
            .sell("2024-03-11", "ACME")
            .sell("2024-03-12", "ACME");

    assertThat(new Play(market, script).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 80 ACME at 50",
            "03-08 wants SELL ACME",
            "03-13 sold 80 ACME at 40");
  }

  @Test
  void entriesWaitForTheOutcomeOfExitsRatherThanBeCutToTheCashThatIsThere() {
    TinyMarket market =
        week().bars("OLD", "50/50 50/50 - 50/50").bars("NEW", "20/20 20/20 20/20 20/20");
    Script script =
        new Script()
            .buy("2024-03-07", "OLD", 0.9)
            .sell("2024-03-08", "OLD")
            .buy("2024-03-08", "NEW", 0.9);

    assertThat(new Play(market, script).story())
        .containsExactly(
            "03-07 wants BUY OLD",
            "03-08 bought 180 OLD at 50",
            "03-08 wants SELL OLD",
            "03-08 wants BUY NEW",
            "03-11 EXPIRED BUY NEW",
            "03-12 sold 180 OLD at 50");
  }

  @Test
  void aSaleAndAPurchaseAtOneOpenSpendTheProceedsAtOnce() {
    TinyMarket market =
        week().bars("OLD", "50/50 50/50 55/55 50/50").bars("NEW", "20/20 20/20 20/20 20/20");
    Script script =
        new Script()
            .buy("2024-03-07", "OLD", 0.9)
            .sell("2024-03-08", "OLD")
            .buy("2024-03-08", "NEW", 0.9);

    assertThat(new Play(market, script).story())
        .containsExactly(
            "03-07 wants BUY OLD",
            "03-08 bought 180 OLD at 50",
            "03-08 wants SELL OLD",
            "03-08 wants BUY NEW",
            "03-11 sold 180 OLD at 55",
            "03-11 bought 490 NEW at 20");
  }

  @Test
  void aHalfDayDecidesAtOneOClockForTheOpenAfterTheWeekEnd() {
    TinyMarket market = TinyMarket.of("2024-11-27", "2024-12-02").bars("ACME", "50/50 50/50 51/51");
    Play play = new Play(market, new Script().buy("2024-11-29", "ACME", 0.5));

    assertThat(play.events().stream().map(event -> event.at().toString()))
        .containsSubsequence("2024-11-29T18:00:00Z", "2024-12-02T14:30:00Z");
    assertThat(play.story()).containsExactly("11-29 wants BUY ACME", "12-02 bought 98 ACME at 51");
  }

  @Test
  void theRuleSeesItsPositionWithTheSessionsHeldSinceTheFill() {
    TinyMarket market = week().bars("ACME", "50/50 50/50 50/50 50/50");
    Script script = new Script().buy("2024-03-07", "ACME", 0.5);
    new Play(market, script).slippage("0.001").story();

    assertThat(script.sawOn("2024-03-07").holdings()).isEmpty();
    assertThat(script.heldOn("2024-03-08", "ACME"))
        .satisfies(
            held -> {
              assertThat(held.entryPrice()).isEqualTo(50.05);
              assertThat(held.sessionsHeld()).isZero();
            });
    assertThat(script.heldOn("2024-03-12", "ACME").sessionsHeld()).isEqualTo(2);
  }

  @Test
  void theRuleSeesExactlyTheBarsThatHaveClosed() {
    TinyMarket market = week().bars("ACME", "50/51 52/53 - 54/55");
    Script script = new Script();
    new Play(market, script).story();

    assertThat(script.sawOn("2024-03-08").window(Symbol.of("ACME")).orElseThrow())
        .satisfies(
            bars -> {
              assertThat(bars.length()).isEqualTo(3);
              assertThat(bars.close(0)).isEqualTo(53);
              assertThat(bars.open(0)).isEqualTo(52);
              assertThat(bars.close(1)).isEqualTo(51);
              assertThat(bars.close(2)).isEqualTo(50);
            });
    assertThat(script.sawOn("2024-03-11").window(Symbol.of("ACME"))).isEmpty();
    assertThat(script.sawOn("2024-03-11").whyBarred(Symbol.of("ACME"))).contains("no_bar_today");
  }
}
