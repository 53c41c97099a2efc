package milodex.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts a backup in the place of what a workspace has.
@Command(
    name = "restore",
    description = {
      "Put back a backup: ledger, configurations, plug-ins, bars and records.",
      "What it replaces is moved aside. The brokerage of the paper account stays, if it can be read,"
          + " and the account is halted until you have compared it with the books.",
      "Without --confirm it shows what would be lost, and changes nothing."
    })
final class RestoreCommand implements Action {

  @Parameters(paramLabel = "DIRECTORY", description = "A folder that `milodex backup` has made.")
  private Path directory = Path.of("");

  @Mixin private final Confirmation confirmation = new Confirmation();

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Path source = invocation.environment().directory().resolve(directory).normalize();
    return new Restoring(invocation, source, confirmation, _ -> {}).run();
  }
}
