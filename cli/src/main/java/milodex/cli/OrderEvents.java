package milodex.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import milodex.execution.WishHistory;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;

/// The event that each order was sent by, or that the operator wished it by while it was not sent:
/// a fold of the ledger, `ledger.replay(OrderEvents.KINDS, events)`.
final class OrderEvents implements Consumer<Event> {

  /// The kinds of facts that orders begin with.
  static final Set<FactType> KINDS = Set.of(FactType.INTENT_RECORDED, FactType.ORDER_SUBMITTED);

  private final Map<ClientOrderId, Long> events = new LinkedHashMap<>();

  /// @param seq of the event
  record Begun(ClientOrderId order, long seq) {}

  /// Of all orders.
  List<Begun> all() {
    return events.entrySet().stream().map(one -> new Begun(one.getKey(), one.getValue())).toList();
  }

  /// Takes in the next event.
  @Override
  public void accept(Event event) {
    if (event.fact() instanceof Fact.OrderSubmitted sent) {
      events.put(sent.order(), event.seq());
    } else if (event.fact() instanceof Fact.IntentRecorded(var wish) && wish.byHand().isPresent()) {
      events.put(WishHistory.orderOf(wish), event.seq());
    }
  }
}
