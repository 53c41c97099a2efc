package milodex.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milodex.execution.OrderHistory;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Side;
import milodex.money.Quantity;
import milodex.portfolio.Portfolio;
import milodex.risk.Circumstances.SentOrder;

/// That what was sold by hand was, as it left, the strategy's own and not being sold already.
final class CoveredByHand {

  private CoveredByHand() {}

  /// The sales of which it does not hold, in words.
  ///
  /// @param byHand wishes of the operator
  static List<String> broken(List<Event> events, Set<String> byHand) {
    List<String> broken = new ArrayList<>();
    Portfolio held = Portfolio.EMPTY;
    OrderHistory history = new OrderHistory();
    for (Event event : events) {
      if (event.fact() instanceof Fact.OrderSubmitted order
          && order.side() == Side.SELL
          && byHand.contains(order.intent())) {
        Quantity free = free(held, history, order);
        if (order.quantity().compareTo(free) > 0) {
          broken.add(
              "%s sold %s by hand where %s were free"
                  .formatted(order.order(), order.quantity(), free));
        }
      }
      held = held.apply(event);
      history.accept(event);
    }
    return broken;
  }

  private static Quantity free(Portfolio held, OrderHistory history, Fact.OrderSubmitted sale) {
    Quantity free = held.book(sale.strategy()).orElseThrow().held(sale.symbol());
    for (OrderHistory.Remembered one : history.orders()) {
      SentOrder order = one.order();
      if (order.strategy().equals(sale.strategy())
          && order.symbol().equals(sale.symbol())
          && order.side() == Side.SELL) {
        free = free.minus(order.remaining().min(free));
      }
    }
    return free;
  }
}
