package milodex.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import milodex.execution.Checkpoint;
import milodex.ledger.Head;
import milodex.ledger.Sha256;

/// Where a checkpoint of the books is kept: a file that may be deleted at any time.
///
/// Five lines: what it is, which program wrote it, the head, the state, and the SHA-256 of all of
/// them. What is not whole, or of another program, is as no file at all.
///
/// @param program whose folds the state is of; those of another one may add up differently
public record CheckpointFile(Path path, String program) {

  private static final String WHAT = "books 1 of milodex";
  private static final int LINES = 5;

  /// @throws IllegalArgumentException if `program` has more than one line
  public CheckpointFile {
    if (program.lines().count() > 1) {
      throw new IllegalArgumentException("program is one line: " + program);
    }
  }

  /// The checkpoint that was kept; empty if there is none that can be trusted.
  public Optional<Checkpoint> read() {
    try {
      return Files.isRegularFile(path) ? read(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Keeps `checkpoint` in the place of the one before it: a kill at any time leaves the one or the
  /// other.
  ///
  /// @throws UncheckedIOException if it cannot be written; the one before it is then still there
  public void write(Checkpoint checkpoint) {
    String content =
        String.join("\n", WHAT, program, checkpoint.head().toString(), checkpoint.state(), "");
    try {
      AtomicFile.write(
          path, temp -> Files.writeString(temp, content + Sha256.of(content) + "\n", UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Checkpoint> read(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    List<String> lines = text.lines().toList();
    if (lines.size() != LINES || !lines.get(0).equals(WHAT) || !lines.get(1).equals(program)) {
      return Optional.empty();
    }
    String content = String.join("\n", lines.subList(0, LINES - 1)) + "\n";
    if (!text.equals(content + Sha256.of(content) + "\n")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Checkpoint(Head.parse(lines.get(2)), lines.get(3)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
