package milodex.execution;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.OrderStatus;
import milodex.ledger.RiskFact;
import milodex.market.ExchangeCalendar;

/// Orders of one exchange day that the broker rejected or did not answer: a fold of the ledger.
///
/// A halt that was tripped by them counts from nothing again.
public final class SubmitFailures {

  /// The reason code of a halt for too many of them.
  public static final String CODE = "submit_failures";

  private final Set<ClientOrderId> failed = new LinkedHashSet<>();
  private LocalDate day = LocalDate.MIN;

  /// All it is.
  record State(List<ClientOrderId> failed, LocalDate day) {}

  /// How many there were on `date`, as far as they still count.
  public int on(LocalDate date) {
    return date.equals(day) ? failed.size() : 0;
  }

  State state() {
    return new State(List.copyOf(failed), day);
  }

  void restore(State state) {
    failed.addAll(state.failed());
    day = state.day();
  }

  void apply(Event event) {
    if (event.fact() instanceof Fact.OrderReported reported && isFailure(reported.status())) {
      LocalDate today = event.at().atZone(ExchangeCalendar.nyse().zone()).toLocalDate();
      if (!today.equals(day)) {
        day = today;
        failed.clear();
      }
      failed.add(reported.order());
    } else if (event.fact() instanceof RiskFact.HaltTripped tripped
        && tripped.trigger().equals(CODE)) {
      failed.clear();
    }
  }

  private static boolean isFailure(OrderStatus status) {
    return switch (status) {
      case REJECTED, UNKNOWN -> true;
      case ACCEPTED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, NOT_RECEIVED, RESOLVED -> false;
    };
  }
}
