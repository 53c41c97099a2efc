package milodex.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Something that one process has for itself until it closes it or dies; the operating system lets
/// go of it then, and nobody has to judge whether the holder is alive.
///
/// The file stays. What it says of its holder is told to whoever comes second and decides nothing.
public final class ProcessLock implements AutoCloseable {

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock in `file` if nobody has it; makes missing folders.
  ///
  /// @param holder who we are, for those who come second
  /// @return empty if somebody has it, in this process too
  /// @throws IOException if the file cannot be written
  public static Optional<ProcessLock> tryHold(Path file, String holder) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "folder"));
    FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        ProcessLock held = new ProcessLock(channel);
        held.tell(holder);
        return Optional.of(held);
      }
    } catch (OverlappingFileLockException _) {
      // another thread of this process has it
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /// Says something else of the holder.
  ///
  /// @throws IOException if the file cannot be written
  public void tell(String holder) throws IOException {
    ByteBuffer text = UTF_8.encode(holder);
    long end = 0;
    while (text.hasRemaining()) {
      end += channel.write(text, end);
    }
    channel.truncate(end);
  }

  /// Whether somebody has the lock in `file` now; nothing is written.
  ///
  /// @throws IOException if the file cannot be opened
  public static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, READ, WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException _) {
      return true;
    }
  }

  /// What the newest holder said of itself; empty text if nothing can be read.
  public static String holder(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
