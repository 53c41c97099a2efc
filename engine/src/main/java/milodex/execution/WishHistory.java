package milodex.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Intent;
import milodex.risk.ClientOrderIds;

/// Every wish of the operator in the books that are open, and what became of it: a fold of the
/// ledger, `ledger.replay(WishHistory.KINDS, history)`.
public final class WishHistory implements Consumer<Event> {

  /// All kinds of facts that tell of wishes.
  public static final Set<FactType> KINDS =
      Set.of(
          FactType.BOOKS_OPENED,
          FactType.INTENT_RECORDED,
          FactType.INTENT_CLOSED,
          FactType.ORDER_SUBMITTED);

  private final Map<String, Remembered> wishes = new LinkedHashMap<>();

  /// A wish as it stands now; it waits while it has neither.
  ///
  /// @param order what it became
  /// @param end how it ended without an order
  public record Remembered(
      Intent wish, Optional<ClientOrderId> order, Optional<Fact.IntentClosed> end) {}

  /// The id of the only order that a wish of the operator can ever become.
  public static ClientOrderId orderOf(Intent byHand) {
    return ClientOrderIds.of(byHand.id(), 1);
  }

  /// In the order in which they were wished.
  public List<Remembered> wishes() {
    return List.copyOf(wishes.values());
  }

  /// The wish of this id; empty if the operator never had it.
  public Optional<Remembered> find(String intent) {
    return Optional.ofNullable(wishes.get(intent));
  }

  /// Takes in the next event.
  @Override
  public void accept(Event event) {
    if (event.fact() instanceof Fact.BooksOpened) {
      wishes.clear();
    } else if (event.fact() instanceof Fact.IntentRecorded(Intent wish)
        && wish.byHand().isPresent()) {
      wishes.put(wish.id(), new Remembered(wish, Optional.empty(), Optional.empty()));
    } else if (event.fact() instanceof Fact.OrderSubmitted sent) {
      wishes.computeIfPresent(
          sent.intent(),
          (_, one) -> new Remembered(one.wish(), Optional.of(sent.order()), Optional.empty()));
    } else if (event.fact() instanceof Fact.IntentClosed end) {
      wishes.computeIfPresent(
          end.intent(), (_, one) -> new Remembered(one.wish(), Optional.empty(), Optional.of(end)));
    }
  }
}
