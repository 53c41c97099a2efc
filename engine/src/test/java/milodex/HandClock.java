package milodex;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import milodex.trading.Clockwork;

/// Two clocks that only a test moves; whoever rests on them is back at once.
public final class HandClock implements Clockwork {

  private Instant wall = Instant.parse("2025-01-02T12:00:00Z");
  private Duration running = Duration.ofDays(3);
  private Duration rested = Duration.ZERO;
  private final Queue<Event> events = new ArrayDeque<>();

  /// Something that happens when so long was rested.
  private record Event(Duration after, Runnable what) {}

  /// Begins at another time of day.
  public HandClock at(Instant time) {
    wall = time;
    return this;
  }

  /// Lets something happen after so much rest; to be told in order.
  public HandClock after(Duration rest, Runnable what) {
    events.add(new Event(rest, what));
    return this;
  }

  /// The machine sleeps: the monotonic clock stands.
  public void sleep(Duration time) {
    wall = wall.plus(time);
  }

  /// The process is stopped: both clocks go on.
  public void stall(Duration time) {
    wall = wall.plus(time);
    running = running.plus(time);
  }

  /// How long was rested.
  public Duration rested() {
    return rested;
  }

  @Override
  public Instant wall() {
    return wall;
  }

  @Override
  public Duration running() {
    return running;
  }

  @Override
  public void rest(Duration longest) {
    stall(longest);
    rested = rested.plus(longest);
    while (!events.isEmpty() && events.element().after().compareTo(rested) <= 0) {
      events.remove().what().run();
    }
  }
}
