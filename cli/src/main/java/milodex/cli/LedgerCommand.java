package milodex.cli;

import java.util.List;

/// The book that only grows.
final class LedgerCommand implements Parent {

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public Usage usage() {
    return Usage.of("Check the ledger, read its newest facts, and copy it out.");
  }

  @Override
  public List<Command> commands() {
    return List.of(new LedgerVerifyCommand(), new LedgerTailCommand(), new LedgerExportCommand());
  }
}
