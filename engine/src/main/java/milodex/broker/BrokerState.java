package milodex.broker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;

/// All that a simulated broker knows: it can be taken out and put back in.
///
/// @param positions shares held, symbols without shares left out
/// @param orders every order it has taken, in that order
/// @param opened the session whose corporate actions are booked; empty before the first
public record BrokerState(
    Money cash,
    SortedMap<Symbol, Quantity> positions,
    List<OrderReport> orders,
    Optional<LocalDate> opened) {

  public BrokerState {
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    orders = List.copyOf(orders);
  }

  /// An account with nothing but cash.
  public static BrokerState of(Money cash) {
    return new BrokerState(cash, Collections.emptySortedMap(), List.of(), Optional.empty());
  }

  /// The state after `change`; an order it knew keeps its place.
  public BrokerState after(BrokerChange change) {
    List<OrderReport> all = new ArrayList<>(orders);
    change.order().ifPresent(order -> put(all, order));
    return new BrokerState(change.cash(), change.positions(), all, change.opened());
  }

  private static void put(List<OrderReport> orders, OrderReport order) {
    for (int i = orders.size() - 1; i >= 0; i--) {
      if (orders.get(i).order().equals(order.order())) {
        orders.set(i, order);
        return;
      }
    }
    orders.add(order);
  }
}
