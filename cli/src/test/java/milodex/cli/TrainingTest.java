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
  void everyCommandEndsWell() {
    for (List<String> command : Training.COMMANDS) {
      assertThat(new Shell(directory).run(command.toArray(String[]::new)))
          .as("%s", command)
          .matches(said -> said.exit() == 0);
    }
  }
}
