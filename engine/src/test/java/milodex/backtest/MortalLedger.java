package milodex.backtest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import milodex.LedgerRelay;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;

/// A ledger whose process dies at one of its appends, with what is appended kept or not.
///
/// @param appends how many are left, that one counted
record MortalLedger(Ledger real, AtomicInteger appends, boolean kept) implements LedgerRelay {

  /// A process died: nothing of ours may catch it.
  static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }

  /// Whether the process dies of `work`.
  static boolean dies(Runnable work) {
    try {
      work.run();
      return false;
    } catch (Died _) {
      return true;
    }
  }

  @Override
  public long append(Instant at, List<Draft> drafts) {
    return appending(() -> real.append(at, drafts));
  }

  @Override
  public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    return appending(() -> real.appendIf(riskHead, at, drafts));
  }

  private <T> T appending(Supplier<T> append) {
    boolean dies = appends.decrementAndGet() == 0;
    if (dies && !kept) {
      throw new Died();
    }
    T appended = append.get();
    if (dies) {
      throw new Died();
    }
    return appended;
  }
}
