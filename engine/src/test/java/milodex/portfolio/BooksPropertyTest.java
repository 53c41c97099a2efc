package milodex.portfolio;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// What holds after every event of any ledger.
class BooksPropertyTest {

  private static final int SEEDS = 100;
  private static final Money START = Money.of(100_000);
  private static final Comparator<Lot> OLDEST_FIRST =
      Comparator.comparingLong(lot -> lot.entry().seq());
  private static final Marks MARKS =
      Marks.of(
          Map.of(
              Symbol.of("GE"), Price.parse("7.13"),
              Symbol.of("SPY"), Price.parse("412.000001"),
              Symbol.of("XOM"), Price.parse("0.07")));

  @Test
  void everyDollarIsAccountedForExactly() {
    forEachSeed(
        SEEDS,
        seed -> {
          Money dividends = Money.ZERO;
          Money fees = Money.ZERO;
          TradeLog log = new TradeLog();
          for (Event event : RandomLedger.events(random(seed))) {
            dividends = dividends.plus(dividendOf(event));
            fees = fees.plus(feeOf(event));
            log.accept(event);
            assertThat(log.portfolio().equity(MARKS))
                .isEqualTo(
                    START
                        .plus(closedProfit(log))
                        .plus(openProfit(log.portfolio()))
                        .plus(dividends)
                        .minus(fees));
          }
          assertThat(log.closed()).isNotEmpty();
        });
  }

  @Test
  void everyBookBalances() {
    forEachSeed(
        SEEDS,
        seed -> {
          TradeLog log = RandomLedger.story(random(seed)).log();
          for (StrategyBook book : log.portfolio().books().values()) {
            assertThat(book.cash().plus(cost(book)))
                .isEqualTo(
                    book.allocated()
                        .plus(book.realised())
                        .plus(book.dividends())
                        .minus(book.fees()));
            assertThat(log.closed().stream().filter(t -> t.strategy().equals(book.strategy())))
                .hasSize(book.closedTrades());
          }
        });
  }

  @Test
  void theAccountIsTheSumOfItsBooks() {
    forEachSeed(
        SEEDS,
        seed -> {
          Portfolio portfolio = RandomLedger.story(random(seed)).portfolio();
          Money equity = portfolio.idleCash();
          Quantity held = Quantity.ZERO;
          for (StrategyBook book : portfolio.books().values()) {
            equity = equity.plus(book.equity(MARKS));
            held = held.plus(book.held(RandomLedger.SYMBOLS.getFirst()));
          }
          assertThat(portfolio.equity(MARKS)).isEqualTo(equity);
          assertThat(portfolio.held(RandomLedger.SYMBOLS.getFirst())).isEqualTo(held);
        });
  }

  @Test
  void noShareAppearsOrVanishes() {
    forEachSeed(
        SEEDS,
        seed -> {
          ShareCount count = new ShareCount();
          Portfolio portfolio = Portfolio.EMPTY;
          for (Event event : RandomLedger.events(random(seed))) {
            portfolio = portfolio.apply(event);
            count.apply(event.fact());
            assertThat(heldBy(portfolio)).isEqualTo(count.shares());
          }
        });
  }

  @Test
  void noLotIsEmptyAndNoPositionFlat() {
    forEachSeed(
        SEEDS,
        seed -> {
          TradeLog log = new TradeLog();
          for (Event event : RandomLedger.events(random(seed))) {
            log.accept(event);
            for (StrategyBook book : log.portfolio().books().values()) {
              for (Position position : book.positions().values()) {
                assertThat(position.lots()).isNotEmpty();
                assertThat(position.lots()).noneMatch(lot -> lot.quantity().isZero());
                assertThat(position.lots()).isSortedAccordingTo(OLDEST_FIRST);
              }
            }
          }
        });
  }

  @Test
  void theFoldOfAWholeIsTheFoldOfItsSecondPartOnThatOfItsFirst() {
    forEachSeed(
        SEEDS,
        seed -> {
          List<Event> events = RandomLedger.events(random(seed));
          int cut = random(-seed).nextInt(events.size());
          TradeLog first = new TradeLog();
          events.subList(0, cut).forEach(first);
          TradeLog second = new TradeLog(first.portfolio(), first.closed());
          events.subList(cut, events.size()).forEach(second);
          TradeLog whole = new TradeLog();
          events.forEach(whole);
          assertThat(second.portfolio()).isEqualTo(whole.portfolio());
          assertThat(second.closed()).isEqualTo(whole.closed());
          assertThat(first.portfolio()).isEqualTo(foldOf(events.subList(0, cut)));
        });
  }

