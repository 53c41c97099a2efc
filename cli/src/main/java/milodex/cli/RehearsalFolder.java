package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where one rehearsal keeps its ledger and its brokerage.
record RehearsalFolder(Path root) implements AccountFolder {

  private static final int DIGITS = 12;

  /// @param name SHA-256 of all that decides its outcome
  static RehearsalFolder of(Workspace workspace, String name) {
    return new RehearsalFolder(workspace.rehearsals().resolve(name.substring(0, DIGITS)));
  }

  /// What people call it.
  String name() {
    return "" + root.getFileName();
  }

  @Override
  public Path ledger() {
    return root.resolve("ledger.db");
  }

  @Override
  public Path broker() {
    return root.resolve("broker.jsonl");
  }

  @Override
  public Path lock() {
    return root.resolve("lock");
  }

  @Override
  public Path sendLock() {
    return root.resolve("send.lock");
  }

  @Override
  public String title() {
    return "rehearsal " + name();
  }

  @Override
  public String mend() {
    return "Put both files back as they belong together, or delete "
        + root
        + " and repeat the command: a rehearsal can always be made again.";
  }

  @Override
  public Failure locked() {
    return new Failure(
        ExitCode.LOCKED,
        "rehearsal_locked",
        "Rehearsal " + name() + " is being run already.",
        RunnerProcess.holds(lock()),
        "Nothing was done.",
        "Wait for it to end, or stop that process and repeat the command.");
  }

  /// What its runner waits for, while one does.
  Path expected() {
    return root.resolve("expected");
  }

  /// The rehearsal whose name begins so; throws [Failure] unless there is exactly one.
  static RehearsalFolder named(Workspace workspace, String name) {
    List<Path> found = beginning(workspace, name);
    return switch (found.size()) {
      case 1 -> new RehearsalFolder(found.getFirst());
      case 0 ->
          throw Failure.usage(
              "unknown_rehearsal",
              "There is no rehearsal `" + name + "`.",
              "Nothing in " + workspace.name(workspace.rehearsals()) + " begins so.",
              "`milodex strategy run ID --rehearse --from DATE` makes one and names it.");
      default ->
          throw Failure.usage(
              "ambiguous_rehearsal",
              "`" + name + "` names more than one rehearsal.",
              found.size() + " of them begin so.",
              "Give more digits of the name.");
    };
  }

  private static List<Path> beginning(Workspace workspace, String name) {
    if (name.isEmpty() || !Files.isDirectory(workspace.rehearsals())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(workspace.rehearsals())) {
      return all.filter(one -> ("" + one.getFileName()).startsWith(name)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
