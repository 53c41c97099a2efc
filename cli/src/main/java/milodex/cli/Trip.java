package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import milodex.execution.Books;
import milodex.execution.HaltLatch;
import milodex.execution.Incident;
import milodex.execution.KillSwitch;
import milodex.execution.TripOutcome;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.sqlite.SqliteLedger;

/// A trip of the kill switch that latches whatever becomes of the rest.
///
/// @param trigger its reason code
/// @param reason what it says, in words
record Trip(Account account, HaltScope scope, HaltMode mode, String trigger, String reason) {

  /// The ledger that a trip is written into; throws [NothingHaltedException] if it cannot be used.
  static SqliteLedger ledger(Account account) {
    return NothingHaltedException.unless(
        () -> {
          try {
            return account.ledger();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// Latches the halt, cancels what works, and looks whether it has ended.
  ///
  /// Throws [NothingHaltedException] if the ledger could not take the halt, and [Failure] if it did
  /// and nothing else could be done.
  TripOutcome now(SqliteLedger ledger, Instant now, Console console) {
    boolean isSoonKnown = NothingHaltedException.unless(() -> account.isSoonKnown(ledger));
    Optional<String> latched = isSoonKnown ? Optional.empty() : latchedAhead(ledger, now, console);
    Books books = books(ledger, latched, now);
    KillSwitch killSwitch = new KillSwitch(books, account.brokerageOrSilence(), account.sendLock());
    TripOutcome outcome = tripped(killSwitch, books, latched, now);
    account.keep(books);
    return outcome;
  }

  /// A long ledger takes its time to be added up, and a halt has none.
  ///
  /// @return what the incident is called; empty if it was halted before
  private Optional<String> latchedAhead(SqliteLedger ledger, Instant now, Console console) {
    Optional<String> incident = latched(ledger, now);
    console.note(
        incident
                .map(name -> "The halt is latched: incident " + name + ".")
                .orElse("It was halted already.")
            + " Nothing was kept of what this long ledger comes to, so it is added up now,"
            + " before orders are cancelled.");
    return incident;
  }

  /// Latches the halt by what is known of halts alone; empty if it was halted before.
  private Optional<String> latched(SqliteLedger ledger, Instant now) {
    return NothingHaltedException.unless(
        () -> latch(ledger).latch(scope, mode, trigger, reason, now));
  }

  private static HaltLatch latch(SqliteLedger ledger) {
    return new HaltLatch(ledger, new SomeFacts(ledger, HaltLatch.FACTS));
  }

  /// What the ledger adds up to; if it cannot be added up, the halt is latched all the same.
  private Books books(SqliteLedger ledger, Optional<String> latched, Instant now) {
    try {
      return account.books(ledger);
    } catch (RuntimeException e) {
      throw latched
          .or(() -> latched(ledger, now))
          .map(incident -> onlyLatched("The halt is latched, incident " + incident, e))
          .orElseGet(
              () ->
                  NothingHaltedException.unless(() -> latch(ledger).open(scope, mode))
                      .map(before -> onlyLatched("It was halted already, incident " + before, e))
                      .orElseThrow(() -> e));
    }
  }

  /// What fails once the halt is latched is no failure to halt.
  private TripOutcome tripped(
      KillSwitch killSwitch, Books books, Optional<String> latched, Instant now) {
    try {
      return latched
          .map(incident -> killSwitch.goOn(incident, now))
          .orElseGet(() -> killSwitch.trip(scope, mode, trigger, reason, now));
    } catch (LedgerCorruptException | LedgerUnavailableException e) {
      throw books
          .halts()
          .open(scope, mode)
          .map(Incident::id)
          .or(() -> latched)
          .<RuntimeException>map(incident -> notVerified(incident, e))
          .orElseGet(() -> new NothingHaltedException(e));
    }
  }

  private Failure notVerified(String incident, RuntimeException why) {
    return new Failure(
        ExitCode.OUTCOME_UNKNOWN,
        "halt_not_verified",
        "What became of the orders could not be written down.",
        String.valueOf(why.getMessage()),
        "The halt is latched, incident %s; orders may be cancelled or not.".formatted(incident),
        "Do what is said above, then give the command again: it cancels and verifies once more. Look"
            + " at your broker meanwhile.");
  }

  private Failure onlyLatched(String latched, RuntimeException why) {
    return new Failure(
        ExitCode.INTEGRITY,
        "halt_only_latched",
        "No order could be cancelled: the books cannot be added up.",
        String.valueOf(why.getMessage()),
        latched + ", and nothing else was done.",
        "Cancel at your broker what works there, then look at the ledger: `milodex ledger verify"
            + account.option()
            + "`.");
  }
}
