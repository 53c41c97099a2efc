package milodex.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is kept about a bug or a process that got stuck: the command line, the program, and where
/// it stood.
final class CrashFile {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z.txt'").withZone(ZoneOffset.UTC);

  private CrashFile() {}

  /// Writes the file and names it; empty if the directory takes none.
  static Optional<Path> write(
      Path directory, Instant at, List<String> arguments, Throwable thrown) {
    return write(directory, at, arguments, thrown::printStackTrace);
  }

  /// The same of something else than a bug, which `body` tells.
  static Optional<Path> write(
      Path directory, Instant at, List<String> arguments, Consumer<PrintWriter> body) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("milodex " + Version.text() + " on Java " + Runtime.version());
    out.println("at " + at);
    out.println("arguments " + arguments);
    body.accept(out);
    out.flush();
    Path file = directory.resolve(NAME.format(at));
    try {
      Files.createDirectories(directory);
      Files.writeString(file, text.toString(), StandardOpenOption.CREATE_NEW);
      return Optional.of(file);
    } catch (IOException e) {
      // What happened is still reported, with the word that no file could be written.
      return Optional.empty();
    }
  }
}
