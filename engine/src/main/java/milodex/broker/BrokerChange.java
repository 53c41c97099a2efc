package milodex.broker;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;

/// What a simulated broker knows differently than before.
///
/// @param positions shares held, symbols without shares left out
/// @param opened the session whose corporate actions are booked; empty before the first
/// @param order the one that changed; empty if none did
public record BrokerChange(
    Money cash,
    SortedMap<Symbol, Quantity> positions,
    Optional<LocalDate> opened,
    Optional<OrderReport> order) {

  public BrokerChange {
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
  }
}
