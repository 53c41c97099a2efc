package milodex.execution;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import milodex.LedgerRelay;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Ledger;

/// A ledger whose reader sees nothing until it has tried to append.
final class Delayed implements LedgerRelay {

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
  public Ledger real() {
    return real;
  }
}
