package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a backup holds beside the ledger and the brokerage of the paper account: what a ledger
/// speaks of and nobody could make again.
///
/// A rehearsal is a ledger of its own that can be run again, a report is drawn from the ledger, and
/// the demo begins anew: they stay out.
final class BackupParts {

  private BackupParts() {}

  /// The files of `workspace`, in order; those that are being written, and locks, left out.
  static List<Path> of(Workspace workspace) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders(workspace)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.walk(folder)) {
          all.filter(BackupParts::stays).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  private static List<Path> folders(Workspace workspace) {
    return List.of(
        workspace.configs(), workspace.plugins(), workspace.bars(), workspace.artifacts());
  }

  private static boolean stays(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.endsWith(".tmp") && !name.endsWith(".lock");
  }
}
