package milodex.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Copies what a workspace cannot make again.
final class BackupCommand implements Action {

  private Path directory = Path.of("");

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Copy ledger, paper account, configurations, plug-ins, bars and records to a new folder.",
            "Strategies may run meanwhile. The copy is checked before it counts as a backup, and nothing"
                + " that exists is overwritten. Rehearsals and reports can be made again and stay out.")
        .word("DIRECTORY", Path.class, "A folder that is new or empty.", it -> directory = it);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Path target = invocation.environment().directory().resolve(directory).normalize();
    return new BackingUp(invocation, target, _ -> {}).run();
  }
}
