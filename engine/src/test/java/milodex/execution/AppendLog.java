package milodex.execution;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import milodex.LedgerRelay;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;

/// A ledger that notes what was appended together.
record AppendLog(Ledger real, List<List<Draft>> appends) implements LedgerRelay {

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
}
