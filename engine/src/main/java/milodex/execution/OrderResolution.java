package milodex.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.OrderStatus;
import milodex.risk.Circumstances.SentOrder;

/// The operator's word on an order whose outcome the broker does not tell, or that it denies.
public final class OrderResolution {

  private OrderResolution() {}

  /// States that nothing more of an order will be filled: what was filled stays, what was reserved
  /// is free, and an exit is planned again. A fill of it that the broker tells later is booked
  /// nevertheless.
  ///
  /// @param broker empty: none is attached
  /// @param reason how the operator knows
  /// @return seq of the statement
  /// @throws IllegalArgumentException if `reason` is blank, `order` is not known, or there is a
  ///     [#hindrance]
  /// @throws milodex.broker.BrokerUnavailableException if the broker has to be asked and does not
  ///     answer
  public static long resolve(
      Books books, Optional<Brokerage> broker, ClientOrderId order, String reason, Instant now) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an order is resolved with a reason");
    }
    while (true) {
      Sent sent = resolvable(books, broker, order, now);
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

  /// Why the operator's word does not end `order`, in words; empty: it does.
  ///
  /// It ends an UNKNOWN order. One that the broker had taken it ends only with the broker's proof:
  /// [OrderWatch#VISIBILITY_LAG] after it was sent it shows no order of that id, and none of the
  /// symbol works there that is not ours and could have taken its place.
  ///
  /// @param broker empty: none is attached
  /// @throws milodex.broker.BrokerUnavailableException if the broker has to be asked and does not
  ///     answer
  public static Optional<String> hindrance(
      Books books, Optional<Brokerage> broker, SentOrder order, Instant now) {
    if (order.status() == OrderStatus.UNKNOWN) {
      return Optional.empty();
    }
    if (order.status().isFinal()) {
      return Optional.of("it is " + order.status() + "; only an open one is resolved");
    }
    if (broker.isEmpty()) {
      return Optional.of("it is " + order.status() + ", and no broker is attached to deny it");
    }
    Duration age = Duration.between(order.sentAt(), now);
    return age.compareTo(OrderWatch.VISIBILITY_LAG) < 0
        ? Optional.of(
            "it was sent %d s ago, and a broker may take %d s to show an order"
                .formatted(age.toSeconds(), OrderWatch.VISIBILITY_LAG.toSeconds()))
        : shown(books, broker.get(), order);
  }

  private static Optional<String> shown(Books books, Brokerage broker, SentOrder order) {
    Optional<OrderReport> found = broker.find(order.id());
    if (found.isPresent()) {
      return found.map(one -> "the broker shows it, " + one.status());
    }
    return broker.working().stream()
        .filter(one -> one.symbol().equals(order.symbol()))
        .filter(one -> one.order().equals(order.id()) || books.orders().find(one.order()).isEmpty())
        .findFirst()
        .map(
            one ->
                "the broker shows the order %s of %s, which may be what became of it"
                    .formatted(one.order(), one.symbol()));
  }

  private static Sent resolvable(
      Books books, Optional<Brokerage> broker, ClientOrderId id, Instant now) {
    Sent sent =
        books
            .orders()
            .sent(id)
            .orElseThrow(
                () -> new IllegalArgumentException("no order " + id + " is kept in the books"));
    Optional<String> hindrance = hindrance(books, broker, sent.order(), now);
    if (hindrance.isPresent()) {
      throw new IllegalArgumentException(
          "the order " + id + " cannot be resolved: " + hindrance.get());
    }
    return sent;
  }
}
