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
import java.util.Optional;
import java.util.TreeMap;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Side;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class TradeLogTest {

  @Test
  void aTradeGoesFromFlatToFlatHoweverManyFillsItTakes() {
    Story story =
        Story.opened()
            .fill(DIP, SPY, Side.BUY, "6", "100", "1", "rsi_low")
            .buy(DIP, SPY, "4", "110", "1")
            .dividend(DIP, SPY, "10", "0.5")
            .sell(DIP, SPY, "3", "120", "1")
            .fill(DIP, SPY, Side.SELL, "7", "110", "1", "max_hold");
    assertThat(story.trades())
        .containsExactly(
            new Trade(
                1,
                DIP,
                SPY,
                new Entry(2, FIRST.plusDays(1), "rsi_low", new TreeMap<>(Map.of("atr", 2.0))),
                new Exit(6, FIRST.plusDays(5), "max_hold"),
                Quantity.of(10),
                Money.of(1_040),
                Money.of(1_130),
                Money.of(4),
                Money.of(5),
                Optional.empty()));
    Trade trade = story.trades().getFirst();
    assertThat(trade.gross()).isEqualTo(Money.of(90));
    assertThat(trade.net()).isEqualTo(Money.of(91));
    assertThat(trade.entryPrice()).isEqualTo(104.0);
    assertThat(trade.exitPrice()).isEqualTo(113.0);
  }

  @Test
  void aTradeIsMeasuredOnceInItsTurn() {
    Story story = Story.opened().buy(DIP, SPY, "6", "100", "0").sell(DIP, SPY, "6", "101", "0");
    TradeLog log = new TradeLog();
    story.events().forEach(log);
    Fact.TradeMeasured measured = new Fact.TradeMeasured(DIP, SPY, 1, Optional.empty(), "no bar");
    Event found = new Event(9, "measured", 3, Instant.EPOCH, measured);
    assertThat(log.unmeasured()).hasSize(1);

    log.accept(found);

    assertThat(log.unmeasured()).isEmpty();
    assertThat(log.closed().getFirst().measured()).contains(measured);
    assertThat(log.closed().getFirst().excursion()).isEmpty();
    assertThatThrownBy(() -> log.accept(found))
        .isInstanceOf(BooksContradictedException.class)
        .hasMessageContaining("trade 1 of 1 was measured after 1");
    assertThat(new TradeLog(log.portfolio(), log.closed()).unmeasured()).isEmpty();
  }

  @Test
  void theOldestLotIsSoldFirst() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "6", "100", "0")
            .buy(DIP, SPY, "4", "110", "0")
            .sell(DIP, SPY, "8", "120", "0");
    Position position = story.book(DIP).position(SPY).orElseThrow();
    assertThat(position.lots())
        .containsExactly(
            new Lot(
                new Entry(3, FIRST.plusDays(2), "entry", new TreeMap<>(Map.of("atr", 3.0))),
                Quantity.of(2),
                Money.of(220)));
    assertThat(position.realised()).isEqualTo(Money.of(140));
    assertThat(position.entry().seq()).isEqualTo(2);
    assertThat(position.entryPrice()).isEqualTo(104.0);
  }

  @Test
  void anEntryPriceIsTheFillPriceToTheLastBit() {
    Story story =
        Story.opened().buy(DIP, SPY, "7", "33.333333", "0").sell(DIP, SPY, "2", "40", "0");
    assertThat(story.book(DIP).position(SPY).orElseThrow().entryPrice()).isEqualTo(33.333333);
  }

  @Test
  void aCostThatDoesNotDivideEvenlyStillAddsUp() {
    Lot lot = new Lot(new Entry(1, FIRST, "entry", new TreeMap<>()), Quantity.of(3), Money.of(100));
    Lot left = lot.minus(Quantity.of(1));
    assertThat(left.cost()).isEqualTo(Money.parse("66.666666666666667"));
    assertThat(left.quantity()).isEqualTo(Quantity.of(2));
  }

  @Test
  void buyingBackIsANewTrade() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "1", "100", "0")
            .sell(DIP, SPY, "1", "101", "0")
            .buy(DIP, SPY, "2", "100", "0")
            .sell(DIP, SPY, "2", "99", "0");
    assertThat(story.trades()).extracting(Trade::number).containsExactly(1, 2);
    assertThat(story.trades()).extracting(Trade::gross).containsExactly(Money.of(1), Money.of(-2));
    assertThat(story.book(DIP).closedTrades()).isEqualTo(2);
  }

  @Test
  void onlyClosedRoundTripsAreCounted() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "1", "100", "0")
            .buy(DIP, GE, "2", "10", "0")
            .buy(TREND, SPY, "1", "100", "0")
            .sell(DIP, GE, "1", "11", "0")
            .sell(TREND, SPY, "1", "100", "0");
    assertThat(story.trades()).extracting(Trade::strategy).containsExactly(TREND);
    assertThat(story.book(DIP).closedTrades()).isZero();
    assertThat(story.book(DIP).positions()).containsOnlyKeys(GE, SPY);
  }

  @Test
  void aNewWindowKeepsTheTradesButNotTheOpenPositions() {
    Story story =
        Story.opened()
            .buy(DIP, SPY, "1", "100", "0")
            .sell(DIP, SPY, "1", "101", "0")
            .buy(DIP, GE, "1", "100", "0")
            .open(Money.ZERO, Map.of(DIP, Money.of(10_000)))
            .buy(DIP, SPY, "1", "100", "0")
            .sell(DIP, SPY, "1", "105", "0");
    assertThat(story.trades()).extracting(Trade::gross).containsExactly(Money.of(1), Money.of(5));
    assertThat(story.trades()).extracting(Trade::number).containsExactly(1, 2);
    assertThat(story.book(DIP).closedTrades()).isEqualTo(1);
  }

  @Test
  void whatWasHandedOutDoesNotGrow() {
    Story story = Story.opened().buy(DIP, SPY, "1", "100", "0").sell(DIP, SPY, "1", "101", "0");
    TradeLog log = new TradeLog();
    story.events().subList(0, 2).forEach(log);
    List<Trade> before = log.closed();
    log.accept(story.events().getLast());
    assertThat(before).isEmpty();
    assertThat(log.closed()).hasSize(1);
  }

  @Test
  void aContradictionLeavesTheLogAsItWas() {
    Story story = Story.opened().buy(DIP, SPY, "1", "100", "0");
    TradeLog log = story.log();
    Event oversell = story.sell(DIP, SPY, "2", "101", "0").events().getLast();
    assertThatThrownBy(() -> log.accept(oversell)).isInstanceOf(BooksContradictedException.class);
    assertThat(log.closed()).isEmpty();
    assertThat(log.portfolio().held(SPY)).isEqualTo(Quantity.of(1));
  }
}
