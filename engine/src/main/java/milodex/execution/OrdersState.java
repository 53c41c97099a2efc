package milodex.execution;

import java.util.Objects;

/// The part of a [BooksState] that tells of orders.
record OrdersState(long seq, OrderLog.State orders) {

  OrdersState {
    Objects.requireNonNull(orders);
  }
}
