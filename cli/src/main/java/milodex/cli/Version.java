package milodex.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The version of the program, as the build stated it.
final class Version {

  private Version() {}

  /// Three numbers with dots, `0.1.0` for instance.
  static String text() {
    try (InputStream stated = Version.class.getResourceAsStream("version.txt")) {
      return new String(Objects.requireNonNull(stated).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
