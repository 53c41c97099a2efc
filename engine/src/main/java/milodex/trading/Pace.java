package milodex.trading;

import java.time.Instant;

/// How fast a runner goes through recorded sessions.
public sealed interface Pace {

  /// As fast as it can: the clock steps from moment to moment.
  record Max() implements Pace {}

  /// It waits for each moment.
  ///
  /// @param speed seconds of the exchange that pass in a second of waiting, above 0 up to
  ///     [#FASTEST]
  record Timed(double speed, Clockwork clock) implements Pace {

    /// @throws IllegalArgumentException if `speed` is out of range
    public Timed {
      if (!(speed > 0 && speed <= FASTEST)) {
        throw new IllegalArgumentException(
            "speed must be above 0 and at most %.0f, not %s".formatted(FASTEST, speed));
      }
    }
  }

  /// Without waiting through sessions whose bars came after their close: all of a session is in
  /// the time of the exchange but what was decided on its close, which was decided when its bars
  /// were there.
  ///
  /// @param wall what the clock says now: the bars are there
  record AfterTheClose(Instant wall) implements Pace {}

  /// The highest speed at which waiting makes sense: 30 years of the exchange in a second.
  double FASTEST = 1e9;
}
