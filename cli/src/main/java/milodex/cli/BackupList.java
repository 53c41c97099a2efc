package milodex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import milodex.files.AtomicFile;
import milodex.files.CheckedCopy;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Head;

/// What a backup holds: the last file that is written of it, so that a folder without one is none.
///
/// @param version of the program that made it
/// @param at when
/// @param head newest event of its ledger
/// @param files every file of it, by the path it has from the root of the workspace
record BackupList(String version, Instant at, Head head, List<BackupList.Kept> files) {

  /// What the file is called.
  static final String NAME = "backup.json";

  private static final long FORMAT = 1;

  /// One file.
  ///
  /// @param path from the root of the workspace, with forward slashes
  record Kept(String path, CheckedCopy.Sum sum) {

    /// @throws IllegalArgumentException if the path leads out of the folder
    Kept {
      Path parsed = Path.of(path);
      if (path.isBlank() || parsed.isAbsolute() || !parsed.normalize().equals(parsed)) {
        throw new IllegalArgumentException("'" + path + "' is no path within a backup");
      }
    }
  }

  BackupList {
    files = List.copyOf(files);
  }

  /// Reads that of the backup in `directory`; throws [Failure] if there is none.
  static BackupList read(Path directory) throws IOException {
    Path file = directory.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw none(directory, "There is no " + NAME + " in it, which is written last of all.");
    }
    try {
      return of((Map<?, ?>) CanonicalJson.parse(Files.readString(file)));
    } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
      throw none(directory, file + " cannot be read: " + e.getMessage());
    }
  }

  /// Bytes of all files.
  long bytes() {
    return files.stream().mapToLong(one -> one.sum().size()).sum();
  }

  /// Whether the backup has a file of this path.
  boolean holds(String path) {
    return files.stream().anyMatch(one -> one.path().equals(path));
  }

  /// Throws [Failure] if a file of the backup in `directory` is not what was written there.
  ///
  /// @param progress is told of bytes that were read
  void check(Path directory, LongConsumer progress) throws IOException {
    for (Kept one : files) {
      Path file = directory.resolve(one.path());
      if (!Files.isRegularFile(file)) {
        throw damaged(directory, file + " is missing.");
      }
      if (!CheckedCopy.of(file).equals(one.sum())) {
        throw damaged(directory, file + " is not what was written.");
      }
      progress.accept(one.sum().size());
    }
  }

  /// Writes it into `directory`: from here on that is a backup.
  void write(Path directory) throws IOException {
    List<Map<String, Object>> all =
        files.stream()
            .map(
                one ->
                    Map.<String, Object>of(
                        "path", one.path(),
                        "size", one.sum().size(),
                        "sha256", one.sum().sha256()))
            .toList();
    String json =
        CanonicalJson.write(
            Map.of(
                "backup", FORMAT,
                "version", version,
                "at", at.toString(),
                "ledger_head", head.toString(),
                "files", all));
    AtomicFile.write(directory.resolve(NAME), temp -> Files.writeString(temp, json + "\n", UTF_8));
  }

  private static BackupList of(Map<?, ?> tree) {
    if (!Long.valueOf(FORMAT).equals(tree.get("backup"))) {
      throw new IllegalArgumentException("it is of another version of Milodex");
    }
    return new BackupList(
        text(tree, "version"),
        Instant.parse(text(tree, "at")),
        Head.parse(text(tree, "ledger_head")),
        ((List<?>) value(tree, "files")).stream().map(one -> kept((Map<?, ?>) one)).toList());
  }

  private static Kept kept(Map<?, ?> tree) {
    return new Kept(
        text(tree, "path"), new CheckedCopy.Sum((Long) value(tree, "size"), text(tree, "sha256")));
  }

  private static String text(Map<?, ?> tree, String name) {
    return (String) value(tree, name);
  }

  private static Object value(Map<?, ?> tree, String name) {
    Object found = tree.get(name);
    if (found == null) {
      throw new IllegalArgumentException("it has no " + name);
    }
    return found;
  }

  private static Failure none(Path directory, String why) {
    return Failure.usage(
        "no_backup",
        directory + " is no backup.",
        why,
        "Name a folder that `milodex backup` has made; one that was broken off is none.");
  }

  /// That it does not hold what was written into it.
  static Failure damaged(Path directory, String why) {
    return new Failure(
        ExitCode.INTEGRITY,
        "backup_damaged",
        "The backup " + directory + " cannot be trusted.",
        why,
        "Nothing of this workspace was touched.",
        "Take another backup; `milodex backup DIRECTORY` makes them.");
  }
}
