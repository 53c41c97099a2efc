package milodex.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Ends this process at once, after it has said where every thread stands.
///
/// It waits for nobody but a little while for its own words: what does not get on may be the disk
/// or the terminal that they go to. To die is safe: the operating system lets go of every lock, and
/// what was on its way is taken up from the ledger as after a crash.
///
/// @param crashes where the stacks go
/// @param patience how long the words may take
/// @param halt ends the process with an exit code, and runs nothing before
record LastWords(Invocation invocation, Path crashes, Duration patience, IntConsumer halt) {

  /// Of this process.
  static LastWords ofProcess(Invocation invocation) {
    return new LastWords(
        invocation,
        invocation.workspace().crashes(),
        Duration.ofSeconds(5),
        Runtime.getRuntime()::halt);
  }

  /// Says what was found and ends the process.
  void say(Liveness.Wedge wedge) {
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    Thread saying =
        Thread.ofPlatform().daemon().name("last words").start(() -> tell(wedge, stacks));
    try {
      saying.join(patience);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    halt.accept(ExitCode.WEDGED.number());
  }

  private void tell(Liveness.Wedge wedge, Map<Thread, StackTraceElement[]> stacks) {
    Instant now = invocation.environment().clock().instant();
    List<String> arguments = invocation.line().getParseResult().originalArgs();
    Optional<Path> file =
        CrashFile.write(crashes, now, arguments, out -> print(out, wedge, stacks));
    Reply reply = failure(wedge, file).reply();
    invocation.console().show(reply);
    if (invocation.options().json) {
      invocation.console().answer(invocation.command(), reply);
    }
  }

  private static void print(
      PrintWriter out, Liveness.Wedge wedge, Map<Thread, StackTraceElement[]> stacks) {
    out.println(why(wedge));
    stacks.entrySet().stream()
        .sorted(Comparator.comparingLong(one -> one.getKey().threadId()))
        .forEach(
            one -> {
              out.println();
              out.println(one.getKey().getName() + ", " + one.getKey().getState());
              for (StackTraceElement frame : one.getValue()) {
                out.println("  at " + frame);
              }
            });
  }

  private static Failure failure(Liveness.Wedge wedge, Optional<Path> file) {
    return new Failure(
        ExitCode.WEDGED,
        "runner_wedged",
        "The runner did not get on, and its watchdog ended it.",
        why(wedge),
        "Milodex ended the process in the middle of that step and let go of its locks"
            + file.map(written -> "; where every thread stood is in " + written + ".")
                .orElse("; where its threads stood could not be written."),
        "See what hangs there (a disk, a plug-in), then give the same command again: it goes on as"
            + " after a crash.");
  }

  private static String why(Liveness.Wedge wedge) {
    String minutes = FactLine.counted((int) wedge.after().toMinutes(), "minute", "minutes");
    return (wedge.stopping()
            ? "It was asked to stop and had not ended %s later; its newest step was: %s."
            : "It made no step for %s; its newest was: %s.")
        .formatted(minutes, wedge.step());
  }
}
