package milodex.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Head;
import milodex.ledger.Ledger;

/// A ledger that notes what was appended together.
record AppendLog(Ledger real, List<List<Draft>> appends) implements Ledger {

  @Override
  public long append(Instant at, List<Draft> drafts) {
    long first = real.append(at, drafts);
    appends.add(drafts);
    return first;
  }

  @Override
  public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    OptionalLong first = real.appendIf(riskHead, at, drafts);
    first.ifPresent(_ -> appends.add(drafts));
    return first;
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
  public Optional<Event> event(long seq) {
    return real.event(seq);
  }

  @Override
  public void replay(long after, Consumer<Event> reader) {
    real.replay(after, reader);
  }

  @Override
  public void close() {
    real.close();
  }
}
