package milodex.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.sqlite.SqliteLedger;

/// A ledger of which only the facts of some kinds are read, and to which nothing is appended.
record SomeFacts(SqliteLedger whole, Set<FactType> kinds) implements Ledger {

  @Override
  public long append(Instant at, List<Draft> drafts) {
    throw new UnsupportedOperationException("these facts are only read");
  }

  @Override
  public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    throw new UnsupportedOperationException("these facts are only read");
  }

  @Override
  public long riskHead() {
    return whole.riskHead();
  }

  @Override
  public Head head() {
    return whole.head();
  }

  @Override
  public boolean wasAt(Head head) {
    return whole.wasAt(head);
  }

  @Override
  public Optional<Event> event(long seq) {
    return whole.event(seq);
  }

  @Override
  public void replay(long after, Consumer<Event> reader) {
    whole.glance(after, kinds, reader);
  }

  @Override
  public void replay(long after, Set<FactType> wanted, Consumer<Event> reader) {
    if (!kinds.containsAll(wanted)) {
      throw new IllegalArgumentException("wanted has kinds that are not among these: " + wanted);
    }
    whole.glance(after, wanted, reader);
  }

  @Override
  public void close() {
    whole.close();
  }
}
