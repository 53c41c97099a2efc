package milodex.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.LedgerUnavailableException;

/// A ledger whose process dies, or whose disk refuses, while it appends; what was appended stays.
final class FaultyLedger implements Ledger {

  private final Ledger real;
  private final Adversary adversary;

  FaultyLedger(Ledger real, Adversary adversary) {
    this.real = real;
    this.adversary = adversary;
  }

  @Override
  public long append(Instant at, List<Draft> drafts) {
    return appending(drafts, () -> real.append(at, drafts));
  }

  @Override
  public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    return appending(drafts, () -> real.appendIf(riskHead, at, drafts));
  }

  private <T> T appending(List<Draft> drafts, Supplier<T> append) {
    String key = drafts.getFirst().key();
    if (adversary.strikes(Fault.DIED_BEFORE, key)) {
      throw new Died();
    }
    if (adversary.strikes(Fault.DISK_REFUSED, key)) {
      throw new LedgerUnavailableException("The disk is full.", new IllegalStateException(key));
    }
    T appended = append.get();
    if (adversary.strikes(Fault.DIED_AFTER, key)) {
      throw new Died();
    }
    return appended;
  }

  @Override
  public long riskHead() {
    return real.riskHead();
  }

  @Override
  public Head head() {
    return real.head();
  }

  @Override
  public boolean wasAt(Head head) {
    return real.wasAt(head);
  }

  @Override
  public Optional<Event> event(long seq) {
    return real.event(seq);
  }

  @Override
  public void replay(long after, Consumer<Event> reader) {
    real.replay(after, reader);
  }

  @Override
  public void close() {}
}
