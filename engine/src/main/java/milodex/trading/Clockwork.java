package milodex.trading;

import java.time.Duration;
import java.time.Instant;

/// Two clocks and a way of waiting, handed in from the edge of the program.
public interface Clockwork {

  /// The time of day, which people and time servers may set.
  Instant wall();

  /// A clock that only runs: never set, and never back; only differences mean anything.
  Duration running();

  /// Waits for about `longest`, or less.
  void rest(Duration longest);
}
