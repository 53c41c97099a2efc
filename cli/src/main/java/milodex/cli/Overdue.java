package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import milodex.files.ProcessLock;
import milodex.market.NewYork;

/// An expected moment that has not happened: its runner is gone, or does not get to it.
///
/// @param gone whether no process waits for it any more, though one did
/// @param runner the process that should get to it; empty if it is gone or did not name itself
/// @param why it seems not to have happened
/// @param action what a person has to do about it
record Overdue(
    Expectation expected, boolean gone, Optional<RunnerProcess> runner, String why, String action) {

  /// How late a runner that is there may be before it counts as stuck.
  private static final Duration ALLOWANCE = Duration.ofSeconds(10);

  /// What has not happened in a rehearsal by `now` of the wall clock; empty if nothing runs there
  /// at a pace, or it is in time.
  static Optional<Overdue> of(RehearsalFolder folder, Instant now) {
    boolean running = isHeld(folder);
    return Expectation.read(folder.expected())
        .filter(one -> !running || now.isAfter(one.due().plus(ALLOWANCE)))
        .map(one -> running ? stuck(one, folder) : left(one));
  }

  /// One whose runner is gone.
  static Overdue left(Expectation expected) {
    return new Overdue(
        expected,
        true,
        Optional.empty(),
        "its runner is gone",
        "start the runner again: give its command once more");
  }

  /// One whose runner is in a turn on the paper account and gets no further.
  static Overdue still(Expectation expected, RunnerProcess runner, String late) {
    return new Overdue(
        expected,
        false,
        Optional.of(runner),
        "%sprocess %d works on the account and made no step since %s New York"
            .formatted(late, runner.pid(), runner.newest()),
        ("see what it waits for (a disk, a plug-in); its watchdog ends it ten minutes after its newest step,"
                + " `kill -9 %d` at once: then give its command again, it goes on")
            .formatted(runner.pid()));
  }

  /// What was expected when, and why it seems not to have happened.
  String says() {
    return "%s, expected at %s New York (by the wall clock at %s New York), has not happened: %s"
        .formatted(
            expected.moment(), NewYork.minute(expected.at()), NewYork.second(expected.due()), why);
  }

  /// The same, for programs.
  Data data() {
    Data data =
        Data.of()
            .text("moment", expected.moment())
            .text("at", expected.at().toString())
            .text("due", expected.due().toString())
            .flag("runner_gone", gone);
    runner.ifPresentOrElse(one -> data.object("runner", data(one)), () -> data.absent("runner"));
    return data;
  }

  private static Data data(RunnerProcess runner) {
    Data data = Data.of().count("pid", runner.pid()).text("since", runner.since());
    runner
        .step()
        .ifPresentOrElse(at -> data.text("newest_step", at), () -> data.absent("newest_step"));
    return data;
  }

  /// One whose runner is there: it may send orders when it moves again, so that it is halted before
  /// it is ended.
  private static Overdue stuck(Expectation expected, RehearsalFolder folder) {
    Optional<RunnerProcess> runner = RunnerProcess.of(folder);
    return new Overdue(
        expected,
        false,
        runner,
        "its runner%s is there and does not get to it"
            .formatted(runner.map(one -> ", " + one.says() + " New York,").orElse("")),
        "end the runner: `milodex halt --reason TEXT --rehearsal %s` first, so that it sends nothing more; then"
                .formatted(folder.name())
            + " `kill %1$s`, and `kill -9 %1$s` if it is there half a minute later; reset the halt and"
                .formatted(runner.map(one -> "" + one.pid()).orElse("PID"))
            + " give its command once more");
  }

  private static boolean isHeld(RehearsalFolder folder) {
    try {
      return ProcessLock.isHeld(folder.lock());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
