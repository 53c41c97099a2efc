package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import milodex.cli.Shell.Ears;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which directory an operator means.
class WorkspaceTest {

  @TempDir private Path directory;

  @Test
  void theOptionWinsOverTheVariableAndTheVariableOverTheDirectory() throws IOException {
    for (String name : new String[] {"configs", "a/configs", "b/configs"}) {
      Files.createDirectories(directory.resolve(name));
    }
    Environment plain = new Shell(directory).environment(new Ears());
    Environment named = new Shell(directory).with("MILODEX_HOME", "b").environment(new Ears());
    assertThat(Workspace.find(plain, Optional.empty()).root()).isEqualTo(directory);
    assertThat(Workspace.find(named, Optional.empty()).root()).isEqualTo(directory.resolve("b"));
    assertThat(Workspace.find(named, Optional.of(Path.of("a"))).root())
        .isEqualTo(directory.resolve("a"));
  }

  @Test
  void aDirectoryWithoutConfigsIsNoWorkspaceAndInitIsTheWayOut() {
    Environment environment = new Shell(directory).environment(new Ears());
    assertThatThrownBy(() -> Workspace.find(environment, Optional.empty()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("The directory has no configs/ in it.");
    assertThatThrownBy(() -> Workspace.find(environment, Optional.of(Path.of("gone"))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("The directory does not exist.");
  }
}