  @Test
  void aSaleOfOneShareTooManyChangesNothing() {
    forEachSeed(
        SEEDS,
        seed -> {
          Story story = RandomLedger.story(random(seed));
          Portfolio before = story.portfolio();
          StrategyId strategy = RandomLedger.STRATEGIES.getFirst();
          Symbol symbol = RandomLedger.SYMBOLS.getFirst();
          Quantity held = before.book(strategy).orElseThrow().held(symbol);
          Quantity tooMany = held.plus(Quantity.parse("0.000000001"));
          Event oversell =
              story.sell(strategy, symbol, tooMany.toString(), "1", "0").events().getLast();
          assertThatThrownBy(() -> before.apply(oversell))
              .isInstanceOf(BooksContradictedException.class)
              .hasMessageContaining("sells " + tooMany)
              .hasMessageContaining("holds " + held);
        });
  }

  private static Portfolio foldOf(List<Event> events) {
    Portfolio portfolio = Portfolio.EMPTY;
    for (Event event : events) {
      portfolio = portfolio.apply(event);
    }
    return portfolio;
  }

  private static Money closedProfit(TradeLog log) {
    return log.closed().stream().map(Trade::gross).reduce(Money.ZERO, Money::plus);
  }

  /// Of the positions still open: what was realised on the way, and value less cost of the rest.
  private static Money openProfit(Portfolio portfolio) {
    return portfolio.books().values().stream()
        .flatMap(book -> book.positions().values().stream())
        .map(held -> held.realised().plus(held.value(MARKS)).minus(held.cost()))
        .reduce(Money.ZERO, Money::plus);
  }

  private static Money cost(StrategyBook book) {
    return book.positions().values().stream().map(Position::cost).reduce(Money.ZERO, Money::plus);
  }

  private static Money dividendOf(Event event) {
    return event.fact() instanceof Fact.DividendCredited dividend ? dividend.amount() : Money.ZERO;
  }

  private static Money feeOf(Event event) {
    return event.fact() instanceof Fact.FillRecorded(var fill) ? fill.fee() : Money.ZERO;
  }

  private static Map<String, BigDecimal> heldBy(Portfolio portfolio) {
    Map<String, BigDecimal> held = new HashMap<>();
    portfolio
        .books()
        .forEach(
            (strategy, book) ->
                book.positions()
                    .forEach(
                        (symbol, position) ->
                            held.put(strategy + " " + symbol, position.quantity().shares())));
    return held;
  }

  /// Counts shares in its own simple way: no lots, no cash.
  private static final class ShareCount {

    private final Map<String, BigDecimal> shares = new HashMap<>();

    void apply(Fact fact) {
      switch (fact) {
        case Fact.FillRecorded(var fill) -> {
          BigDecimal change = fill.quantity().shares();
          shares.merge(
              fill.strategy() + " " + fill.symbol(),
              fill.side() == Side.BUY ? change : change.negate(),
              BigDecimal::add);
        }
        case Fact.SplitApplied split -> split(split);
        case Fact.TickerChanged change ->
            RandomLedger.STRATEGIES.forEach(
                strategy -> {
                  BigDecimal moved = shares.remove(strategy + " " + change.symbol());
                  if (moved != null) {
                    shares.merge(strategy + " " + change.to(), moved, BigDecimal::add);
                  }
                });
        case Fact.DelistingSettled delisting ->
            shares.keySet().removeIf(key -> key.endsWith(" " + delisting.symbol()));
        default -> {}
      }
      shares.values().removeIf(held -> held.signum() == 0);
    }

    /// Each strategy gets the whole shares by which those of the account grow with its own.
    private void split(Fact.SplitApplied split) {
      BigDecimal counted = BigDecimal.ZERO;
      for (var strategy : new TreeSet<>(RandomLedger.STRATEGIES)) {
        String key = strategy + " " + split.symbol();
        BigDecimal before = counted;
        counted = counted.add(shares.getOrDefault(key, BigDecimal.ZERO));
        shares.put(key, whole(counted, split).subtract(whole(before, split)));
      }
    }

    private static BigDecimal whole(BigDecimal held, Fact.SplitApplied split) {
      return held.multiply(split.ratio())
          .setScale(9, RoundingMode.HALF_EVEN)
          .setScale(0, RoundingMode.DOWN);
    }

    Map<String, BigDecimal> shares() {
      Map<String, BigDecimal> plain = new HashMap<>();
      shares.forEach((key, held) -> plain.put(key, held.stripTrailingZeros()));
      return plain;
    }
  }
}
