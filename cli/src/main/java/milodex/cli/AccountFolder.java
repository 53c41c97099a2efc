package milodex.cli;

import java.nio.file.Path;

/// Where one account with a simulated broker keeps what stays.
sealed interface AccountFolder permits RehearsalFolder, PaperFolder {

  /// Where it is.
  Path root();

  /// What people call the account: `rehearsal 0a1b2c3d4e5f`.
  String title();

  Path ledger();

  /// What the simulated broker knows.
  Path broker();

  /// Held by the process that works on it.
  Path lock();

  /// Held while an order of it is on its way.
  Path sendLock();

  /// What to do when its files do not belong together.
  String mend();

  /// That another process works on it.
  Failure locked();
}
