package milodex.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// How often a wish was tried in vain, so that an exit which cannot succeed is not tried for ever.
///
/// @param day the exchange's day in which orders of it last ended without being filled whole
/// @param orders how many did so in that day
/// @param parked whether the wish was put aside for the rest of that day
/// @param refusedAt when the gate last refused it
public record Setbacks(LocalDate day, int orders, boolean parked, Instant refusedAt) {

  /// Never tried in vain.
  public static final Setbacks NONE = new Setbacks(LocalDate.MIN, 0, false, Instant.MIN);

  private static final int MOST_ORDERS = 5;
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

  /// Whether so many of its orders ended in vain on `today` that no more may leave.
  boolean areTooMany(LocalDate today) {
    return today.equals(day) && orders >= MOST_ORDERS;
  }

  /// Whether the gate refused it so shortly ago that it is not asked again.
  boolean areTooFresh(Instant now) {
    return now.isBefore(refusedAt.plus(AFTER_REFUSAL));
  }

  Setbacks ended(LocalDate today) {
    return today.equals(day)
        ? new Setbacks(day, orders + 1, parked, refusedAt)
        : new Setbacks(today, 1, false, refusedAt);
  }

  Setbacks park() {
    return new Setbacks(day, orders, true, refusedAt);
  }

  Setbacks refused(Instant at) {
    return new Setbacks(day, orders, parked, at);
  }
}
