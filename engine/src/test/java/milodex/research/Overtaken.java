package milodex.research;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import milodex.LedgerRelay;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;

/// A ledger in which somebody else writes just before our first append does.
final class Overtaken implements LedgerRelay {

  private final Ledger real;
  private final Runnable other;
  private boolean overtaken;

  Overtaken(Ledger real, Runnable other) {
    this.real = real;
    this.other = other;
  }

  @Override
  public long append(Instant at, List<Draft> drafts) {
    overtake();
    return real.append(at, drafts);
  }

  @Override
  public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    overtake();
    return real.appendIf(riskHead, at, drafts);
  }

  private void overtake() {
    if (!overtaken) {
      overtaken = true;
      other.run();
    }
  }

  @Override
  public Ledger real() {
    return real;
  }
}
