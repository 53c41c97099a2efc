package milodex.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why an event is in the ledger, and what it led to.
///
/// @param causes the event itself, then its cause, and so on back to the root: newest first
/// @param effects the events it led to directly, oldest first
public record Explanation(List<Event> causes, List<Event> effects) {

  public Explanation {
    causes = List.copyOf(causes);
    effects = List.copyOf(effects);
  }

  /// The explanation of the event `seq`; empty if `ledger` has no such event.
  public static Optional<Explanation> of(Ledger ledger, long seq) {
    List<Event> causes = new ArrayList<>();
    Optional<Event> next = ledger.event(seq);
    while (next.isPresent()) {
      causes.add(next.get());
      next = ledger.event(next.get().cause());
    }
    if (causes.isEmpty()) {
      return Optional.empty();
    }
    List<Event> effects = new ArrayList<>();
    ledger.replay(
        seq,
        event -> {
          if (event.cause() == seq) {
            effects.add(event);
          }
        });
    return Optional.of(new Explanation(causes, effects));
  }
}
