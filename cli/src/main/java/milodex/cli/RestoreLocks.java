package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.files.ProcessLock;
import milodex.strategy.StrategyId;

/// The paper account and every strategy that ever ran on it, held so that nobody trades while its
/// files are put back.
final class RestoreLocks implements AutoCloseable {

  private final List<ProcessLock> held = new ArrayList<>();

  private RestoreLocks() {}

  /// Takes all of them or none; throws [Failure] if another process has one.
  static RestoreLocks take(PaperFolder folder) throws IOException {
    RestoreLocks locks = new RestoreLocks();
    if (Files.isDirectory(folder.root())) {
      try {
        locks.hold(folder);
      } catch (IOException | RuntimeException e) {
        locks.close();
        throw e;
      }
    }
    return locks;
  }

  private void hold(PaperFolder folder) throws IOException {
    String holder = "process %d, for a restore".formatted(ProcessHandle.current().pid());
    for (StrategyId strategy : folder.everRun()) {
      Path file = folder.lock(strategy);
      held.add(
          ProcessLock.tryHold(file, holder)
              .orElseThrow(
                  () ->
                      new Failure(
                          ExitCode.LOCKED,
                          "strategy_locked",
                          "Nothing was restored: " + strategy + " is being run.",
                          RunnerProcess.holds(file),
                          "Nothing was touched.",
                          "Stop that process, then repeat the command.")));
    }
    held.add(ProcessLock.tryHold(folder.lock(), holder).orElseThrow(folder::locked));
  }

  @Override
  public void close() throws IOException {
    for (ProcessLock lock : held) {
      lock.close();
    }
  }
}
