package milodex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import milodex.files.AtomicFile;
import milodex.files.CheckedCopy;

/// From the workspace that is to the one of a backup. One folder goes through it under three names:
/// while files are gathered nothing was touched; while they are put in place it stops every command
/// that wants the ledger; when all are, it keeps what they replaced.
///
/// @param steps is told of each step once it is done
record RestoreFolder(Workspace workspace, Consumer<String> steps) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// What is written beside the files: what became of the brokerage.
  private static final String BROKER = "broker";

  /// Whether files are being put in place.
  boolean isUnfinished() {
    return Files.exists(workspace.restoring());
  }

  /// Where a file of the workspace is gathered; begins anew what was broken off before.
  void begin() throws IOException {
    delete(gathering());
    Files.createDirectories(gathering());
    steps.accept("begun");
  }

  /// Where the file is gathered that belongs to `path`.
  Path fresh(String path) {
    return gathering().resolve("new").resolve(path);
  }

  /// All is gathered: from here on it is put in place, whatever comes between.
  ///
  /// @param broker what becomes of the brokerage
  void commit(Path list, BrokerChoice broker) throws IOException {
    CheckedCopy.copy(list, gathering().resolve(BackupList.NAME));
    AtomicFile.write(
        gathering().resolve(BROKER), temp -> Files.writeString(temp, broker.outcome().word()));
    steps.accept("gathered");
    AtomicFile.move(gathering(), workspace.restoring());
    steps.accept("committed");
  }

  /// Whether what is being put in place is the backup with this list.
  boolean isOf(Path list) throws IOException {
    return Files.mismatch(list, workspace.restoring().resolve(BackupList.NAME)) < 0;
  }

  /// What becomes of the brokerage that is being put in place.
  BrokerChoice.Outcome broker() throws IOException {
    return BrokerChoice.Outcome.of(Files.readString(workspace.restoring().resolve(BROKER)));
  }

  /// Puts in place what is not there yet.
  ///
  /// @return the folder of what was replaced
  Path finish(Instant now) throws IOException {
    Path fresh = workspace.restoring().resolve("new");
    for (Path staged : files(fresh)) {
      Path place = workspace.root().resolve(fresh.relativize(staged).toString());
      for (Path old : inTheWayOf(place)) {
        moveAside(old);
      }
      Files.createDirectories(place.resolveSibling(""));
      AtomicFile.move(staged, place);
      steps.accept("placed " + workspace.name(place));
    }
    delete(fresh);
    Files.createDirectories(workspace.replaced());
    Path kept = unused(workspace.replaced().resolve(STAMP.format(now)));
    AtomicFile.move(workspace.restoring(), kept);
    steps.accept("done");
    return kept;
  }

  /// How many files lie in the folder of what was replaced.
  static int count(Path kept) throws IOException {
    return files(kept.resolve("old")).size();
  }

  /// The log of a ledger must never meet another one, and what its books came to belongs to it.
  private List<Path> inTheWayOf(Path place) {
    return place.equals(workspace.ledger())
        ? Stream.of("-wal", "-shm", ".books", "")
            .map(end -> place.resolveSibling(place.getFileName() + end))
            .toList()
        : List.of(place);
  }

  private void moveAside(Path old) throws IOException {
    if (Files.exists(old)) {
      Path aside = unused(workspace.restoring().resolve("old").resolve(workspace.name(old)));
      Files.createDirectories(aside.resolveSibling(""));
      AtomicFile.move(old, aside);
      steps.accept("moved " + workspace.name(old));
    }
  }

  private Path gathering() {
    return workspace.restoring().resolveSibling("restoring.tmp");
  }

  private static Path unused(Path wanted) {
    Path free = wanted;
    for (int number = 2; Files.exists(free); number++) {
      free = wanted.resolveSibling(wanted.getFileName() + "." + number);
    }
    return free;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
