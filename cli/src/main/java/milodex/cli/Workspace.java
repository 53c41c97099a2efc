package milodex.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The directory an operator works in: configurations as text, data that is never in git.
///
/// @param root absolute
record Workspace(Path root) {

  /// The workspace named by `--home`, else by `MILODEX_HOME`, else the current directory.
  ///
  /// Throws [Failure] if that is no workspace.
  static Workspace find(Environment environment, Optional<Path> home) {
    Path root = root(environment, home);
    if (!Files.isDirectory(root)) {
      throw Failure.usage(
          "workspace_missing",
          "There is no workspace at " + root + ".",
          "The directory does not exist.",
          "Make one with `milodex init " + root + "`, or name another with --home.");
    }
    if (!Files.isDirectory(root.resolve("configs"))) {
      throw Failure.usage(
          "workspace_missing",
          "There is no workspace at " + root + ".",
          "The directory has no configs/ in it.",
          "Make it one with `milodex init " + root + "`, or name another with --home.");
    }
    return new Workspace(root);
  }

  /// Where the workspace is or would be.
  static Path root(Environment environment, Optional<Path> home) {
    String variable = environment.variable("MILODEX_HOME");
    Path named = home.orElse(Path.of(variable));
    return environment.directory().resolve(named).normalize();
  }

  /// What people call a file of the workspace: its path from the root, with forward slashes.
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  Path configs() {
    return root.resolve("configs");
  }

  Path plugins() {
    return root.resolve("plugins");
  }

  Path ledger() {
    return data().resolve("ledger.db");
  }

  /// Held while an order is on its way.
  Path sendLock() {
    return data().resolve("send.lock");
  }

  Path bars() {
    return data().resolve("bars");
  }

  Path artifacts() {
    return data().resolve("artifacts");
  }

  Path reports() {
    return data().resolve("reports");
  }

  Path demo() {
    return data().resolve("demo");
  }

  Path crashes() {
    return data().resolve("crash");
  }

  Path rehearsals() {
    return data().resolve("rehearsals");
  }

  /// What a restore is about to put in place; while it is there, the workspace is half of two.
  Path restoring() {
    return data().resolve("restoring");
  }

  /// Where a restore moves what it replaces.
  Path replaced() {
    return data().resolve("replaced");
  }

  Path data() {
    return root.resolve("data");
  }
}
