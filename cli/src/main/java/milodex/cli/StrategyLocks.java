package milodex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.files.ProcessLock;
import milodex.strategy.StrategyId;

/// Strategies of the paper account that this process has for itself, until it closes them or dies.
final class StrategyLocks implements AutoCloseable {

  private final List<ProcessLock> held = new ArrayList<>();

  private StrategyLocks() {}

  /// Takes all of them or none; throws [Failure] if another process has one.
  ///
  /// @param holder who we are, for those who come second
  static StrategyLocks take(PaperFolder folder, List<StrategyId> strategies, String holder)
      throws IOException {
    StrategyLocks locks = new StrategyLocks();
    for (StrategyId strategy : strategies) {
      Path file = folder.lock(strategy);
      var lock = ProcessLock.tryHold(file, holder);
      if (lock.isEmpty()) {
        locks.close();
        throw new Failure(
            ExitCode.LOCKED,
            "strategy_locked",
            "Nothing was started: " + strategy + " is being run already.",
            RunnerProcess.holds(file),
            "Nothing was done.",
            "Leave it out, or stop that process and repeat the command.");
      }
      locks.held.add(lock.get());
    }
    return locks;
  }

  @Override
  public void close() throws IOException {
    for (ProcessLock lock : held) {
      lock.close();
    }
  }
}
