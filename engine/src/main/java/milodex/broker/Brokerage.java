package milodex.broker;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.ClientOrderId;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.risk.Circumstances;

/// What we ask of a brokerage beside order entry: its own view of the account.
///
/// Every question may throw [BrokerUnavailableException], which is no answer: nothing follows from
/// it about orders or shares.
public interface Brokerage extends OrderEntry {

  /// The account as the broker keeps it.
  AccountSnapshot account();

  /// Every order of the account that is not final, in the order they were taken, with those that
  /// we did not send.
  List<OrderReport> working();

  /// What the broker knows of one order, final or not; empty if it knows none of this id.
  Optional<OrderReport> find(ClientOrderId order);

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
