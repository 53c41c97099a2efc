package milodex.execution;

import java.io.UncheckedIOException;
import java.util.Optional;
import milodex.broker.BrokerUnavailableException;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.portfolio.BooksContradictedException;

/// What went wrong while several things were done, each of which must not keep the others undone.
///
/// A broker that does not answer is no failure, only a reason to ask it nothing more for now. A
/// ledger that cannot be written or believed ends everything at once, and so does a file that
/// fails.
final class Failures {

  private Optional<RuntimeException> first = Optional.empty();
  private boolean brokerIsSilent;

  void collect(Runnable one) {
    try {
      one.run();
    } catch (LedgerUnavailableException
        | LedgerCorruptException
        | BooksContradictedException
        | UncheckedIOException e) {
      throw e;
    } catch (BrokerUnavailableException e) {
      brokerIsSilent = true;
    } catch (RuntimeException e) {
      if (first.isEmpty()) {
        first = Optional.of(e);
      } else if (!first.get().equals(e)) {
        first.get().addSuppressed(e);
      }
    }
  }

  /// Whether the broker has failed to answer.
  boolean areOfTheBroker() {
    return brokerIsSilent;
  }

  /// Throws what was thrown first, the others with it, if anything was.
  void rethrow() {
    if (first.isPresent()) {
      throw first.get();
    }
  }
}
