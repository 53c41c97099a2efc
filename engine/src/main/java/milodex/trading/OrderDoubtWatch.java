package milodex.trading;

import java.time.Instant;
import milodex.execution.Books;
import milodex.execution.OrderWatch;
import milodex.ledger.HaltScope;
import milodex.ledger.OrderStatus;
import milodex.market.NewYork;
import milodex.market.Session;
import milodex.risk.Circumstances.SentOrder;
import milodex.risk.Trigger;

/// Looks for orders of which nobody knows whether the broker took them, once it has had the time to
/// show them.
final class OrderDoubtWatch {

  private final Books books;
  private final Trouble trouble;

  OrderDoubtWatch(Books books, Trouble trouble) {
    this.books = books;
    this.trouble = trouble;
  }

  void watch(Session session, Instant now) {
    for (SentOrder order : books.orders().working()) {
      if (order.status() == OrderStatus.UNKNOWN
          && now.isAfter(order.sentAt().plus(OrderWatch.VISIBILITY_LAG))) {
        trouble.found(
            Trigger.DUPLICATE_UNCERTAINTY,
            HaltScope.ACCOUNT,
            session.date(),
            order.id() + "/" + session.date(),
            "nobody knows what became of %s, %s %s %s, sent at %s New York"
                .formatted(
                    order.id(),
                    order.side(),
                    order.quantity(),
                    order.symbol(),
                    NewYork.minute(order.sentAt())),
            now);
      }
    }
  }
}
