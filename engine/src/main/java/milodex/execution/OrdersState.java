package milodex.execution;

import java.util.Objects;
import milodex.ledger.StateCodec;

/// The part of a [BooksState] that tells of orders.
record OrdersState(long seq, OrderLog.State orders) {

  OrdersState {
    Objects.requireNonNull(orders);
  }

  /// The part of a [BooksState] that `json` is.
  static OrdersState read(String json) {
    return StateCodec.part(json, OrdersState.class);
  }
}
