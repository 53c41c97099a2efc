package milodex.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import milodex.ledger.Event;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// Ledgers of three strategies that trade the same three symbols through splits, dividends, new
/// tickers and delistings.
final class RandomLedger {

  static final List<StrategyId> STRATEGIES =
      List.of(Story.DIP, Story.TREND, StrategyId.parse("breakout.daily.donchian_20_10.demo.v1"));
  static final List<Symbol> SYMBOLS = List.of(Story.GE, Story.SPY, Symbol.of("XOM"));

  private static final int EVENTS = 80;
  private static final List<String> RATIOS =
      List.of("2", "1.5", "0.1", "0.05", "1.3333333333333333", "0.3333333333333333", "7");

  private final RandomGenerator random;
  private final Story story;
  private Portfolio books;

  private RandomLedger(RandomGenerator random) {
    this.random = random;
    this.story =
        new Story()
            .open(
                Money.of(40_000),
                Map.of(
                    STRATEGIES.get(0), Money.of(30_000),
                    STRATEGIES.get(1), Money.of(20_000),
                    STRATEGIES.get(2), Money.of(10_000)));
    this.books = story.portfolio();
  }

  static List<Event> events(RandomGenerator random) {
    return story(random).events();
  }

  static Story story(RandomGenerator random) {
    RandomLedger ledger = new RandomLedger(random);
    for (int i = 0; i < EVENTS; i++) {
      ledger.tellOne();
    }
    return ledger.story;
  }

  private void tellOne() {
    StrategyId strategy = pick(STRATEGIES);
    Symbol symbol = pick(SYMBOLS);
    Quantity held = books.book(strategy).orElseThrow().held(symbol);
    switch (random.nextInt(17)) {
      case 0 -> story.split(symbol, pick(RATIOS), price());
      case 1 -> story.delisting(symbol, random.nextInt(4) == 0 ? "0" : price());
      case 2, 3 -> story.dividend(strategy, symbol, held.toString(), price());
      case 16 -> {
        Symbol to = pick(SYMBOLS);
        if (!to.equals(symbol)) {
          story.tickerChange(symbol, to);
        }
      }
      case 4, 5, 6, 7, 8, 9 -> story.buy(strategy, symbol, shares(), price(), fee());
      default -> {
        if (held.isZero()) {
          story.buy(strategy, symbol, shares(), price(), fee());
        } else {
          story.sell(strategy, symbol, partOf(held), price(), fee());
        }
      }
    }
    Event last = story.events().getLast();
    books = last.seq() > books.seq() ? books.apply(last) : books;
  }

  /// Mostly whole shares, sometimes a fraction, sometimes dust.
  private String shares() {
    return switch (random.nextInt(10)) {
      case 0 -> BigDecimal.valueOf(random.nextLong(1, 50_000_000_000L), 9).toPlainString();
      case 1 -> BigDecimal.valueOf(random.nextLong(1, 50), 9).toPlainString();
      default -> String.valueOf(random.nextInt(1, 60));
    };
  }

  /// All of it, or whole shares of it, or any part of it.
  private String partOf(Quantity held) {
    BigDecimal part = BigDecimal.valueOf(random.nextInt(1, 100), 2);
    Quantity some = held.times(part);
    return switch (random.nextInt(4)) {
      case 0 -> some.whole().isZero() ? held.toString() : some.whole().toString();
      case 1 -> some.isZero() ? held.toString() : some.toString();
      default -> held.toString();
    };
  }

  private String price() {
    return BigDecimal.valueOf(random.nextLong(1, 500_000_000), 6).toPlainString();
  }

  private String fee() {
    return BigDecimal.valueOf(random.nextInt(300), 2).toPlainString();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
