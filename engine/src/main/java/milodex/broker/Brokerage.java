package milodex.broker;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.risk.Circumstances;

/// What we ask of a brokerage beside order entry: its own view of the account.
public interface Brokerage extends OrderEntry {

  /// The account as the broker keeps it.
  AccountSnapshot account();

  /// The broker's books at one instant.
  ///
  /// @param positions shares held, symbols without shares left out
  record AccountSnapshot(
      String accountId,
      Circumstances.Venue.Kind kind,
      Money cash,
      SortedMap<Symbol, Quantity> positions) {
    public AccountSnapshot {
      positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    }
  }
}
