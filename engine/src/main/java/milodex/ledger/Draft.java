package milodex.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A fact about to be appended.
///
/// @param key unique in the ledger for ever: appending it twice is refused
/// @param cause seq of the event that led to it, or 0 for none; below 0 it counts drafts backwards
///     in the same append: -1 is the draft before this one
public record Draft(Fact fact, String key, long cause) {

  /// Nothing in the ledger led to it.
  public static final long NO_CAUSE = 0;

  /// The draft before it in the same append led to it.
  public static final long PREVIOUS = -1;

  public static Draft of(String key, Fact fact) {
    return new Draft(fact, key, NO_CAUSE);
  }

  /// A fact that the event `cause` led to.
  public static Draft because(long cause, String key, Fact fact) {
    return new Draft(fact, key, cause);
  }

  /// A fact that the draft before it in the same append led to.
  public static Draft then(String key, Fact fact) {
    return new Draft(fact, key, PREVIOUS);
  }

  /// A fact that the draft `back` places before it in the same append led to.
  public static Draft then(int back, String key, Fact fact) {
    return new Draft(fact, key, -back);
  }

  /// Seq of the cause once this draft has become the event `seq`; 0 for none.
  public long causeAt(long seq) {
    return cause < 0 ? seq + cause : cause;
  }

  /// The events that `drafts` become when the first of them takes the seq `first`.
  ///
  /// @throws IllegalArgumentException if there is no draft, or a cause does not come before its
  ///     effect
  public static List<Event> number(List<Draft> drafts, long first, Instant at) {
    if (drafts.isEmpty()) {
      throw new IllegalArgumentException("an append needs at least one fact");
    }
    List<Event> events = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      events.add(draft.numbered(first + events.size(), first, at));
    }
    return events;
  }

  private Event numbered(long seq, long first, Instant at) {
    long before = causeAt(seq);
    if (cause < 0 ? before < first : before >= seq) {
      throw new IllegalArgumentException(
          "the cause " + cause + " of '" + key + "' does not come before event " + seq);
    }
    return new Event(seq, key, before, at, fact);
  }
}
