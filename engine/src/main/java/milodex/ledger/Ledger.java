package milodex.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// The book that only grows. All state is a fold of it.
///
/// Every implementation keeps the same contract: seqs from 1 without gaps, unique keys, all or
/// nothing appends, a hash chain over the canonical bytes.
public interface Ledger extends AutoCloseable {

  /// Appends all drafts or none, durably where the ledger is durable.
  ///
  /// @return seq of the first of them
  /// @throws DuplicateKeyException if a key is already in the ledger
  long append(Instant at, List<Draft> drafts);

  /// Appends one draft.
  default long append(Instant at, Draft draft) {
    return append(at, List.of(draft));
  }

  /// Appends only if no fact that moves the risk head has been appended since `riskHead`, which is
  /// none that can change a verdict or end a wish.
  ///
  /// @return seq of the first, or empty if the risk head has moved and nothing was appended
  OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts);

  /// Seq of the newest event that can change a verdict or end a wish; 0 if there is none.
  long riskHead();

  Head head();

  /// Whether `head` was once the newest of this ledger: that event is there as it was written.
  ///
  /// A ledger that cannot tell says no.
  default boolean wasAt(Head head) {
    return false;
  }

  /// The event with this seq; empty if the ledger has none.
  Optional<Event> event(long seq);

  /// Hands every event with a seq above `after` to `reader`, in order.
  void replay(long after, Consumer<Event> reader);

  /// Hands every event of the ledger to `reader`, in order.
  default void replay(Consumer<Event> reader) {
    replay(0, reader);
  }

  /// Hands every event of these kinds to `reader`, in order.
  default void replay(Set<FactType> kinds, Consumer<Event> reader) {
    replay(0, kinds, reader);
  }

  /// Hands every event of these kinds with a seq above `after` to `reader`, in order. The others
  /// need not be understood, and are checked as far as the ledger checks what it reads: a ledger
  /// that knows that it has checked them does not read them again.
  default void replay(long after, Set<FactType> kinds, Consumer<Event> reader) {
    replay(
        after,
        event -> {
          if (kinds.contains(FactType.of(event.fact()))) {
            reader.accept(event);
          }
        });
  }

  @Override
  void close();
}
