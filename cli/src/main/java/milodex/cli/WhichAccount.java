package milodex.cli;

import java.util.Optional;

/// Which account a command works on: the operator's, or that of a rehearsal.
final class WhichAccount {

  private Optional<String> rehearsal = Optional.empty();

  /// What it takes.
  Usage usage() {
    return Usage.shared()
        .option(
            "--rehearsal",
            "NAME",
            String.class,
            "That of this rehearsal; the first digits of its name are enough.",
            it -> rehearsal = Optional.of(it));
  }

  /// The account; throws [Failure] if there is no such rehearsal.
  Account of(Invocation invocation) {
    Workspace workspace = invocation.workspace();
    return new Account(
        invocation,
        new Wiring(workspace),
        rehearsal.map(name -> RehearsalFolder.named(workspace, name)));
  }
}
