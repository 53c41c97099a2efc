package milodex.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import milodex.files.ProcessLock;
import milodex.trading.Clockwork;

/// Waits until no other process works on an account, and holds it then.
final class AccountTurn {

  /// How long another process may take for its turn.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PIECE = Duration.ofMillis(50);

  private AccountTurn() {}

  /// Throws [Failure] if another process does not let go of it.
  ///
  /// @param holder who we are, for those who come second
  static ProcessLock await(AccountFolder folder, String holder, Clockwork clock)
      throws IOException {
    Duration began = clock.running();
    while (true) {
      Optional<ProcessLock> lock = ProcessLock.tryHold(folder.lock(), holder);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (clock.running().minus(began).compareTo(PATIENCE) > 0) {
        throw folder.locked();
      }
      clock.rest(PIECE);
    }
  }
}
