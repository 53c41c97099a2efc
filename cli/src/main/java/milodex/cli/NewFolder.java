package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.data.DataUnavailableException;
import milodex.files.Disk;

/// A folder, new or empty, that one command fills: with all it is for, or with nothing.
///
/// @param what says of a failure what was not done
record NewFolder(Path path, String what) {

  /// What fills it.
  @FunctionalInterface
  interface Filling<T> {
    T fill() throws IOException;
  }

  /// Whether it is still to be made, or there and empty.
  boolean isFree() throws IOException {
    if (!Files.isDirectory(path)) {
      return !Files.exists(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    }
  }

  /// Makes it and fills it. What fails on the way leaves nothing, and where a file is why, throws
  /// [Failure].
  <T> T fill(Filling<T> filling) throws IOException {
    Optional<Path> made = firstMissing();
    try {
      Files.createDirectories(path);
      return filling.fill();
    } catch (IOException | RuntimeException e) {
      String did = did(clear(made, e));
      throw switch (e) {
        case IOException file -> unwritten(file, did);
        case UncheckedIOException file -> unwritten(Objects.requireNonNull(file.getCause()), did);
        case DataUnavailableException bars ->
            failure(
                "data_unavailable",
                String.valueOf(bars.getMessage()),
                did,
                "Do what is said above, then repeat the command; `milodex data verify` checks every"
                    + " file.");
        case RuntimeException other -> other;
        case Exception other -> throw new IllegalStateException(other);
      };
    }
  }

  private Failure unwritten(IOException e, String did) {
    return failure(
        "files_unavailable",
        reason(e) + "." + room(),
        did,
        "Make room there or name a folder on another disk, if there is too little; then repeat the"
            + " command.");
  }

  private Failure failure(String code, String why, String did, String next) {
    return new Failure(ExitCode.UNAVAILABLE, code, what, why, did, next);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() != null
        ? String.valueOf(file.getMessage())
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  /// How much its disk has left; empty if that cannot be asked.
  private String room() {
    try {
      Path there = path;
      while (!Files.exists(there)) {
        there = Objects.requireNonNull(there.getParent(), "the root of a disk is there");
      }
      return " Without what was written of it the disk of %s has %,d bytes left."
          .formatted(path, Disk.ofMachine().usable(there));
    } catch (IOException _) {
      return "";
    }
  }

  private String did(boolean isCleared) {
    return isCleared
        ? "What was written was taken away again: nothing is left of it."
        : "What was written could not be taken away: delete what is in " + path + ".";
  }

  /// The topmost folder that has to be made; empty: it is there.
  private Optional<Path> firstMissing() {
    Optional<Path> missing = Optional.empty();
    for (Path one = path; one != null && !Files.exists(one); one = one.getParent()) {
      missing = Optional.of(one);
    }
    return missing;
  }

  /// Takes away all that is there, which is ours.
  ///
  /// @return whether nothing is left
  private boolean clear(Optional<Path> made, Exception reason) {
    Path top = made.orElse(path);
    if (!Files.exists(top)) {
      return true;
    }
    try (Stream<Path> all = Files.walk(top)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        if (made.isPresent() || !one.equals(path)) {
          Files.delete(one);
        }
      }
      return true;
    } catch (IOException e) {
      reason.addSuppressed(e);
      return false;
    }
  }
}
