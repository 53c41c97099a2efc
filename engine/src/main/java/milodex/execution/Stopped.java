package milodex.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Side;
import milodex.risk.Circumstances.SentOrder;
import milodex.strategy.StrategyId;

/// Which orders a halt stops: all of its scope, or of them the purchases alone.
///
/// Orders of the account that we did not send belong to no strategy.
record Stopped(HaltScope scope, HaltMode mode) {

  /// Orders without a known end in the books, UNKNOWN ones included.
  List<SentOrder> ofBooks(Books books) {
    return books.orders().working().stream()
        .filter(order -> includes(order.side()) && includes(Optional.of(order.strategy())))
        .toList();
  }

  /// Of what works at the broker.
  List<ClientOrderId> ofBroker(List<OrderReport> working, Books books) {
    return working.stream()
        .filter(order -> includes(order.side()) && includes(owner(order.order(), books)))
        .map(OrderReport::order)
        .toList();
  }

  private boolean includes(Side side) {
    return switch (mode) {
      case HALT -> true;
      case REDUCE_ONLY -> side == Side.BUY;
    };
  }

  private boolean includes(Optional<StrategyId> owner) {
    return scope.strategy().isEmpty() || scope.strategy().equals(owner);
  }

  private static Optional<StrategyId> owner(ClientOrderId order, Books books) {
    return books.orders().sentSince(Instant.MIN).stream()
        .filter(sent -> sent.id().equals(order))
        .map(SentOrder::strategy)
        .findFirst();
  }
}
