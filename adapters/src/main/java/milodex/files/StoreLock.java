package milodex.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.data.DataUnavailableException;

/// Lets one writer at a time into a store, whatever its process; a dead process holds nothing.
final class StoreLock {

  static final String NAME = ".lock";

  private static final Object ONE_WRITER_OF_THIS_PROCESS = new Object();

  /// Work that writes.
  interface Work {
    void run() throws IOException;
  }

  private StoreLock() {}

  /// Waits for the lock of the store in `root`, works, and lets go.
  ///
  /// @throws DataUnavailableException if the store cannot be written
  static void whileHeld(Path root, Work work) {
    synchronized (ONE_WRITER_OF_THIS_PROCESS) {
      try {
        Files.createDirectories(root);
        try (FileChannel channel = FileChannel.open(root.resolve(NAME), CREATE, WRITE);
            FileLock held = channel.lock()) {
          if (held.isValid()) {
            work.run();
          }
        }
      } catch (IOException e) {
        throw new DataUnavailableException(
            "The bar store "
                + root
                + " could not be written ("
                + e
                + "). What was stored before is unharmed. Check space and permissions, then repeat"
                + " the command.",
            e);
      }
    }
  }
}
