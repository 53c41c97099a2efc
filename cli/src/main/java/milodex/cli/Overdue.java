package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import milodex.files.ProcessLock;

/// An expected moment that has not happened: its runner is gone, or does not get to it.
///
/// @param gone whether no process runs the rehearsal any more
record Overdue(Expectation expected, boolean gone) {

  /// How late a runner that is there may be before it counts as stuck.
  private static final Duration ALLOWANCE = Duration.ofSeconds(10);

  /// What has not happened in a rehearsal by `now` of the wall clock; empty if nothing runs there
  /// at a pace, or it is in time.
  static Optional<Overdue> of(RehearsalFolder folder, Instant now) {
    boolean running = isHeld(folder);
    return Expectation.read(folder.expected())
        .filter(one -> !running || now.isAfter(one.due().plus(ALLOWANCE)))
        .map(one -> new Overdue(one, !running));
  }

  /// What was expected when, and why it seems not to have happened.
  String says() {
    return "%s, expected at %s New York (%s by the wall clock), has not happened: %s"
        .formatted(
            expected.moment(),
            NewYork.minute(expected.at()),
            expected.due().truncatedTo(ChronoUnit.SECONDS),
            gone ? "its runner is gone" : "its runner is there and does not get to it");
  }

  /// What a person has to do about it.
  String action() {
    return gone
        ? "start the runner again: give its command once more"
        : "look at the runner: stop it with `kill PID` and start it again";
  }

  private static boolean isHeld(RehearsalFolder folder) {
    try {
      return ProcessLock.isHeld(folder.lock());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
