package milodex.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Copies what a workspace cannot make again.
@Command(
    name = "backup",
    description = {
      "Copy ledger, paper account, configurations, plug-ins, bars and records to a new folder.",
      "Strategies may run meanwhile. The copy is checked before it counts as a backup, and nothing"
          + " that exists is overwritten. Rehearsals and reports can be made again and stay out."
    })
final class BackupCommand implements Action {

  @Parameters(paramLabel = "DIRECTORY", description = "A folder that is new or empty.")
  private Path directory = Path.of("");

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Path target = invocation.environment().directory().resolve(directory).normalize();
    return new BackingUp(invocation, target, _ -> {}).run();
  }
}
