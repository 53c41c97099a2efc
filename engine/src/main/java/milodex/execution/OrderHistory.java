package milodex.execution;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.risk.Circumstances.SentOrder;

/// Every order that was ever sent, what became of it and why it was sent: a fold of the ledger,
/// `ledger.replay(history)`.
public final class OrderHistory implements Consumer<Event> {

  /// All kinds of facts that tell of orders.
  public static final Set<FactType> KINDS =
      Set.of(
          FactType.BOOKS_OPENED,
          FactType.INTENT_RECORDED,
          FactType.ORDER_SUBMITTED,
          FactType.ORDER_REPORTED,
          FactType.ORDER_RESOLVED,
          FactType.CANCEL_REQUESTED,
          FactType.FILL_RECORDED);

  private final OrderLog log = new OrderLog();
  private final Map<String, Intent> wishes = new HashMap<>();
  private final Map<ClientOrderId, Remembered> orders = new LinkedHashMap<>();

  /// An order as it stands now.
  ///
  /// @param submission seq of the event that told that it was about to be sent
  /// @param wish what it carries out; empty if no wish led to it
  /// @param says what was last said of it, by the broker or by the operator; empty: nothing
  public record Remembered(long submission, SentOrder order, Optional<Intent> wish, String says) {

    private Remembered with(Optional<Intent> found) {
      return new Remembered(submission, order, found, says);
    }
  }

  /// The orders that are not final and those of the newest exchange day, in the order in which they
  /// were sent. What is older is not read.
  ///
  /// @param ledger that of `log`, or all that it tells of the kinds of [#KINDS]
  public static List<Remembered> newest(Ledger ledger, OrderLog log) {
    List<Sent> kept = log.kept();
    if (kept.isEmpty()) {
      return List.of();
    }
    Causes causes = new Causes(ledger, log);
    OrderHistory since = new OrderHistory();
    ledger.replay(beginning(kept.getFirst(), causes) - 1, since);
    return kept.stream()
        .map(sent -> sent.order().id())
        .map(id -> Objects.requireNonNull(since.orders.get(id)))
        .map(one -> one.wish().isPresent() ? one : one.with(causes.wishOf(one.order().id())))
        .toList();
  }

  /// At which event the story of an order begins: wishes are recorded together, so those of the
  /// orders behind it mostly come after that of the first.
  private static long beginning(Sent first, Causes causes) {
    return causes.recorded(first.order().id()).map(Event::seq).orElse(first.submission());
  }

  /// In the order in which they were sent.
  public List<Remembered> orders() {
    return List.copyOf(orders.values());
  }

  /// Takes in the next event.
  @Override
  public void accept(Event event) {
    log.apply(event);
    if (event.fact() instanceof Fact.IntentRecorded(Intent intent)) {
      wishes.put(intent.id(), intent);
    } else if (event.fact() instanceof Fact.OrderFact fact) {
      note(event.seq(), fact);
    }
  }

  private void note(long seq, Fact.OrderFact fact) {
    switch (fact) {
      case Fact.OrderSubmitted sent -> note(seq, sent.order(), Optional.of(sent.intent()), "");
      case Fact.OrderReported told -> note(seq, told.order(), Optional.empty(), told.says());
      case Fact.CancelRequested asked -> note(seq, asked.order(), Optional.empty(), asked.reason());
      case Fact.OrderResolved said -> note(seq, said.order(), Optional.empty(), said.reason());
    }
  }

  private void note(long seq, ClientOrderId id, Optional<String> intent, String says) {
    Optional<Remembered> before = Optional.ofNullable(orders.get(id));
    log.find(id)
        .ifPresent(
            order ->
                orders.put(
                    id,
                    new Remembered(
                        before.map(Remembered::submission).orElse(seq),
                        order,
                        before.flatMap(Remembered::wish).or(() -> intent.map(wishes::get)),
                        says.isEmpty() ? before.map(Remembered::says).orElse("") : says)));
  }
}
