package milodex.broker;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.ClientOrderId;
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
    return after(List.of(change));
  }

  /// The state after all of `changes`, which are gone through once.
  public BrokerState after(Iterable<BrokerChange> changes) {
    Map<ClientOrderId, OrderReport> all = new LinkedHashMap<>();
    orders.forEach(order -> all.put(order.order(), order));
    Optional<BrokerChange> last = Optional.empty();
    for (BrokerChange change : changes) {
      change.order().ifPresent(order -> all.put(order.order(), order));
      last = Optional.of(change);
    }
    return last.map(
            change ->
                new BrokerState(
                    change.cash(), change.positions(), List.copyOf(all.values()), change.opened()))
        .orElse(this);
  }
}
