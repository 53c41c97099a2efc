package milodex.execution;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.OrderStatus;
import milodex.risk.Circumstances.SentOrder;

/// The operator's word on an order whose outcome the broker does not tell.
public final class OrderResolution {

  private OrderResolution() {}

  /// States that nothing more of an UNKNOWN order will be filled: what was filled stays, what was
  /// reserved is free. A fill of it that the broker tells later is booked nevertheless.
  ///
  /// @param reason how the operator knows
  /// @return seq of the statement
  /// @throws IllegalArgumentException if `reason` is blank, or `order` is not known or not UNKNOWN
  public static long resolve(Books books, ClientOrderId order, String reason, Instant now) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an order is resolved with a reason");
    }
    while (true) {
      Sent sent = unknown(books, order);
      Draft resolved =
          Draft.because(
              sent.submission(),
              "resolved/" + order,
              new Fact.OrderResolved(order, sent.order().symbol(), reason));
      OptionalLong seq = books.recordIf(books.riskHead(), now, List.of(resolved));
      if (seq.isPresent()) {
        return seq.getAsLong();
      }
    }
  }

  private static Sent unknown(Books books, ClientOrderId id) {
    Sent sent =
        books
            .orders()
            .sent(id)
            .orElseThrow(
                () -> new IllegalArgumentException("no order " + id + " is kept in the books"));
    SentOrder order = sent.order();
    if (order.status() != OrderStatus.UNKNOWN) {
      throw new IllegalArgumentException(
          "the order " + id + " is " + order.status() + "; only an UNKNOWN one is resolved");
    }
    return sent;
  }
}
