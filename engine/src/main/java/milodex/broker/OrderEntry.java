package milodex.broker;

import milodex.ledger.ClientOrderId;
import milodex.risk.ApprovedOrder;

/// The one way an order leaves, and the one way it is called back.
public interface OrderEntry {

  /// Sends the order and returns what is known of it afterwards. An order of an id that the broker
  /// has already is not taken twice: what is known of the first one is returned.
  ///
  /// @throws BrokerUnavailableException if there was no answer: the order may have been taken or
  ///     not
  OrderReport submit(ApprovedOrder order);

  /// Asks for what is left of the order to be cancelled; whether it was is told by a later report.
  /// An order that is final, or not known there, stays as it is.
  ///
  /// @throws BrokerUnavailableException if there was no answer
  void cancel(ClientOrderId order);
}
