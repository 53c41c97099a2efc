package milodex.execution;

import java.util.List;
import java.util.stream.Collectors;
import milodex.ledger.ClientOrderId;

/// What tripping the kill switch led to. In every case the halt is latched.
public sealed interface TripOutcome {

  /// The incident that stops the orders now.
  Incident incident();

  /// Whether this trip latched it; otherwise it was open before.
  boolean isNew();

  /// What is known of the orders, in plain words.
  String says();

  /// Nothing the halt stops works at the broker, and nothing is on its way.
  ///
  /// @param says what became of the orders that worked
  record Verified(Incident incident, boolean isNew, String says) implements TripOutcome {}

  /// The broker was told to cancel, and these orders still work there or have no known outcome.
  record StillWorking(Incident incident, boolean isNew, List<ClientOrderId> orders, String says)
      implements TripOutcome {
    public StillWorking {
      orders = List.copyOf(orders);
    }
  }

  /// The broker gave no answer, so nothing is known of what works there.
  record Unanswered(Incident incident, boolean isNew, String says) implements TripOutcome {}

  /// Somebody held the send lock for too long: one submission may still be on its way.
  record OnItsWay(Incident incident, boolean isNew, String says) implements TripOutcome {}

  /// There is no broker to ask.
  ///
  /// @param orders those without a known end in the books
  record NoBroker(Incident incident, boolean isNew, List<ClientOrderId> orders)
      implements TripOutcome {
    public NoBroker {
      orders = List.copyOf(orders);
    }

    @Override
    public String says() {
      return orders.isEmpty()
          ? "No broker is attached to this workspace: there was nothing to cancel."
          : "No broker is attached to this workspace, and the books know no end of "
              + named(orders)
              + ".";
    }
  }

  /// `mx-1, mx-2`.
  static String named(List<ClientOrderId> orders) {
    return orders.stream().map(ClientOrderId::toString).collect(Collectors.joining(", "));
  }
}
