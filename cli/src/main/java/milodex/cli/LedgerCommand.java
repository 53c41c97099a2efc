package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// The book that only grows.
@Command(name = "ledger", description = "Check the ledger, read its newest facts, and copy it out.")
final class LedgerCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(LedgerVerifyCommand.class, LedgerTailCommand.class, LedgerExportCommand.class);
  }
}
