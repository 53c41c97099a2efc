package milodex.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.ExternalTrade;
import milodex.ledger.Fact.DelistingSettled;
import milodex.ledger.Fact.ExternalBooked;
import milodex.ledger.Fact.SplitApplied;
import milodex.ledger.Fact.TickerChanged;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;

/// What an account has that belongs to no strategy.
///
/// @param cash dollars no strategy may use; below zero if more was spent outside than was idle
/// @param holdings never without shares
public record Outside(Money cash, SortedMap<Symbol, Holding> holdings) {

  /// Nothing at all.
  public static final Outside NOTHING = new Outside(Money.ZERO, Collections.emptySortedMap());

  public Outside {
    holdings = Collections.unmodifiableSortedMap(new TreeMap<>(holdings));
  }

  /// Shares bought without us.
  ///
  /// @param cost dollars they were booked at; no mark of them is ever needed
  public record Holding(Quantity quantity, Money cost) {

    private Holding plus(Holding other) {
      return new Holding(quantity.plus(other.quantity), cost.plus(other.cost));
    }

    /// Without `sold` shares and their part of the cost.
    private Holding minus(Quantity sold) {
      Quantity left = quantity.minus(sold);
      BigDecimal part =
          cost.amount().multiply(left.shares()).divide(quantity.shares(), MathContext.DECIMAL128);
      return new Holding(left, new Money(part));
    }
  }

  /// Shares of `symbol` that no strategy owns.
  public Quantity held(Symbol symbol) {
    Holding held = holdings.get(symbol);
    return held == null ? Quantity.ZERO : held.quantity();
  }

  /// What the shares were booked at.
  public Money cost() {
    Money sum = Money.ZERO;
    for (Holding held : holdings.values()) {
      sum = sum.plus(held.cost());
    }
    return sum;
  }

  /// Cash, and what the shares were booked at.
  public Money value() {
    return holdings.isEmpty() ? cash : cash.plus(cost());
  }

  /// After `booked`, without what it took from strategies.
  Outside booked(long seq, ExternalBooked booked) {
    Outside paid = new Outside(cash.plus(booked.cash()), holdings);
    return booked.trade().map(trade -> paid.traded(seq, trade)).orElse(paid);
  }

  private Outside traded(long seq, ExternalTrade trade) {
    return switch (trade.side()) {
      case BUY ->
          new Outside(
              cash.minus(trade.value()),
              with(trade.symbol(), new Holding(trade.quantity(), trade.value())));
      case SELL -> sold(seq, trade);
    };
  }

  private Outside sold(long seq, ExternalTrade trade) {
    Quantity sold = trade.outside();
    if (sold.isZero()) {
      return this;
    }
    Quantity held = held(trade.symbol());
    if (held.compareTo(sold) < 0) {
      throw new BooksContradictedException(
          seq,
          "%s shares of %s left from outside of the strategies, where %s are"
              .formatted(sold, trade.symbol(), held));
    }
    return new Outside(cash.plus(trade.price().times(sold)), without(trade.symbol(), sold));
  }

  /// @param before shares of the account that strategies held: they are counted first
  Outside split(SplitApplied split, Quantity before) {
    Holding held = holdings.get(split.symbol());
    if (held == null) {
      return this;
    }
    Quantity counted = before.times(split.ratio());
    Quantity all = before.plus(held.quantity()).times(split.ratio());
    Money fraction =
        split
            .inLieu()
            .times(all.minus(all.whole()))
            .minus(split.inLieu().times(counted.minus(counted.whole())));
    Quantity whole = all.whole().minus(counted.whole());
    SortedMap<Symbol, Holding> next = new TreeMap<>(holdings);
    if (whole.isZero()) {
      next.remove(split.symbol());
    } else {
      next.put(split.symbol(), new Holding(whole, held.cost()));
    }
    return new Outside(cash.plus(fraction), next);
  }

  Outside tickerChange(TickerChanged change) {
    Holding held = holdings.get(change.symbol());
    if (held == null) {
      return this;
    }
    SortedMap<Symbol, Holding> next = new TreeMap<>(holdings);
    next.remove(change.symbol());
    next.merge(change.to(), held, Holding::plus);
    return new Outside(cash, next);
  }

  Outside delisting(DelistingSettled delisting) {
    Quantity held = held(delisting.symbol());
    return held.isZero()
        ? this
        : new Outside(
            cash.plus(delisting.perShare().times(held)), without(delisting.symbol(), held));
  }

  private SortedMap<Symbol, Holding> with(Symbol symbol, Holding more) {
    SortedMap<Symbol, Holding> next = new TreeMap<>(holdings);
    next.merge(symbol, more, Holding::plus);
    return next;
  }

  private SortedMap<Symbol, Holding> without(Symbol symbol, Quantity sold) {
    SortedMap<Symbol, Holding> next = new TreeMap<>(holdings);
    if (held(symbol).equals(sold)) {
      next.remove(symbol);
    } else {
      next.computeIfPresent(symbol, (_, held) -> held.minus(sold));
    }
    return next;
  }
}
