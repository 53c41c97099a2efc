package milodex.portfolio;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.ExternalTrade;
import milodex.ledger.Fact.DelistingSettled;
import milodex.ledger.Fact.DividendCredited;
import milodex.ledger.Fact.ExternalBooked;
import milodex.ledger.Fact.SplitApplied;
import milodex.ledger.Fact.TickerChanged;
import milodex.ledger.Fill;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;

/// One event entered into one book; every method answers the book after it.
///
/// @param seq of the event
/// @param closings hears of the position that went flat by it
record Posting(StrategyBook book, long seq, Closings closings) {

  StrategyBook fill(Fill fill) {
    return switch (fill.side()) {
      case BUY -> buy(fill);
      case SELL -> sell(fill);
    };
  }

  /// @param before shares that other books of the account, entered before this one, held
  StrategyBook split(SplitApplied split, Quantity before) {
    Exit exit = new Exit(seq, split.session(), Exit.SPLIT);
    return book.position(split.symbol())
        .map(held -> reduced(held, held.split(split.ratio(), split.inLieu(), before), exit))
        .orElse(book);
  }

  StrategyBook tickerChange(TickerChanged change) {
    SortedMap<Symbol, Position> positions = new TreeMap<>(book.positions());
    book.position(change.symbol())
        .ifPresent(
            held -> {
              positions.remove(change.symbol());
              positions.merge(change.to(), held.under(change.to()), Position::joined);
            });
    return new StrategyBook(
        book.strategy(),
        book.allocated(),
        book.cash(),
        positions,
        book.realised(),
        book.dividends(),
        book.fees(),
        book.closedTrades());
  }

  StrategyBook delisting(DelistingSettled delisting) {
    Exit exit = new Exit(seq, delisting.session(), Exit.DELISTING);
    return book.position(delisting.symbol())
        .map(held -> reduced(held, soldOut(held, delisting.perShare()), exit))
        .orElse(book);
  }

  StrategyBook dividend(DividendCredited dividend) {
    SortedMap<Symbol, Position> positions = new TreeMap<>(book.positions());
    positions.computeIfPresent(dividend.symbol(), (_, held) -> held.credit(dividend.amount()));
    return new StrategyBook(
        book.strategy(),
        book.allocated(),
        book.cash().plus(dividend.amount()),
        positions,
        book.realised(),
        book.dividends().plus(dividend.amount()),
        book.fees(),
        book.closedTrades());
  }

  /// Takes out what was sold of this book without us, at the price it is booked at.
  ///
  /// @throws BooksContradictedException if more was sold than it holds
  StrategyBook external(ExternalBooked booked) {
    return booked.trade().map(trade -> external(trade, booked.session())).orElse(book);
  }

  private StrategyBook external(ExternalTrade trade, LocalDate session) {
    Quantity sold = trade.from().getOrDefault(book.strategy(), Quantity.ZERO);
    if (sold.isZero()) {
      return book;
    }
    Position held =
        book.position(trade.symbol())
            .filter(position -> position.quantity().compareTo(sold) >= 0)
            .orElseThrow(
                () ->
                    new BooksContradictedException(
                        seq,
                        "%s shares of %s were sold outside and %s holds %s"
                            .formatted(
                                sold, trade.symbol(), book.strategy(), book.held(trade.symbol()))));
    Position after = held.sell(sold, trade.price().times(sold), Money.ZERO);
    return reduced(held, after, new Exit(seq, session, Exit.EXTERNAL));
  }

  private StrategyBook buy(Fill fill) {
    Entry entry = new Entry(seq, fill.session(), fill.rule(), fill.entryFacts());
    Money cost = fill.price().times(fill.quantity());
    Lot lot = new Lot(entry, fill.quantity(), cost);
    Position after =
        book.position(fill.symbol())
            .map(held -> held.buy(lot, fill.fee()))
            .orElseGet(() -> Position.opened(fill.symbol(), lot, fill.fee()));
    return new StrategyBook(
        book.strategy(),
        book.allocated(),
        book.cash().minus(cost).minus(fill.fee()),
        with(after),
        book.realised(),
        book.dividends(),
        book.fees().plus(fill.fee()),
        book.closedTrades());
  }

  private StrategyBook sell(Fill fill) {
    Position held =
        book.position(fill.symbol())
            .filter(position -> position.quantity().compareTo(fill.quantity()) >= 0)
            .orElseThrow(() -> new BooksContradictedException(seq, oversold(fill)));
    Money received = fill.price().times(fill.quantity());
    Position after = held.sell(fill.quantity(), received, fill.fee());
    return reduced(held, after, new Exit(seq, fill.session(), fill.rule()));
  }

  private String oversold(Fill fill) {
    return "fill %s sells %s shares of %s and %s holds %s"
        .formatted(
            fill.executionId(),
            fill.quantity(),
            fill.symbol(),
            book.strategy(),
            book.held(fill.symbol()));
  }

  private static Position soldOut(Position held, Money perShare) {
    return held.sell(held.quantity(), perShare.times(held.quantity()), Money.ZERO);
  }

  private StrategyBook reduced(Position held, Position after, Exit exit) {
    if (after.isFlat()) {
      closings.closed(book.strategy(), after, exit);
    }
    Money received = after.proceeds().minus(held.proceeds());
    Money paid = after.spent().minus(held.spent());
    Money fee = after.fees().minus(held.fees());
    return new StrategyBook(
        book.strategy(),
        book.allocated(),
        book.cash().plus(received).minus(paid).minus(fee),
        with(after),
        book.realised().plus(after.realised()).minus(held.realised()),
        book.dividends(),
        book.fees().plus(fee),
        after.isFlat() ? book.closedTrades() + 1 : book.closedTrades());
  }

  private SortedMap<Symbol, Position> with(Position after) {
    SortedMap<Symbol, Position> positions = new TreeMap<>(book.positions());
    if (after.isFlat()) {
      positions.remove(after.symbol());
    } else {
      positions.put(after.symbol(), after);
    }
    return positions;
  }
}
