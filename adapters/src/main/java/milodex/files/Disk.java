package milodex.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says how much may still be written.
public interface Disk {

  /// Bytes that this user may still write on the disk of an existing folder, at least 0.
  ///
  /// @throws IOException if it cannot be asked
  long usable(Path folder) throws IOException;

  /// The disks of this machine.
  static Disk ofMachine() {
    return folder -> Files.getFileStore(folder).getUsableSpace();
  }
}
