package milodex.execution;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import milodex.ledger.Head;
import milodex.ledger.Ledger;

/// What a ledger had added up to at one of its events, so that not all of it has to be read again.
///
/// It is a copy of what the ledger says, to be thrown away at any time.
///
/// @param head the newest event that was folded
/// @param state the books as JSON, as [Books] writes them
public record Checkpoint(Head head, String state) {

  /// The state, or a part of it; empty if it is of another ledger or cannot be understood.
  ///
  /// @param read from JSON; throws IllegalArgumentException for what it cannot understand
  /// @param seq up to which event it is
  <T> Optional<T> of(Ledger ledger, Function<String, T> read, ToLongFunction<T> seq) {
    if (!ledger.wasAt(head)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(state)).filter(known -> seq.applyAsLong(known) == head.seq());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
