package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands the start-up cache is trained on.
class TrainingTest {

  @TempDir private Path directory;

  @Test
  void everyShortCommandEndsWell() {
    for (List<String> command : Training.COMMANDS) {
      assertThat(exit(command)).as("%s", command).isEqualTo(ExitCode.DONE);
    }
    TrainingBooks.write(new Workspace(directory).ledger());
    for (List<String> command : Training.LOOKS) {
      assertThat(exit(command))
          .as("%s, with orders open and no broker to ask", command)
          .isIn(ExitCode.DONE, ExitCode.OUTCOME_UNKNOWN);
    }
    assertThat(new Shell(directory).run("positions").out()).contains("SPY");
  }

  private ExitCode exit(List<String> command) {
    int exit = new Shell(directory).run(command.toArray(String[]::new)).exit();
    return Stream.of(ExitCode.values())
        .filter(one -> one.number() == exit)
        .findFirst()
        .orElseThrow();
  }
}
