package milodex.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
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
    Path folder =
        Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file lies in a folder");
    Files.createDirectories(folder);
    Path temp = Files.createTempFile(folder, target.getFileName() + ".", ".tmp");
    try {
      content.writeTo(temp);
      force(temp, StandardOpenOption.WRITE);
      Files.move(temp, target, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temp);
    }
    if (FOLDERS_CAN_BE_FORCED) {
      force(folder, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
