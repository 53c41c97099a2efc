package milodex.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// Shares that changed hands at the broker without us.
///
/// @param price at which they are booked, in raw dollars of the session
/// @param from how many of the shares sold belonged to strategies; the rest, and everything bought,
///     is held outside of them
public record ExternalTrade(
    Symbol symbol,
    Side side,
    Quantity quantity,
    Price price,
    SortedMap<StrategyId, Quantity> from) {

  public ExternalTrade {
    from = Collections.unmodifiableSortedMap(new TreeMap<>(from));
  }

  /// What all the shares come to at the price.
  public Money value() {
    return price.times(quantity);
  }

  /// Shares that no strategy owned.
  ///
  /// @throws IllegalArgumentException if more were taken from strategies than there are
  public Quantity outside() {
    Quantity left = quantity;
    for (Quantity taken : from.values()) {
      left = left.minus(taken);
    }
    return left;
  }
}
