package milodex.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import milodex.trading.Clockwork;

/// The clocks of the machine.
///
/// @param clock the time of day
record SystemClockwork(InstantSource clock) implements Clockwork {

  @Override
  public Instant wall() {
    return clock.instant();
  }

  @Override
  public Duration running() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public void rest(Duration longest) {
    try {
      Thread.sleep(longest);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
