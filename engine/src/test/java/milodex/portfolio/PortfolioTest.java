package milodex.portfolio;

import static milodex.portfolio.Story.DIP;
import static milodex.portfolio.Story.FIRST;
import static milodex.portfolio.Story.GE;
import static milodex.portfolio.Story.SPY;
import static milodex.portfolio.Story.TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class PortfolioTest {

  private static final Marks MARKS = Marks.of(Map.of(SPY, Price.parse("110")));

  @Test
  void booksOpenFlatWithTheirCash() {
    Portfolio portfolio = Story.opened().portfolio();
    assertThat(portfolio.idleCash()).isEqualTo(Money.of(80_000));
    assertThat(portfolio.books().values())
        .containsExactly(
            StrategyBook.opened(DIP, Money.of(10_000)),
            StrategyBook.opened(TREND, Money.of(10_000)));
    assertThat(portfolio.cash()).isEqualTo(Money.of(100_000));
    assertThat(portfolio.equity(MARKS)).isEqualTo(Money.of(100_000));
  }

  @Test
  void aBuyTurnsCashIntoShares() {
    Story story = Story.opened().buy(DIP, SPY, "10", "100.5", "1");
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(8_994));
    assertThat(story.book(DIP).fees()).isEqualTo(Money.of(1));
    assertThat(story.book(DIP).held(SPY)).isEqualTo(Quantity.of(10));
    assertThat(story.book(DIP).value(MARKS)).isEqualTo(Money.of(1_100));
    assertThat(story.book(DIP).equity(MARKS)).isEqualTo(Money.of(10_094));
    assertThat(story.portfolio().cash()).isEqualTo(Money.of(98_994));
    assertThat(story.portfolio().value(MARKS)).isEqualTo(Money.of(1_100));
    assertThat(story.portfolio().equity(MARKS)).isEqualTo(Money.of(100_094));
  }

  @Test
  void aSellBringsItsProceedsLessTheFee() {
    Story story = Story.opened().buy(DIP, SPY, "10", "100", "1").sell(DIP, SPY, "4", "110", "0.5");
    StrategyBook book = story.book(DIP);
    assertThat(book.cash()).isEqualTo(Money.parse("9438.5"));
    assertThat(book.realised()).isEqualTo(Money.of(40));
    assertThat(book.fees()).isEqualTo(Money.parse("1.5"));
    assertThat(book.closedTrades()).isZero();
    assertThat(book.held(SPY)).isEqualTo(Quantity.of(6));
  }

  @Test
  void everyStrategyOwnsItsOwnLots() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "13", "100", "0")
            .buy(TREND, SPY, "7", "100", "0")
            .sell(TREND, SPY, "7", "100", "0");
    assertThat(story.book(DIP).held(SPY)).isEqualTo(Quantity.of(13));
    assertThat(story.book(TREND).positions()).isEmpty();
    assertThat(story.portfolio().held(SPY)).isEqualTo(Quantity.of(13));
    assertThat(story.portfolio().held(GE)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void sellingWhatASiblingOwnsIsAnAlarmWithNumbers() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "13", "100", "0")
            .buy(TREND, SPY, "7", "100", "0")
            .sell(TREND, SPY, "8", "100", "0");
    assertThatThrownBy(story::portfolio)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "event 4 contradicts the books: fill x4 sells 8 shares of SPY and "
                + TREND
                + " holds 7. It was not applied. Check the ledger with 'milodex ledger verify',"
                + " then compare with the broker: 'milodex reconcile'")
        .extracting(alarm -> ((BooksContradictedException) alarm).seq())
        .isEqualTo(4L);
  }

  @Test
  void sellingWithoutAPositionIsAnAlarm() {
    assertThatThrownBy(Story.opened().sell(DIP, SPY, "1", "100", "0")::portfolio)
        .isInstanceOf(BooksContradictedException.class)
        .hasMessageContaining("sells 1 shares of SPY and " + DIP + " holds 0");
  }

  @Test
  void anEventIsAppliedOnce() {
    Story story = Story.opened().buy(DIP, SPY, "10", "100", "0");
    Event fill = story.events().getLast();
    assertThatThrownBy(() -> story.portfolio().apply(fill))
        .isInstanceOf(BooksContradictedException.class)
        .hasMessageContaining("event 2")
        .hasMessageContaining("they already stand at event 2");
    assertThatThrownBy(() -> story.portfolio().apply(story.events().getFirst()))
        .hasMessageContaining("event 1");
  }

  @Test
  void splitsAreNotAppliedTwiceEither() {
    Story story = Story.opened().buy(DIP, SPY, "10", "100", "0").split(SPY, "2", "50");
    assertThatThrownBy(() -> story.portfolio().apply(story.events().getLast()))
        .isInstanceOf(BooksContradictedException.class);
  }

  @Test
  void aStrategyThatJoinsGetsABookOfWhatLayIdleAndNoSecondOne() {
    Fact.StrategyFunded joins = new Fact.StrategyFunded(TREND, Story.FIRST, Money.of(300));
    Story story = new Story().open(Money.of(1_000), Map.of(DIP, Money.of(200))).say(joins);

    Portfolio portfolio = story.portfolio();

    assertThat(portfolio.cash()).isEqualTo(Money.of(1_200));
    assertThat(portfolio.idleCash()).isEqualTo(Money.of(700));
    assertThat(portfolio.book(TREND).orElseThrow().cash()).isEqualTo(Money.of(300));
    assertThatThrownBy(story.say(joins)::portfolio)
        .isInstanceOf(BooksContradictedException.class)
        .hasMessageContaining("a book was opened before");
  }

  @Test
  void aStrategyWithoutABookIsAnAlarm() {
    Story story = new Story().open(Money.ZERO, Map.of(DIP, Money.of(1)));
    assertThatThrownBy(story.buy(TREND, SPY, "1", "1", "0")::portfolio)
        .isInstanceOf(BooksContradictedException.class)
        .hasMessageContaining("no book was opened for the strategy " + TREND);
  }

  @Test
  void anUnknownMarkIsAnErrorAndNotZero() {
    Portfolio portfolio = Story.opened().buy(DIP, GE, "10", "100", "0").portfolio();
    assertThatThrownBy(() -> portfolio.equity(MARKS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GE has no mark, so 10 shares cannot be valued");
  }

  @Test
  void openingAgainStartsOver() {
    Story story = Story.opened().buy(DIP, SPY, "10", "100", "0");
    story.open(Money.of(5), Map.of(TREND, Money.of(3)));
    assertThat(story.portfolio().books())
        .isEqualTo(Map.of(TREND, StrategyBook.opened(TREND, Money.of(3))));
    assertThat(story.portfolio().cash()).isEqualTo(Money.of(8));
  }

  @Test
  void whatIsNoBookkeepingLeavesTheBooksUntouched() {
    Portfolio portfolio = Story.opened().buy(DIP, SPY, "10", "100", "0").portfolio();
    Fact warning = new Fact.WouldTrip(FIRST, "daily_loss_cap_exceeded", "4 % > 3 %");
    Event event = new Event(9, "k", 0, Instant.EPOCH, warning);
    assertThat(portfolio.apply(event)).isSameAs(portfolio);
  }

  @Test
  void theRuleSeesItsHoldings() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "10", "100", "0")
            .buy(DIP, SPY, "10", "106", "0")
            .split(SPY, "2", "51.5");
    assertThat(
            story
                .book(DIP)
                .holdings(entry -> (int) (FIRST.plusDays(4).toEpochDay() - entry.toEpochDay())))
        .hasSize(1)
        .extractingByKey(SPY)
        .satisfies(
            holding -> {
              assertThat(holding.symbol()).isEqualTo(SPY);
              assertThat(holding.entryPrice()).isEqualTo(51.5);
              assertThat(holding.entrySession()).isEqualTo(FIRST.plusDays(1));
              assertThat(holding.sessionsHeld()).isEqualTo(3);
              assertThat(holding.entryFacts()).isEqualTo(Map.of("atr", 1.0));
            });
    assertThat(story.book(TREND).holdings(_ -> 0)).isEmpty();
  }

  @Test
  void positionsAreInSymbolOrder() {
    Story story = Story.opened().buy(DIP, SPY, "1", "100", "0").buy(DIP, GE, "1", "100", "0");
    assertThat(List.copyOf(story.book(DIP).positions().keySet())).containsExactly(GE, SPY);
  }
}
