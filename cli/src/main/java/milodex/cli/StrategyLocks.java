package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.files.ProcessLock;
import milodex.strategy.StrategyId;

/// Strategies of the paper account that this process has for itself, until it closes them or dies.
final class StrategyLocks implements AutoCloseable {

  private final List<ProcessLock> held = new ArrayList<>();

  private StrategyLocks() {}

  /// Takes all of them or none; throws [Failure] if another process has one, or if another build of
  /// the program runs a strategy of the account: two that may judge differently must not share it.
  ///
  /// @param holder who we are, for those who come second
  /// @param build what they must be, too
  static StrategyLocks take(
      PaperFolder folder, List<StrategyId> strategies, String holder, String build)
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
      Files.writeString(folder.build(strategy), build);
    }
    Optional<StrategyId> other = ofAnotherBuild(folder, strategies, build);
    if (other.isPresent()) {
      locks.close();
      throw mixed(folder, other.get());
    }
    return locks;
  }

  /// A strategy that somebody else runs. All have said what they are before they look: of two that
  /// start at once one at least sees the other.
  private static Optional<StrategyId> ofAnotherBuild(
      PaperFolder folder, List<StrategyId> ours, String build) throws IOException {
    for (StrategyId strategy : folder.everRun()) {
      Path file = folder.build(strategy);
      if (!ours.contains(strategy)
          && ProcessLock.isHeld(folder.lock(strategy))
          && Files.exists(file)
          && !Files.readString(file).equals(build)) {
        return Optional.of(strategy);
      }
    }
    return Optional.empty();
  }

  private static Failure mixed(PaperFolder folder, StrategyId strategy) {
    return new Failure(
        ExitCode.LOCKED,
        "mixed_builds",
        "Nothing was started: another build of Milodex runs " + strategy + " on this account.",
        RunnerProcess.holds(folder.lock(strategy)),
        "Nothing was done.",
        "Stop that process, start it again with this build, and repeat the command.");
  }

  @Override
  public void close() throws IOException {
    for (ProcessLock lock : held) {
      lock.close();
    }
  }
}
