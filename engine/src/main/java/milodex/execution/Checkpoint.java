package milodex.execution;

import java.util.Optional;
import java.util.function.ToLongFunction;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.StateCodec;

/// What a ledger had added up to at one of its events, so that not all of it has to be read again.
///
/// It is a copy of what the ledger says, to be thrown away at any time.
///
/// @param head the newest event that was folded
/// @param state the books as JSON, as [Books] writes them
public record Checkpoint(Head head, String state) {

  /// The state, or a part of it; empty if it is of another ledger or cannot be understood.
  ///
  /// @param kind with a component for each part that is asked for
  /// @param seq its component of that name, which says up to which event it is
  <T extends Record> Optional<T> of(Ledger ledger, Class<T> kind, ToLongFunction<T> seq) {
    if (!ledger.wasAt(head)) {
      return Optional.empty();
    }
    try {
      return Optional.of(StateCodec.read(state, kind))
          .filter(known -> seq.applyAsLong(known) == head.seq());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
