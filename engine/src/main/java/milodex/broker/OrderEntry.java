package milodex.broker;

import milodex.risk.ApprovedOrder;

/// The one way an order leaves.
public interface OrderEntry {

  /// Sends the order and returns what is known of it afterwards.
  OrderReport submit(ApprovedOrder order);
}
