package milodex.cli;

import java.nio.file.Path;

/// Where one rehearsal keeps its ledger and its brokerage.
record RehearsalFolder(Path root) {

  private static final int DIGITS = 12;

  /// @param name SHA-256 of all that decides its outcome
  static RehearsalFolder of(Workspace workspace, String name) {
    return new RehearsalFolder(workspace.rehearsals().resolve(name.substring(0, DIGITS)));
  }

  /// What people call it.
  String name() {
    return "" + root.getFileName();
  }

  Path ledger() {
    return root.resolve("ledger.db");
  }

  Path broker() {
    return root.resolve("broker.jsonl");
  }

  Path lock() {
    return root.resolve("lock");
  }
}
