package milodex.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/// Which account a command works on: the operator's, or that of a rehearsal.
final class WhichAccount {

  @Option(
      names = "--rehearsal",
      paramLabel = "NAME",
      description = "That of this rehearsal; the first digits of its name are enough.")
  private Optional<String> rehearsal = Optional.empty();

  /// The account; throws [Failure] if there is no such rehearsal.
  Account of(Invocation invocation) {
    Workspace workspace = invocation.workspace();
    return new Account(
        invocation,
        new Wiring(workspace),
        rehearsal.map(name -> RehearsalFolder.named(workspace, name)));
  }
}
