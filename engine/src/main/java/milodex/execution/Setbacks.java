package milodex.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import milodex.ledger.OrderStatus;

/// How often a wish was tried in vain, so that an exit which cannot succeed is not tried for ever.
///
/// @param day the exchange's day in which orders of it last ended without being filled whole
/// @param orders how many did so in that day
/// @param parked whether the wish was put aside for the rest of that day
/// @param notBefore when it may be tried again
public record Setbacks(LocalDate day, int orders, boolean parked, Instant notBefore) {

  /// Never tried in vain.
  public static final Setbacks NONE = new Setbacks(LocalDate.MIN, 0, false, Instant.MIN);

  private static final int MOST_ORDERS = 5;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// Whether so many of its orders ended in vain on `today` that no more may leave.
  boolean areTooMany(LocalDate today) {
    return today.equals(day) && orders >= MOST_ORDERS;
  }

  /// Whether the last one was so shortly ago that it is not tried again.
  boolean areTooFresh(Instant now) {
    return now.isBefore(notBefore);
  }

  /// After an order of it ended with `status`, not filled whole. One that the broker does not have
  /// has waited long enough.
  Setbacks ended(OrderStatus status, Instant at) {
    LocalDate today = OrderLog.dayOf(at);
    Instant next =
        switch (status) {
          case NOT_RECEIVED, RESOLVED -> at;
          case ACCEPTED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED, UNKNOWN ->
              at.plus(PAUSE);
        };
    return today.equals(day)
        ? new Setbacks(day, orders + 1, parked, next)
        : new Setbacks(today, 1, false, next);
  }

  /// After it was put aside.
  Setbacks park() {
    return new Setbacks(day, orders, true, notBefore);
  }

  /// After the gate refused it.
  Setbacks refused(Instant at) {
    return new Setbacks(day, orders, parked, at.plus(PAUSE));
  }
}
