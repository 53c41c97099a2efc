package milodex.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// The checkout the tests run in.
public final class Project {

  private Project() {}

  /// Its root: the nearest directory upwards that holds the architecture.
  public static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("ARCHITECTURE.md"))) {
      directory = directory.getParent();
      if (directory == null) {
        throw new IllegalStateException("no ARCHITECTURE.md above the test's directory");
      }
    }
    return directory;
  }
}
