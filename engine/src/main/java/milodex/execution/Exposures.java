package milodex.execution;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import milodex.ledger.Fact;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.portfolio.Marks;
import milodex.portfolio.StrategyBook;
import milodex.risk.Circumstances;
import milodex.risk.Circumstances.SentOrder;
import milodex.risk.Usage;
import milodex.strategy.StrategyId;

/// What positions, and orders under way, put at stake: of the account and of each strategy.
final class Exposures {

  private final Books books;
  private final Marks marks;

  /// @param marks of what is held, observable now
  Exposures(Books books, Marks marks) {
    this.books = books;
    this.marks = marks;
  }

  /// The account as the gate judges it.
  ///
  /// @param cash the broker's
  /// @throws IllegalArgumentException if a symbol held has no mark
  Circumstances.Account account(Money cash, SortedMap<Symbol, Money> exposure) {
    return new Circumstances.Account(
        books.portfolio().equity(marks),
        books.equity().account(),
        books.equity().peak(),
        cash.minus(committed(_ -> true)),
        exposure,
        new TreeSet<>(exposure.keySet()));
  }

  /// The strategy as the gate judges it.
  ///
  /// @throws IllegalArgumentException if a symbol it holds has no mark
  Circumstances.Strategy strategy(ActiveStrategy strategy) {
    StrategyBook book = book(strategy.id());
    return new Circumstances.Strategy(
        strategy.id(),
        strategy.limits(),
        book.equity(marks),
        books.equity().strategy(strategy.id()),
        book.cash().minus(committed(own(strategy.id()))),
        usage(strategy.id()).exposure());
  }

  /// What the account has at stake.
  Usage usage() {
    SortedMap<Symbol, Money> held = new TreeMap<>();
    for (StrategyBook book : books.portfolio().books().values()) {
      book.positions()
          .forEach((symbol, position) -> held.merge(symbol, position.value(marks), Money::plus));
    }
    books
        .portfolio()
        .outside()
        .holdings()
        .forEach((symbol, outside) -> held.merge(symbol, outside.cost(), Money::plus));
    return new Usage(held, reserved(_ -> true));
  }

  /// What the strategy has at stake.
  Usage usage(StrategyId strategy) {
    SortedMap<Symbol, Money> held = new TreeMap<>();
    book(strategy)
        .positions()
        .forEach((symbol, position) -> held.put(symbol, position.value(marks)));
    return new Usage(held, reserved(own(strategy)));
  }

  /// Purchases that may still be filled, UNKNOWN ones included.
  static List<SentOrder> purchases(Books books, Predicate<SentOrder> whose) {
    return purchasing(books, whose).toList();
  }

  private SortedMap<Symbol, Money> reserved(Predicate<SentOrder> whose) {
    if (books.orders().working().isEmpty()) {
      return Collections.emptySortedMap();
    }
    SortedMap<Symbol, Money> reserved = new TreeMap<>();
    purchasing(books, whose)
        .forEach(order -> reserved.merge(order.symbol(), value(order), Money::plus));
    return reserved;
  }

  /// What working and UNKNOWN purchases may still cost.
  private Money committed(Predicate<SentOrder> whose) {
    return purchasing(books, whose).map(this::value).reduce(Money.ZERO, Money::plus);
  }

  private static Stream<SentOrder> purchasing(Books books, Predicate<SentOrder> whose) {
    return books.orders().working().stream()
        .filter(order -> order.side() == Side.BUY)
        .filter(whose);
  }

  static Predicate<SentOrder> own(StrategyId strategy) {
    return order -> order.strategy().equals(strategy);
  }

  /// Without a price it is valued as it was judged; one that no verdict tells of may take all cash
  /// of its strategy.
  private Money value(SentOrder order) {
    return marks
        .price(order.symbol())
        .or(() -> books.verdictOn(order.id()).map(Fact.ProposalJudged::price))
        .map(price -> price.times(order.remaining()))
        .or(() -> books.portfolio().book(order.strategy()).map(StrategyBook::cash))
        .orElse(Money.ZERO);
  }

  private StrategyBook book(StrategyId strategy) {
    return books
        .portfolio()
        .book(strategy)
        .orElseThrow(() -> new IllegalStateException("no book was opened for " + strategy));
  }
}
