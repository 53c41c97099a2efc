package milodex.cli;

import java.io.UncheckedIOException;
import java.util.function.Supplier;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;

/// The kill switch could not be tripped, because the ledger could not take it or be reached.
final class NothingHaltedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RuntimeException why;

  /// @param why what the ledger or its folder said
  NothingHaltedException(RuntimeException why) {
    super(why);
    this.why = why;
  }

  /// Does what has to be done before anything is halted.
  static <T> T unless(Supplier<T> work) {
    try {
      return work.get();
    } catch (LedgerCorruptException | LedgerUnavailableException | UncheckedIOException e) {
      throw new NothingHaltedException(e);
    }
  }

  /// What the ledger or its folder said.
  RuntimeException why() {
    return why;
  }
}
