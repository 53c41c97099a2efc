package milodex.portfolio;

import static milodex.portfolio.Story.DIP;
import static milodex.portfolio.Story.FIRST;
import static milodex.portfolio.Story.GE;
import static milodex.portfolio.Story.SPY;
import static milodex.portfolio.Story.TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

/// What splits, dividends and delistings do to whoever holds.
class CorporateActionTest {

  @Test
  void aSplitReachesEveryHolderAndNobodyElse() {
    Story story =
        Story.opened()
            .buy(DIP, GE, "10", "120", "0")
            .buy(TREND, GE, "5", "130", "0")
            .buy(TREND, SPY, "3", "300", "0")
            .split(GE, "4", "31");
    assertThat(story.book(DIP).held(GE)).isEqualTo(Quantity.of(40));
    assertThat(story.book(TREND).held(GE)).isEqualTo(Quantity.of(20));
    assertThat(story.book(TREND).held(SPY)).isEqualTo(Quantity.of(3));
    Position position = story.book(DIP).position(GE).orElseThrow();
    assertThat(position.cost()).isEqualTo(Money.of(1_200));
    assertThat(position.entryPrice()).isEqualTo(30.0);
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(8_800));
    assertThat(story.trades()).isEmpty();
  }

  @Test
  void theFractionOfTheWholePositionIsPaidOut() {
    Story story =
        Story.opened()
            .buy(DIP, GE, "5", "30", "0")
            .buy(DIP, GE, "2", "36", "0")
            .split(GE, "1.5", "21");
    Position position = story.book(DIP).position(GE).orElseThrow();
    assertThat(position.quantity()).isEqualTo(Quantity.of(10));
    assertThat(position.lots())
        .extracting(Lot::quantity)
        .containsExactly(Quantity.of(7), Quantity.of(3));
    assertThat(position.lots()).extracting(Lot::cost).containsExactly(Money.of(140), Money.of(72));
    assertThat(story.book(DIP).cash()).isEqualTo(Money.parse("9788.5"));
    assertThat(story.book(DIP).realised()).isEqualTo(Money.parse("0.5"));
    assertThat(story.book(DIP).closedTrades()).isZero();
  }

  @Test
  void halvesOfTwoLotsAreOneWholeShare() {
    Story story =
        Story.opened()
            .buy(DIP, GE, "5", "30", "0")
            .buy(DIP, GE, "5", "30", "0")
            .split(GE, "0.1", "300");
    assertThat(story.book(DIP).held(GE)).isEqualTo(Quantity.of(1));
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(9_700));
  }

  @Test
  void aThirdThatHasNoEndLosesNoShare() {
    Story story =
        Story.opened()
            .buy(DIP, GE, "1", "10", "0")
            .buy(DIP, GE, "1", "10", "0")
            .buy(DIP, GE, "1", "10", "0")
            .split(GE, "0.3333333333333333", "30");
    assertThat(story.book(DIP).held(GE)).isEqualTo(Quantity.of(1));
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(9_970));
    assertThat(story.book(DIP).position(GE).orElseThrow().entryPrice()).isEqualTo(30.0);
  }

  @Test
  void aReverseSplitThatLeavesNoShareClosesTheTrade() {
    Story story = Story.opened().buy(DIP, GE, "8", "10", "1").split(GE, "0.05", "150");
    assertThat(story.book(DIP).positions()).isEmpty();
    assertThat(story.book(DIP).cash()).isEqualTo(Money.parse("9979"));
    assertThat(story.book(DIP).closedTrades()).isEqualTo(1);
    Trade trade = story.trades().getFirst();
    assertThat(trade.exit()).isEqualTo(new Exit(3, FIRST.plusDays(2), "corporate_action.split"));
    assertThat(trade.bought()).isEqualTo(Quantity.parse("0.4"));
    assertThat(trade.entryPrice()).isEqualTo(200.0);
    assertThat(trade.exitPrice()).isEqualTo(150.0);
    assertThat(trade.gross()).isEqualTo(Money.of(-20));
    assertThat(trade.net()).isEqualTo(Money.of(-21));
  }

  @Test
  void dustThatRoundsToNothingClosesTheTradeWithItsCost() {
    Story story = Story.opened().buy(DIP, GE, "0.000000004", "100", "0").split(GE, "0.1", "1000");
    assertThat(story.book(DIP).positions()).isEmpty();
    assertThat(story.trades()).extracting(Trade::gross).containsExactly(Money.parse("-0.0000004"));
  }

  @Test
  void aDividendIsCashOfTheBookAndPartOfTheTrade() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "10", "100", "0")
            .dividend(DIP, SPY, "10", "1.57")
            .sell(DIP, SPY, "10", "99", "0");
    assertThat(story.book(DIP).cash()).isEqualTo(Money.parse("10005.7"));
    assertThat(story.book(DIP).dividends()).isEqualTo(Money.parse("15.7"));
    assertThat(story.book(DIP).realised()).isEqualTo(Money.of(-10));
    assertThat(story.trades())
        .extracting(Trade::dividends, Trade::net)
        .containsExactly(tuple(Money.parse("15.7"), Money.parse("5.7")));
  }

  @Test
  void aDividendPaidAfterTheExitIsTheBooksAlone() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "10", "100", "0")
            .sell(DIP, SPY, "10", "100", "0")
            .dividend(DIP, SPY, "10", "1");
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(10_010));
    assertThat(story.book(DIP).dividends()).isEqualTo(Money.of(10));
    assertThat(story.trades()).extracting(Trade::dividends).containsExactly(Money.ZERO);
  }

  @Test
  void aDelistingPaysEveryHolderAndClosesItsTrade() {
    Story story =
        Story.opened()
            .buy(DIP, GE, "10", "10", "1")
            .buy(DIP, GE, "10", "20", "1")
            .buy(TREND, GE, "5", "10", "0")
            .buy(TREND, SPY, "1", "10", "0")
            .delisting(GE, "12");
    assertThat(story.portfolio().held(GE)).isEqualTo(Quantity.ZERO);
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(9_938));
    assertThat(story.book(TREND).held(SPY)).isEqualTo(Quantity.of(1));
    assertThat(story.trades())
        .extracting(Trade::strategy, Trade::number, Trade::gross)
        .containsExactly(tuple(DIP, 1, Money.of(-60)), tuple(TREND, 2, Money.of(10)));
    assertThat(story.trades())
        .extracting(Trade::exit)
        .containsOnly(new Exit(6, FIRST.plusDays(5), "corporate_action.delisting"));
  }

  @Test
  void aDelistingMayPayNothing() {
    Story story = Story.opened().buy(DIP, GE, "10", "10", "0").delisting(GE, "0");
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(9_900));
    assertThat(story.book(DIP).realised()).isEqualTo(Money.of(-100));
    assertThat(story.trades()).extracting(Trade::exitPrice).isEqualTo(List.of(0.0));
  }

  @Test
  void whoHoldsNothingIsLeftAlone() {
    Story quiet = Story.opened();
    Story story = Story.opened().split(GE, "2", "1").delisting(GE, "1");
    assertThat(story.portfolio().books()).isEqualTo(quiet.portfolio().books());
  }
}
