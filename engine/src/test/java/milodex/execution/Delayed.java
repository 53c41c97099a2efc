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

/// A ledger whose reader sees nothing until it has tried to append.
final class Delayed implements Ledger {

  private final Ledger real;
  private boolean tried;

  Delayed(Ledger real) {
    this.real = real;
  }

  @Override
  public long append(Instant at, List<Draft> drafts) {
    tried = true;
    return real.append(at, drafts);
  }

  @Override
  public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    tried = true;
    return real.appendIf(riskHead, at, drafts);
  }

  @Override
  public void replay(long after, Consumer<Event> reader) {
    if (tried) {
      real.replay(after, reader);
    }
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
  public void close() {
    real.close();
  }
}
