package milodex.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import milodex.execution.Checkpoint;
import milodex.ledger.Head;

/// Where a checkpoint of the books is kept: a file that may be deleted at any time.
///
/// Five lines: what it is, which program wrote it, the head, the state, and the CRC-32C of all of
/// them, which finds what was cut or damaged, and is quicker to begin with than a digest against
/// forgers. What is not whole, or of another program, is as no file at all.
///
/// @param program whose folds the state is of; those of another one may add up differently
public record CheckpointFile(Path path, String program) {

  private static final String WHAT = "books 2 of milodex";

  /// Bytes of the last line: eight digits and its end.
  private static final int SUM = 9;

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
    byte[] content =
        String.join("\n", WHAT, program, checkpoint.head().toString(), checkpoint.state(), "")
            .getBytes(UTF_8);
    ByteBuffer whole = ByteBuffer.allocate(content.length + SUM);
    whole.put(content).put(sum(content).getBytes(UTF_8));
    try {
      AtomicFile.write(path, temp -> Files.write(temp, whole.array()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Checkpoint> read(byte[] bytes) {
    byte[] content = Arrays.copyOf(bytes, Math.max(0, bytes.length - SUM));
    String sum = new String(bytes, content.length, bytes.length - content.length, UTF_8);
    if (!sum.equals(sum(content))) {
      return Optional.empty();
    }
    String[] lines = new String(content, UTF_8).split("\n", -1);
    if (lines.length != 5 || !lines[0].equals(WHAT) || !lines[1].equals(program)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Checkpoint(Head.parse(lines[2]), lines[3]));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String sum(byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    return HexFormat.of().toHexDigits((int) sum.getValue()) + "\n";
  }
}
