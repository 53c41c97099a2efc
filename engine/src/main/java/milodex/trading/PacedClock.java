package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The time of the exchange at a pace.
///
/// It passes while the runner waits, by the monotonic clock, and stands still while the runner
/// works: so a slow machine makes no moment late. The wall clock is only compared with the
/// monotonic one. Where it went ahead by more than [#THRESHOLD] the machine has slept, or the clock
/// was set forward, and the exchange went on meanwhile; where it was set back, nothing follows but
/// that it is told.
final class PacedClock {

  /// What the clocks may differ by from one look to the next, and how late a wait may end, before
  /// it is told.
  static final Duration THRESHOLD = Duration.ofSeconds(2);

  private static final double NANOS = 1e9;

  private final Clockwork clock;
  private final double speed;
  private Instant now;
  private Instant reached;
  private Instant wall;
  private Duration running;

  /// Starts at `begin`.
  PacedClock(Pace.Timed pace, Instant begin) {
    this.clock = pace.clock();
    this.speed = pace.speed();
    this.now = begin;
    this.reached = begin;
    this.wall = clock.wall();
    this.running = clock.running();
  }

  /// Time that passed otherwise than it was waited for.
  ///
  /// @param seconds of wall time by which the wall clock went ahead, or the process stood still;
  ///     below 0: by which the wall clock was set back
  record Jump(long seconds, String says) {}

  /// The time of the exchange.
  Instant now() {
    return now;
  }

  /// When `at` will be, by the wall clock, if nothing comes between.
  Instant due(Instant at) {
    return wall.plus(ofWall(Duration.between(now, at)));
  }

  /// Takes up time after work, which does not count; a sleep meanwhile does.
  Optional<Jump> takeUp() {
    return look(clock.running(), Duration.ZERO);
  }

  /// Waits until `due`, and for no longer than `piece` of wall time.
  Optional<Jump> rest(Instant due, Duration piece) {
    Duration left = ofWall(Duration.between(now, due));
    Duration asked = left.compareTo(piece) < 0 ? left : piece;
    Duration began = running;
    clock.rest(asked);
    Duration ended = clock.running();
    Duration spent = ended.minus(began);
    Optional<Jump> jump = look(ended, spent);
    return jump.isPresent() ? jump : stood(spent.minus(asked));
  }

  /// The time at which a moment that is due is gone through: its own if it was waited for in time,
  /// else now.
  Instant arrive(Instant due) {
    boolean inTime =
        !due.isBefore(reached) && Duration.between(due, now).compareTo(ofExchange(THRESHOLD)) <= 0;
    if (inTime) {
      now = due;
    }
    reached = now;
    return now;
  }

  private Optional<Jump> look(Duration ran, Duration passed) {
    Instant told = clock.wall();
    Duration ahead = Duration.between(wall, told).minus(ran.minus(running));
    wall = told;
    running = ran;
    boolean jumped = ahead.abs().compareTo(THRESHOLD) > 0;
    boolean slept = jumped && ahead.isPositive();
    now = now.plus(ofExchange(slept ? passed.plus(ahead) : passed));
    return jumped ? Optional.of(new Jump(ahead.toSeconds(), says(ahead))) : Optional.empty();
  }

  private static String says(Duration ahead) {
    return ahead.isPositive()
        ? "the wall clock went "
            + ahead.toSeconds()
            + " s ahead of the monotonic one: the machine slept, or the clock was set forward"
        : "the wall clock was set back by "
            + ahead.abs().toSeconds()
            + " s; time goes on by the monotonic one";
  }

  private static Optional<Jump> stood(Duration late) {
    return late.compareTo(THRESHOLD) > 0
        ? Optional.of(
            new Jump(
                late.toSeconds(),
                "the process stood still for " + late.toSeconds() + " s while it waited"))
        : Optional.empty();
  }

  private Duration ofExchange(Duration ofWall) {
    return scaled(ofWall, speed);
  }

  private Duration ofWall(Duration ofExchange) {
    return ofExchange.isNegative() ? Duration.ZERO : scaled(ofExchange, 1 / speed).plusNanos(1);
  }

  private static Duration scaled(Duration duration, double by) {
    double seconds = (duration.toSeconds() + duration.toNanosPart() / NANOS) * by;
    long whole = (long) seconds;
    return Duration.ofSeconds(whole, Math.round((seconds - whole) * NANOS));
  }
}
