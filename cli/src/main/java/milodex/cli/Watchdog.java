package milodex.cli;

import java.util.Optional;
import java.util.function.Consumer;
import milodex.trading.Clockwork;

/// Looks from a thread of its own whether a runner gets on, until it is closed.
final class Watchdog implements AutoCloseable {

  private final Liveness liveness;
  private final Clockwork clock;
  private final Consumer<Liveness.Wedge> bites;
  private final Thread thread;
  private volatile boolean closed;

  private Watchdog(Liveness liveness, Clockwork clock, Consumer<Liveness.Wedge> bites) {
    this.liveness = liveness;
    this.clock = clock;
    this.bites = bites;
    this.thread = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::watch);
  }

  /// Begins to look.
  ///
  /// @param bites told once what is wrong
  static Watchdog over(Liveness liveness, Clockwork clock, Consumer<Liveness.Wedge> bites) {
    Watchdog watchdog = new Watchdog(liveness, clock, bites);
    watchdog.thread.start();
    return watchdog;
  }

  private void watch() {
    Optional<Liveness.Wedge> found = Optional.empty();
    while (found.isEmpty() && !closed) {
      clock.rest(Liveness.LOOK);
      found = liveness.look(clock.running());
    }
    if (!closed) {
      found.ifPresent(bites);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
