package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.broker.Brokerage;
import milodex.ledger.Draft;
import milodex.ledger.ExternalTrade;
import milodex.ledger.Fact.ExternalBooked;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.portfolio.Lot;
import milodex.portfolio.Marks;
import milodex.portfolio.Portfolio;
import milodex.risk.Circumstances.SentOrder;
import milodex.strategy.StrategyId;

/// What taking the broker's cash and shares over into our books comes to; afterwards both are equal
/// to the share and the cent.
///
/// Shares that came belong to no strategy. Shares that went are first taken from those, then from
/// the strategies' lots, oldest first over all strategies.
public sealed interface Adoption {

  /// Cash and shares are equal already.
  ///
  /// @param left what differs nevertheless: orders, which cannot be adopted
  record Nothing(List<Difference> left) implements Adoption {
    public Nothing {
      left = List.copyOf(left);
    }
  }

  /// Orders of ours are open: what they may have filled must not be taken for a stranger's.
  record OrdersOpen(List<SentOrder> orders) implements Adoption {
    public OrdersOpen {
      orders = List.copyOf(orders);
    }
  }

  /// No price is known at which shares of these symbols could be booked.
  record Unpriced(SortedSet<Symbol> symbols) implements Adoption {}

  /// It can be booked.
  ///
  /// @param bookings one for each symbol, then the cash that the shares do not account for
  /// @param left what differs nevertheless: orders, which cannot be adopted
  /// @param stands seq of the event at which the books stood that it was made from
  /// @param riskHead that of those books
  record Ready(List<ExternalBooked> bookings, List<Difference> left, long stands, long riskHead)
      implements Adoption {
    public Ready {
      bookings = List.copyOf(bookings);
      left = List.copyOf(left);
    }

    /// Books it.
    ///
    /// @return seq of the first booking; empty if the books have moved since it was made, and
    ///     nothing was written
    public OptionalLong book(Books books, Instant now) {
      List<Draft> drafts = bookings.stream().map(this::draft).toList();
      return books.recordIf(riskHead, now, drafts);
    }

    private Draft draft(ExternalBooked booked) {
      String what = booked.trade().map(trade -> trade.symbol().toString()).orElse("cash");
      return Draft.of("external/" + stands + "/" + what, booked);
    }
  }

  /// What it comes to now.
  ///
  /// @param marks what one share is booked at
  /// @param session in which it is booked
  /// @param reason in the operator's words
  /// @throws IllegalArgumentException if `reason` is blank
  /// @throws milodex.broker.BrokerUnavailableException if the broker does not answer
  static Adoption of(Books books, Brokerage broker, Marks marks, LocalDate session, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an external change is booked with a reason");
    }
    books.catchUp();
    List<SentOrder> open = books.orders().working();
    if (!open.isEmpty()) {
      return new OrdersOpen(open);
    }
    return adopted(books, Differences.between(books, broker), marks, session, reason);
  }

  private static Adoption adopted(
      Books books, List<Difference> differences, Marks marks, LocalDate session, String reason) {
    List<ExternalBooked> bookings = new ArrayList<>();
    List<Difference> left = new ArrayList<>();
    SortedSet<Symbol> unpriced = new TreeSet<>();
    Money cash = Money.ZERO;
    for (Difference one : differences) {
      switch (one) {
        case Difference.Cash gap -> cash = cash.plus(gap.gap());
        case Difference.Shares shares -> {
          Optional<Price> price = marks.price(shares.of());
          if (price.isPresent()) {
            ExternalTrade trade = trade(books.portfolio(), shares, price.get());
            cash = trade.side() == Side.BUY ? cash.plus(trade.value()) : cash.minus(trade.value());
            bookings.add(new ExternalBooked(session, Money.ZERO, Optional.of(trade), reason));
          } else {
            unpriced.add(shares.of());
          }
        }
        case Difference.ForeignOrder _, Difference.OwnOrder _, Difference.Unanswered _ ->
            left.add(one);
      }
    }
    if (!unpriced.isEmpty()) {
      return new Unpriced(unpriced);
    }
    if (!cash.isZero()) {
      bookings.add(new ExternalBooked(session, cash, Optional.empty(), reason));
    }
    return bookings.isEmpty()
        ? new Nothing(left)
        : new Ready(bookings, left, books.portfolio().seq(), books.riskHead());
  }

  private static ExternalTrade trade(Portfolio ours, Difference.Shares shares, Price price) {
    if (shares.broker().compareTo(shares.books()) > 0) {
      Quantity bought = shares.broker().minus(shares.books());
      return new ExternalTrade(shares.of(), Side.BUY, bought, price, new TreeMap<>());
    }
    Quantity sold = shares.books().minus(shares.broker());
    Quantity own = ours.outside().held(shares.of()).min(sold);
    return new ExternalTrade(
        shares.of(), Side.SELL, sold, price, oldestFirst(ours, shares.of(), sold.minus(own)));
  }

  private static SortedMap<StrategyId, Quantity> oldestFirst(
      Portfolio ours, Symbol symbol, Quantity sold) {
    record Owned(StrategyId strategy, Lot lot) {}
    List<Owned> lots = new ArrayList<>();
    ours.books()
        .forEach(
            (strategy, book) ->
                book.position(symbol)
                    .ifPresent(
                        held -> held.lots().forEach(lot -> lots.add(new Owned(strategy, lot)))));
    lots.sort(Comparator.comparingLong(owned -> owned.lot().entry().seq()));
    SortedMap<StrategyId, Quantity> taken = new TreeMap<>();
    Quantity left = sold;
    for (Owned owned : lots) {
      Quantity part = owned.lot().quantity().min(left);
      left = left.minus(part);
      if (!part.isZero()) {
        taken.merge(owned.strategy(), part, Quantity::plus);
      }
    }
    return taken;
  }
}
