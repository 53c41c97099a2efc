package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.execution.Books;

/// Which build of the program this is.
final class Program {

  private Program() {}

  /// Another text for every build: its version, and size and age of the file its folds came in.
  static String name() {
    try {
      Path code = Path.of(Books.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String build =
          Files.isRegularFile(code)
              ? Files.size(code) + "/" + Files.getLastModifiedTime(code).toMillis()
              : "classes";
      return Version.text() + "/" + build;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place of our code is a path", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
