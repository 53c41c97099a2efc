package milodex.portfolio;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fact.BooksClosed;
import milodex.ledger.Fact.BooksOpened;
import milodex.ledger.Fact.DelistingSettled;
import milodex.ledger.Fact.DividendCredited;
import milodex.ledger.Fact.ExternalBooked;
import milodex.ledger.Fact.FillRecorded;
import milodex.ledger.Fact.SplitApplied;
import milodex.ledger.Fact.StrategyFunded;
import milodex.ledger.Fact.TickerChanged;
import milodex.ledger.Fact.TradeMeasured;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// Everything an account owns, by the strategy that caused it: a fold of the ledger.
///
/// Events are applied one by one from [#EMPTY], so that a portfolio kept and the events after it
/// give what all events give. A fill counts once: the ledger's unique keys keep it from being
/// recorded twice, and an event at or before `seq` is refused here.
///
/// @param seq of the newest event that changed the books; 0 before the first
/// @param outside what belongs to no strategy
/// @param books one for each strategy the books were opened for
public record Portfolio(long seq, Outside outside, SortedMap<StrategyId, StrategyBook> books) {

  /// Before the books were opened.
  public static final Portfolio EMPTY =
      new Portfolio(0, Outside.NOTHING, Collections.emptySortedMap());

  public Portfolio {
    books = Collections.unmodifiableSortedMap(new TreeMap<>(books));
  }

  /// The portfolio after `event`.
  ///
  /// @throws BooksContradictedException if `event` was applied before, names a strategy without a
  ///     book, gives one a second book, or sells more than its strategy holds
  public Portfolio apply(Event event) {
    return apply(event, (_, _, _) -> {});
  }

  /// The book of `strategy`, if one was opened.
  public Optional<StrategyBook> book(StrategyId strategy) {
    return Optional.ofNullable(books.get(strategy));
  }

  /// Dollars no strategy may use.
  public Money idleCash() {
    return outside.cash();
  }

  /// Cash of the account: idle and in all books.
  public Money cash() {
    Money sum = outside.cash();
    for (StrategyBook book : books.values()) {
      sum = sum.plus(book.cash());
    }
    return sum;
  }

  /// The symbols that strategies hold.
  public SortedSet<Symbol> symbols() {
    SortedSet<Symbol> symbols = new TreeSet<>();
    books.values().forEach(book -> symbols.addAll(book.positions().keySet()));
    return symbols;
  }

  /// Shares of `symbol` that the account should have: in all books and outside of them.
  public Quantity held(Symbol symbol) {
    Quantity sum = outside.held(symbol);
    for (StrategyBook book : books.values()) {
      sum = sum.plus(book.held(symbol));
    }
    return sum;
  }

  /// What all shares are worth; those outside of the strategies count at what they were booked at.
  ///
  /// @throws IllegalArgumentException if `marks` lacks a symbol that a strategy holds
  public Money value(Marks marks) {
    Money sum = outside.cost();
    for (StrategyBook book : books.values()) {
      sum = sum.plus(book.value(marks));
    }
    return sum;
  }

  /// Cash and what all shares are worth: the account's equity.
  ///
  /// @throws IllegalArgumentException if `marks` lacks a symbol that a strategy holds
  public Money equity(Marks marks) {
    return cash().plus(value(marks));
  }

  Portfolio apply(Event event, Closings closings) {
    long at = event.seq();
    return switch (event.fact()) {
      case BooksOpened opened -> opened(at, opened);
      case StrategyFunded funded -> funded(at, funded);
      case FillRecorded(var fill) ->
          changed(at, fill.strategy(), book -> new Posting(book, at, closings).fill(fill));
      case DividendCredited dividend ->
          changed(
              at, dividend.strategy(), book -> new Posting(book, at, closings).dividend(dividend));
      case SplitApplied split -> split(at, split, closings);
      case TickerChanged change ->
          changed(
              at,
              outside.tickerChange(change),
              book -> new Posting(book, at, closings).tickerChange(change));
      case DelistingSettled delisting ->
          changed(
              at,
              outside.delisting(delisting),
              book -> new Posting(book, at, closings).delisting(delisting));
      case ExternalBooked booked ->
          changed(
              at,
              outside.booked(at, booked),
              book -> new Posting(book, at, closings).external(booked));
      case DataFact _,
          ResearchFact _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _,
          Fact.DecisionFact _,
          Fact.OrderFact _,
          BooksClosed _,
          TradeMeasured _ ->
          this;
    };
  }

  /// The account has whole shares, so the fractions of its strategies are pooled: in the order of
  /// strategies, and what is held outside of them last, each gets what the whole shares of the
  /// running sum grow by, and is paid, or pays, the difference. The books then add up to what the
  /// broker has, in shares and in cash.
  private Portfolio split(long at, SplitApplied split, Closings closings) {
    requireNew(at);
    SortedMap<StrategyId, StrategyBook> next = new TreeMap<>(books);
    Quantity before = Quantity.ZERO;
    for (StrategyBook book : books.values()) {
      next.put(book.strategy(), new Posting(book, at, closings).split(split, before));
      before = before.plus(book.held(split.symbol()));
    }
    return new Portfolio(at, outside.split(split, before), next);
  }

  private Portfolio opened(long at, BooksOpened opened) {
    requireNew(at);
    SortedMap<StrategyId, StrategyBook> flat = new TreeMap<>();
    opened.allocated().forEach((id, cash) -> flat.put(id, StrategyBook.opened(id, cash)));
    return new Portfolio(at, new Outside(opened.idleCash(), Collections.emptySortedMap()), flat);
  }

  private Portfolio funded(long at, StrategyFunded funded) {
    requireNew(at);
    if (books.containsKey(funded.strategy())) {
      throw new BooksContradictedException(
          at, "a book was opened before for the strategy " + funded.strategy());
    }
    SortedMap<StrategyId, StrategyBook> next = new TreeMap<>(books);
    next.put(funded.strategy(), StrategyBook.opened(funded.strategy(), funded.cash()));
    Money idle = outside.cash().minus(funded.cash());
    return new Portfolio(at, new Outside(idle, outside.holdings()), next);
  }

  private Portfolio changed(long at, StrategyId strategy, UnaryOperator<StrategyBook> change) {
    requireNew(at);
    StrategyBook book =
        book(strategy)
            .orElseThrow(
                () ->
                    new BooksContradictedException(
                        at, "no book was opened for the strategy " + strategy));
    SortedMap<StrategyId, StrategyBook> next = new TreeMap<>(books);
    next.put(strategy, change.apply(book));
    return new Portfolio(at, outside, next);
  }

  private Portfolio changed(long at, Outside left, UnaryOperator<StrategyBook> change) {
    requireNew(at);
    SortedMap<StrategyId, StrategyBook> next = new TreeMap<>(books);
    next.replaceAll((_, book) -> change.apply(book));
    return new Portfolio(at, left, next);
  }

  private void requireNew(long at) {
    if (at <= seq) {
      throw new BooksContradictedException(at, "they already stand at event " + seq);
    }
  }
}
