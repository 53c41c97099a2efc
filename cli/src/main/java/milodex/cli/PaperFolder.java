package milodex.cli;

import java.nio.file.Path;
import milodex.strategy.StrategyId;

/// Where the paper account of a workspace keeps its brokerage and its locks; its ledger is the
/// workspace's own.
record PaperFolder(Workspace workspace) implements AccountFolder {

  /// What the account is called in the ledger.
  static final String NAME = "paper";

  @Override
  public Path root() {
    return workspace.data().resolve(NAME);
  }

  @Override
  public String title() {
    return "the paper account";
  }

  @Override
  public Path ledger() {
    return workspace.ledger();
  }

  @Override
  public Path broker() {
    return root().resolve("broker.jsonl");
  }

  @Override
  public Path lock() {
    return root().resolve("lock");
  }

  @Override
  public Path sendLock() {
    return workspace.sendLock();
  }

  /// Held by the process that runs a strategy, for as long as it does.
  Path lock(StrategyId strategy) {
    return root().resolve("strategies").resolve(strategy + ".lock");
  }

  /// What the runner of a strategy waits for, while one does.
  Path expected(StrategyId strategy) {
    return root().resolve("strategies").resolve(strategy + ".expected");
  }

  @Override
  public String mend() {
    return "Put "
        + workspace.name(ledger())
        + " and "
        + workspace.name(broker())
        + " back as they belong together.";
  }

  @Override
  public Failure locked() {
    return new Failure(
        ExitCode.LOCKED,
        "account_locked",
        "The paper account is being worked on.",
        RunnerProcess.holds(lock()),
        "Nothing was done.",
        "Repeat the command; a turn of it takes seconds.");
  }
}
