package milodex.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// A ledger that lives as long as its run. Facts stay objects; the chain is made when asked for.
public final class MemoryLedger implements Ledger {

  private final List<Event> events = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Chain chain = new Chain(Head.EMPTY, Optional.empty());
  private long riskHead;

  @Override
  public synchronized long append(Instant at, List<Draft> drafts) {
    long first = events.size() + 1L;
    List<Event> appended = Draft.number(drafts, first, at);
    addKeys(drafts);
    events.addAll(appended);
    for (Event event : appended) {
      if (FactType.of(event.fact()).movesRisk()) {
        riskHead = event.seq();
      }
    }
    return first;
  }

  @Override
  public synchronized OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    return riskHead == this.riskHead ? OptionalLong.of(append(at, drafts)) : OptionalLong.empty();
  }

  @Override
  public synchronized long riskHead() {
    return riskHead;
  }

  /// The newest event; its hash is computed from where the last call left off.
  @Override
  public synchronized Head head() {
    for (Event event : events.subList((int) chain.head().seq(), events.size())) {
      chain.link(event);
    }
    return chain.head();
  }

  @Override
  public synchronized boolean wasAt(Head head) {
    Chain before = new Chain(Head.EMPTY, Optional.empty());
    events.stream().limit(head.seq()).forEach(before::append);
    return before.head().equals(head);
  }

  @Override
  public synchronized Optional<Event> event(long seq) {
    return seq < 1 || seq > events.size()
        ? Optional.empty()
        : Optional.of(events.get((int) seq - 1));
  }

  @Override
  public synchronized void replay(long after, Consumer<Event> reader) {
    int end = events.size();
    for (long seq = after; seq < end; seq++) {
      reader.accept(events.get((int) seq));
    }
  }

  /// Nothing is held open: the ledger stays readable.
  @Override
  public void close() {}

  private void addKeys(List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i++) {
      if (!keys.add(drafts.get(i).key())) {
        drafts.subList(0, i).forEach(added -> keys.remove(added.key()));
        throw new DuplicateKeyException(drafts.get(i).key());
      }
    }
  }
}
