package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands the start-up cache is trained on.
class TrainingTest {

  @TempDir private Path directory;

  @Test
  void everyShortCommandEndsWell() {
    endWell(Training.COMMANDS);
    TrainingBooks.write(new Workspace(directory).ledger());
    endWell(Training.LOOKS);
    assertThat(new Shell(directory).run("positions").out()).contains("SPY");
  }

  private void endWell(List<List<String>> commands) {
    for (List<String> command : commands) {
      assertThat(new Shell(directory).run(command.toArray(String[]::new)))
          .as("%s", command)
          .matches(said -> said.exit() == 0);
    }
  }

  @Test
  void everyLongCommandAfterTheDemoTestsAShippedStrategy() {
    assertThat(Training.LONG.getFirst()).containsExactly("demo");
    for (List<String> command : Training.LONG.subList(1, Training.LONG.size())) {
      assertThat(getClass().getResource("/configs/strategies/" + command.getLast() + ".yaml"))
          .as("%s", command)
          .isNotNull();
    }
  }
}
