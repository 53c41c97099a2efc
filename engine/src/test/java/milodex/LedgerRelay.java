package milodex;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Head;
import milodex.ledger.Ledger;

/// A ledger that hands everything on to another; what it does otherwise is all that a test writes.
public interface LedgerRelay extends Ledger {

  /// The one that keeps the events.
  Ledger real();

  @Override
  default long append(Instant at, List<Draft> drafts) {
    return real().append(at, drafts);
  }

  @Override
  default OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    return real().appendIf(riskHead, at, drafts);
  }

  @Override
  default long riskHead() {
    return real().riskHead();
  }

  @Override
  default Head head() {
    return real().head();
  }

  @Override
  default boolean wasAt(Head head) {
    return real().wasAt(head);
  }

  @Override
  default Optional<Event> event(long seq) {
    return real().event(seq);
  }

  @Override
  default void replay(long after, Consumer<Event> reader) {
    real().replay(after, reader);
  }

  @Override
  default void close() {
    real().close();
  }
}
