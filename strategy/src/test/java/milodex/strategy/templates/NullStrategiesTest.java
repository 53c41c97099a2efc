package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import milodex.strategy.Family;
import milodex.strategy.Observation;
import milodex.strategy.Template;
import org.junit.jupiter.api.Test;

class NullStrategiesTest {

  @Test
  void noTradeNeverTrades() {
    Seen market = Seen.market().with("AAA", 1, 2, 3).without("BBB");

    assertThat(Told.of(new NoTrade().decide(market.now())))
        .containsExactly("not AAA never_traded", "not BBB never_traded");
  }

  @Test
  void buyAndHoldBuysOneSymbolOnceAndKeepsIt() {
    BuyAndHold rule = new BuyAndHold();
    Seen market = Seen.market().with("SPY", 100);

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly("enter SPY null.buy_and_hold_entry weight 0.95 rank 1");
    assertThat(Told.of(rule.decide(market.holding("SPY", 1000, 5000).now())))
        .containsExactly("not SPY no_exit_rule_holds");
  }

  @Test
  void buyAndHoldBuysEachSymbolForTheSameShareWhenItMayBeEntered() {
    BuyAndHold rule = new BuyAndHold(3, 0.3);
    Seen market = Seen.market().with("AAA", 1).with("BBB", 1).without("CCC");

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "enter AAA null.buy_and_hold_entry weight 0.3 rank 1",
            "enter BBB null.buy_and_hold_entry weight 0.3 rank 2",
            "not CCC too_few_bars");
  }

  @Test
  void whatCouldNotBeBoughtIsAskedForAgainOnTheLastSessionOfTheMonth() {
    BuyAndHold rule = new BuyAndHold(3, 0.3);

    assertThat(Told.of(rule.decide(holdingOneOfTwo("2024-03-27"))))
        .containsExactly("not AAA no_exit_rule_holds", "not BBB not_the_months_last_session");
    assertThat(Told.of(rule.decide(holdingOneOfTwo("2024-03-28"))))
        .containsExactly(
            "enter BBB null.buy_and_hold_entry weight 0.3 rank 1", "not AAA no_exit_rule_holds");
  }

  private static Observation holdingOneOfTwo(String session) {
    return Seen.on(session).with("AAA", 1).with("BBB", 1).holding("AAA", 1, 9).now();
  }

  @Test
  void whatIsDelistedIsNotReplaced() {
    BuyAndHold rule = new BuyAndHold(2, 0.4);
    Seen market =
        Seen.market().with("AAA", 1).without("BBB").barred("BBB", "delisted").with("CCC", 1);

    assertThat(Told.of(rule.decide(market.holding("AAA", 1, 9).now())))
        .containsExactly(
            "not AAA no_exit_rule_holds", "not BBB delisted", "not CCC beyond_the_last_slot");
  }

  @Test
  void theyAreOneFamilyAndReadNoHistory() {
    List<Template> all = List.of(new NoTrade(), new BuyAndHold(), new RandomMatchedExposure());

    assertThat(all).allMatch(rule -> rule.family() == Family.NULL);
    assertThat(all).allMatch(rule -> rule.lookback() == 1 && rule.alsoReads().isEmpty());
    assertThat(Stream.of("no_trade", "buy_and_hold", "random_matched_exposure"))
        .map(name -> "daily." + name)
        .containsExactlyElementsOf(all.stream().map(Template::name).toList());
  }
}
