package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import milodex.files.ProcessLock;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several programs share a paper account.
class StrategyLocksTest {

  private static final StrategyId ONE = StrategyId.parse("null.daily.script.one.v1");
  private static final StrategyId TWO = StrategyId.parse("null.daily.script.two.v1");

  @TempDir private Path directory;
  private PaperFolder folder = new PaperFolder(new Workspace(Path.of("")));

  @BeforeEach
  void anAccount() {
    folder = new PaperFolder(new Workspace(directory));
  }

  @Test
  void programsOfOneBuildRunSideBySideAndEachStrategyOnce() throws IOException {
    try (StrategyLocks _ = take(ONE, "0.2.0/1/1");
        StrategyLocks _ = take(TWO, "0.2.0/1/1")) {
      assertThatThrownBy(() -> take(ONE, "0.2.0/1/1"))
          .asInstanceOf(type(Failure.class))
          .extracting(Failure::code)
          .isEqualTo("strategy_locked");
    }
  }

  @Test
  void aProgramOfAnotherBuildIsRefusedWhileOneRunsAndLeavesNothingHeld() throws IOException {
    try (StrategyLocks _ = take(ONE, "0.2.0/1/1")) {
      assertThatThrownBy(() -> take(TWO, "0.2.1/1/1"))
          .asInstanceOf(type(Failure.class))
          .satisfies(refused -> assertThat(refused.code()).isEqualTo("mixed_builds"))
          .satisfies(refused -> assertThat(refused.exit()).isEqualTo(ExitCode.LOCKED))
          .satisfies(refused -> assertThat(refused.why()).contains("process 7 since noon"));
      assertThat(ProcessLock.isHeld(folder.lock(TWO))).isFalse();
    }
  }

  @Test
  void onceTheOtherIsGoneAnyBuildMayStart() throws IOException {
    take(ONE, "0.2.0/1/1").close();

    try (StrategyLocks _ = take(TWO, "0.2.1/1/1")) {
      assertThat(ProcessLock.isHeld(folder.lock(TWO))).isTrue();
    }
  }

  private StrategyLocks take(StrategyId strategy, String build) throws IOException {
    return StrategyLocks.take(folder, List.of(strategy), "process 7 since noon", build);
  }
}
