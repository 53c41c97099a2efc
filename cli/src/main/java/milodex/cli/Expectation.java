package milodex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a runner at a pace waits for, left where others can read it for as long as it waits: what
/// is still there when the runner is gone did not happen.
///
/// @param moment its name
/// @param at by the exchange's clock
/// @param due by the wall clock
record Expectation(String moment, Instant at, Instant due) {

  /// Puts it in `file`, whole or not at all.
  void write(Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(part, String.join("\n", moment, at.toString(), due.toString()), UTF_8);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes it away: nothing is waited for any more.
  static void clear(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is in `file`; empty if there is none, or it cannot be read.
  static Optional<Expectation> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, UTF_8);
      return lines.size() == 3
          ? Optional.of(
              new Expectation(
                  lines.get(0), Instant.parse(lines.get(1)), Instant.parse(lines.get(2))))
          : Optional.empty();
    } catch (IOException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
