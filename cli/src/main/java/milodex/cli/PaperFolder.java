package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import milodex.strategy.StrategyId;

/// Where the paper account of a workspace keeps its brokerage and its locks; its ledger is the
/// workspace's own.
record PaperFolder(Workspace workspace) implements AccountFolder {

  /// What the account is called in the ledger.
  static final String NAME = "paper";

  private static final String LOCK = ".lock";

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

  /// Every strategy that a process ever ran here.
  List<StrategyId> everRun() throws IOException {
    if (!Files.isDirectory(strategies())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(strategies())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(LOCK))
          .map(name -> StrategyId.parse(name.substring(0, name.length() - LOCK.length())))
          .toList();
    }
  }

  /// Held by the process that runs a strategy, for as long as it does.
  Path lock(StrategyId strategy) {
    return strategies().resolve(strategy + LOCK);
  }

  /// Which build of the program the process is that runs a strategy.
  Path build(StrategyId strategy) {
    return strategies().resolve(strategy + ".build");
  }

  /// What the runner of a strategy waits for, while one does.
  Path expected(StrategyId strategy) {
    return strategies().resolve(strategy + ".expected");
  }

  private Path strategies() {
    return root().resolve("strategies");
  }

  @Override
  public String mend() {
    return "Put "
        + workspace.name(ledger())
        + " and "
        + workspace.name(broker())
        + " back as they belong together; `milodex restore DIRECTORY` does so from a backup.";
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
