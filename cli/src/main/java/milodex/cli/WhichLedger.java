package milodex.cli;

import java.util.Optional;
import milodex.sqlite.SqliteLedger;

/// Which ledger a command reads: the operator's, or the one a rehearsal kept.
final class WhichLedger {

  private Optional<String> rehearsal = Optional.empty();

  /// What it takes.
  Usage usage() {
    return Usage.shared()
        .option(
            "--rehearsal",
            "NAME",
            String.class,
            "Read the ledger of this rehearsal; the first digits of its name are enough.",
            it -> rehearsal = Optional.of(it));
  }

  /// What has to be added to a command so that it means this ledger's account.
  String option() {
    return rehearsal.map(name -> " --rehearsal " + name).orElse("");
  }

  /// `this workspace`, or `rehearsal 0a1b2c3d4e5f`.
  String name() {
    return rehearsal.map(name -> "rehearsal " + name).orElse("this workspace");
  }

  /// The ledger, to be read only; throws [Failure] if there is none.
  SqliteLedger open(Wiring wiring) {
    return rehearsal
        .map(
            name ->
                SqliteLedger.openReadOnly(RehearsalFolder.named(wiring.workspace(), name).ledger()))
        .orElseGet(wiring::ledgerToRead);
  }
}
