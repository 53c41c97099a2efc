package milodex.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Puts a backup in the place of what a workspace has.
final class RestoreCommand implements Action {

  private Path directory = Path.of("");
  private final Confirmation confirmation = new Confirmation();

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Put back a backup: ledger, configurations, plug-ins, bars and records.",
            "What it replaces is moved aside. The brokerage of the paper account stays, if it can be read,"
                + " and the account is halted until you have compared it with the books.",
            "Without --confirm it shows what would be lost, and changes nothing.")
        .word(
            "DIRECTORY",
            Path.class,
            "A folder that `milodex backup` has made.",
            it -> directory = it)
        .with(confirmation.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Path source = invocation.environment().directory().resolve(directory).normalize();
    return new Restoring(invocation, source, confirmation, _ -> {}).run();
  }
}
