package milodex.portfolio;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static milodex.portfolio.Story.DIP;
import static milodex.portfolio.Story.GE;
import static milodex.portfolio.Story.TREND;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// A split leaves fractions to several strategies, and whole shares to the account they share.
class PooledSplitTest {

  private static final int SEEDS = 300;
  private static final List<String> RATIOS =
      List.of("2", "1.5", "0.1", "0.05", "1.3333333333333333", "0.3333333333333333", "7");

  @Test
  void whoGetsAShareMorePaysForTheRestOfIt() {
    Story story =
        Story.opened()
            .buy(DIP, GE, "5", "10", "0")
            .buy(TREND, GE, "5", "10", "0")
            .split(GE, "1.5", "8");

    assertThat(story.book(DIP).held(GE)).isEqualTo(Quantity.of(7));
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(9_954));
    assertThat(story.book(TREND).held(GE)).isEqualTo(Quantity.of(8));
    assertThat(story.book(TREND).cash()).isEqualTo(Money.of(9_946));
    assertThat(story.portfolio().held(GE)).isEqualTo(Quantity.of(15));
  }

  @Test
  void theShareThatIsPaidForInPartHasItsPartOfTheCost() {
    Story story =
        Story.opened()
            .buy(DIP, GE, "5", "10", "0")
            .buy(TREND, GE, "5", "10", "0")
            .split(GE, "1.5", "8")
            .sell(TREND, GE, "8", "9", "0");

    assertThat(story.book(TREND).realised()).isEqualTo(Money.of(8 * 9 - 50 - 4));
    assertThat(story.book(TREND).positions()).isEmpty();
    assertThat(story.trades()).extracting(Trade::gross).containsExactly(Money.of(18));
  }

  @Test
  void aFractionThatMakesNoShareIsPaidOutAndItsTradeEnds() {
    Story story =
        Story.opened()
            .buy(DIP, GE, "4", "10", "0")
            .buy(TREND, GE, "7", "10", "0")
            .split(GE, "0.1", "100");

    assertThat(story.book(DIP).positions()).isEmpty();
    assertThat(story.book(DIP).cash()).isEqualTo(Money.of(10_000));
    assertThat(story.book(TREND).held(GE)).isEqualTo(Quantity.of(1));
    assertThat(story.book(TREND).cash()).isEqualTo(Money.of(9_900));
    assertThat(story.book(DIP).closedTrades()).isEqualTo(1);
  }

  @Test
  void theBooksAddUpToWhatTheAccountHasToTheShareAndTheCent() {
    forEachSeed(
        SEEDS,
        seed -> {
          RandomGenerator random = random(seed);
          Map<StrategyId, Money> each = new HashMap<>();
          RandomLedger.STRATEGIES.forEach(id -> each.put(id, Money.of(10_000)));
          Story story = new Story().open(Money.of(1_000), each);
          for (int i = 0; i < 12; i++) {
            StrategyId who =
                RandomLedger.STRATEGIES.get(random.nextInt(RandomLedger.STRATEGIES.size()));
            story.buy(who, GE, "" + random.nextInt(1, 60), "1.37", "0");
            if (random.nextInt(3) == 0) {
              story.split(GE, RATIOS.get(random.nextInt(RATIOS.size())), "12.345678");
            }
          }
          Portfolio books = Portfolio.EMPTY;
          for (Event event : story.events()) {
            Portfolio before = books;
            books = books.apply(event);
            if (event.fact() instanceof Fact.SplitApplied split) {
              assertAsTheAccount(before, split, books);
            }
          }
        });
  }

  /// An account splits all it holds at once, keeps whole shares, and is paid for the rest.
  private static void assertAsTheAccount(
      Portfolio before, Fact.SplitApplied split, Portfolio after) {
    BigDecimal ratio = split.ratio();
    Price inLieu = split.inLieu();
    Quantity exact = before.held(GE).times(ratio);
    assertThat(after.held(GE)).isEqualTo(exact.whole());
    assertThat(after.cash())
        .isEqualTo(before.cash().plus(inLieu.times(exact.minus(exact.whole()))));
    after
        .books()
        .values()
        .forEach(book -> assertThat(book.held(GE)).isEqualTo(book.held(GE).whole()));
  }
}
