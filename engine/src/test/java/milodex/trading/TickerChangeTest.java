package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.portfolio.Trade;
import org.junit.jupiter.api.Test;

/// A company goes on under another ticker while it is held, bought or sold.
class TickerChangeTest {

  private static final Symbol OLD = Symbol.of("OLD");
  private static final Symbol NEW = Symbol.of("NEW");

  /// Thursday to Wednesday; the ticker changes on Tuesday.
  private static TinyMarket week() {
    return TinyMarket.of("2024-03-07", "2024-03-13")
        .bars("OLD", "100/100 100/100 100/110 - -")
        .bars("NEW", "100/100 100/100 100/110 111/112 113/114")
        .tickerChange("OLD", "2024-03-12", "NEW");
  }

  @Test
  void whatIsHeldGoesOnUnderTheNewTickerAndIsWorthTheSame() {
    Script script = new Script().buy("2024-03-07", "OLD", 0.5);
    Play play = new Play(week(), script);

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY OLD", "03-08 bought 50 OLD at 100", "03-12 OLD becomes NEW");
    assertThat(play.books().portfolio().held(OLD)).isEqualTo(Quantity.ZERO);
    assertThat(play.books().portfolio().held(NEW)).isEqualTo(Quantity.of(50));
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.of(5_000));
    assertThat(script.heldOn("2024-03-13", "NEW").entryPrice()).isEqualTo(100);
    assertThat(script.heldOn("2024-03-13", "NEW").sessionsHeld()).isEqualTo(3);
  }

  @Test
  void anExitThatWaitsSellsUnderTheNewTickerAndIsOneTrade() {
    Play play =
        new Play(week(), new Script().buy("2024-03-07", "OLD", 0.5).sell("2024-03-11", "OLD"));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY OLD",
            "03-08 bought 50 OLD at 100",
            "03-11 wants SELL OLD",
            "03-12 OLD becomes NEW",
            "03-12 sold 50 NEW at 111");
    assertThat(play.books().closedTrades())
        .singleElement()
        .extracting(Trade::symbol, Trade::net)
        .containsExactly(NEW, Money.of(550));
  }

  @Test
  void anEntryThatWaitsBuysUnderTheNewTicker() {
    assertThat(new Play(week(), new Script().buy("2024-03-11", "OLD", 0.333)).story())
        .containsExactly(
            "03-11 wants BUY OLD", "03-12 OLD becomes NEW", "03-12 bought 30 NEW at 111");
  }

  @Test
  void nobodyIsToldOfANewTickerOfWhatIsNeitherHeldNorWished() {
    assertThat(new Play(week(), new Script()).story()).isEmpty();
  }

  @Test
  void theOldTickerTakesNoEntryFromThatDayOn() {
    Script script = new Script();
    new Play(week(), script).story();
    assertThat(script.sawOn("2024-03-11").whyBarred(OLD)).isEmpty();
    assertThat(script.sawOn("2024-03-12").whyBarred(OLD)).contains("renamed");
    assertThat(script.sawOn("2024-03-13").whyBarred(NEW)).isEmpty();
  }

  @Test
  void aSplitOfTheSameDayHappensUnderTheNewTicker() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13")
            .bars("OLD", "100/100 100/100 100/100 - -")
            .bars("NEW", "100/100 100/100 100/100 50/50 50/50")
            .split("NEW", "2024-03-12", "2")
            .dividend("NEW", "2024-03-12", "0.1")
            .tickerChange("OLD", "2024-03-12", "NEW");
    Play play = new Play(market, new Script().buy("2024-03-07", "OLD", 0.5));

    assertThat(play.story())
        .containsSubsequence(
            "03-12 OLD becomes NEW",
            "03-12 split NEW 2, in lieu 50",
            "03-12 dividend 10 for 100 NEW");
    assertThat(play.books().portfolio().held(NEW)).isEqualTo(Quantity.of(100));
  }

  @Test
  void whoHeldBothTickersHoldsOnePositionAfterwards() {
    Script script = new Script().buy("2024-03-07", "NEW", 0.2).buy("2024-03-08", "OLD", 0.3);
    Play play = new Play(week(), script.sell("2024-03-12", "NEW"));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY NEW",
            "03-08 bought 20 NEW at 100",
            "03-08 wants BUY OLD",
            "03-11 bought 30 OLD at 100",
            "03-12 OLD becomes NEW",
            "03-12 wants SELL NEW",
            "03-13 sold 50 NEW at 113");
    assertThat(play.books().closedTrades())
        .singleElement()
        .extracting(Trade::bought, Trade::net, trade -> trade.entry().session().toString())
        .containsExactly(Quantity.of(50), Money.of(650), "2024-03-08");
  }

  @Test
  void aHolderWhoseUniverseLacksTheNewTickerStillSeesItsBars() {
    TinyMarket market = week();
    Script script = new Script().buy("2024-03-07", "OLD", 0.5).sell("2024-03-12", "NEW");
    Play play = new Play(market, script).universe("OLD");

    assertThat(play.story()).contains("03-13 sold 50 NEW at 113");
    assertThat(script.sawOn("2024-03-12").universe()).containsExactly(OLD);
    assertThat(script.sawOn("2024-03-12").window(NEW).map(bars -> bars.close(0)))
        .isEqualTo(Optional.of(112.0));
    assertThat(script.sawOn("2024-03-12").whyBarred(NEW)).contains("not_a_member");
  }
}
