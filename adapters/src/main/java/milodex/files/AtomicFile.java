package milodex.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Replaces files whole: readers see the old content or the new, also after a kill or a power cut.
public final class AtomicFile {

  private static final boolean FOLDERS_CAN_BE_FORCED = File.separatorChar == '/';

  /// Writes the new content into a file that already exists and is empty.
  public interface Content {
    void writeTo(Path temp) throws IOException;
  }

  private AtomicFile() {}

  /// Writes `target` through a temporary file of its own beside it; makes missing folders.
  ///
  /// A temporary file that a kill leaves behind ends in `.tmp` and may be deleted.
  ///
  /// @throws IOException if the content cannot be written; `target` is then as it was
  public static void write(Path target, Content content) throws IOException {
    through(target, content, temp -> place(temp, target));
  }

  /// Writes `target` as [#write] does, unless it exists: of several writers the first one wins, and
  /// the others leave what is there.
  ///
  /// @throws IOException if it cannot be written, or the disk knows no hard links
  public static void writeIfMissing(Path target, Content content) throws IOException {
    through(
        target,
        content,
        temp -> {
          force(temp, StandardOpenOption.WRITE);
          try {
            Files.createLink(target, temp);
          } catch (FileAlreadyExistsException e) {
            return;
          }
          forceFolder(target);
        });
  }

  private static void through(Path target, Content content, Content placing) throws IOException {
    Files.createDirectories(folder(target));
    Path temp = Files.createTempFile(folder(target), target.getFileName() + ".", ".tmp");
    try {
      content.writeTo(temp);
      placing.writeTo(temp);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw named(target, e);
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /// A full disk does not say of its own which file it was too small for.
  static IOException named(Path target, IOException e) {
    FileSystemException named =
        new FileSystemException(target.toString(), null, String.valueOf(e.getMessage()));
    named.initCause(e);
    return named;
  }

  /// Renames a file or folder to `target`, which is not there, for good.
  ///
  /// @throws IOException if it cannot be renamed, or not in one step; it is then where it was
  public static void move(Path from, Path target) throws IOException {
    Files.move(from, target, ATOMIC_MOVE);
    forceFolder(target);
  }

  /// Renames a complete file in the folder of `target` to it, for good.
  ///
  /// @throws IOException if it cannot be renamed; `target` is then as it was
  static void place(Path complete, Path target) throws IOException {
    force(complete, StandardOpenOption.WRITE);
    Files.move(complete, target, ATOMIC_MOVE, REPLACE_EXISTING);
    forceFolder(target);
  }

  private static Path folder(Path target) {
    return Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file lies in a folder");
  }

  private static void forceFolder(Path target) throws IOException {
    if (FOLDERS_CAN_BE_FORCED) {
      force(folder(target), StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
