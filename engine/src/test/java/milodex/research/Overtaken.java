package milodex.research;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Head;
import milodex.ledger.Ledger;

/// A ledger in which somebody else writes just before our first append does.
final class Overtaken implements Ledger {

  private final Ledger ledger;
  private final Runnable other;
  private boolean overtaken;

  Overtaken(Ledger ledger, Runnable other) {
    this.ledger = ledger;
    this.other = other;
  }

  @Override
  public long append(Instant at, List<Draft> drafts) {
    overtake();
    return ledger.append(at, drafts);
  }

  @Override
  public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    overtake();
    return ledger.appendIf(riskHead, at, drafts);
  }

  private void overtake() {
    if (!overtaken) {
      overtaken = true;
      other.run();
    }
  }

  @Override
  public long riskHead() {
    return ledger.riskHead();
  }

  @Override
  public Head head() {
    return ledger.head();
  }

  @Override
  public Optional<Event> event(long seq) {
    return ledger.event(seq);
  }

  @Override
  public void replay(long after, Consumer<Event> reader) {
    ledger.replay(after, reader);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
