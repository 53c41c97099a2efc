package milodex.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milodex.files.ProcessLock;
import milodex.market.NewYork;

/// The process that runs an account, as it names itself in the lock that it holds.
///
/// @param since when it took the lock, in New York
/// @param step when it got on last, in New York; empty if it does not say
record RunnerProcess(long pid, String since, Optional<String> step) {

  private static final Pattern TEXT =
      Pattern.compile("process (\\d+) since ([^,]+)(?:, newest step at (.+))?");

  /// This process.
  static RunnerProcess here(Instant now) {
    return new RunnerProcess(ProcessHandle.current().pid(), NewYork.second(now), Optional.empty());
  }

  /// The newest that held the lock of an account; empty if none named itself so.
  static Optional<RunnerProcess> of(AccountFolder folder) {
    Matcher named = TEXT.matcher(ProcessLock.holder(folder.lock()));
    return named.matches()
        ? Optional.of(
            new RunnerProcess(
                Long.parseLong(named.group(1)),
                named.group(2),
                Optional.ofNullable(named.group(3))))
        : Optional.empty();
  }

  /// The same that has just got on.
  RunnerProcess at(Instant now) {
    return new RunnerProcess(pid, since, Optional.of(NewYork.second(now)));
  }

  /// Who holds `lock`, in a sentence with the time in New York.
  static String holds(Path lock) {
    String holder = ProcessLock.holder(lock);
    String who = TEXT.matcher(holder).matches() ? holder + " New York" : holder;
    return "It is held by " + (who.isEmpty() ? "another process" : who) + ".";
  }

  /// `process 4711 since 2024-03-08 09:30:00, newest step at 2024-03-08 09:30:02`, in New York.
  String says() {
    return "process "
        + pid
        + " since "
        + since
        + step.map(time -> ", newest step at " + time).orElse("");
  }

  /// In New York, when it got on last, as far as it says.
  String newest() {
    return step.orElse(since);
  }

  /// Whether by its own word it has not got on for longer than `span`.
  boolean isStill(Duration span, Instant now) {
    return NewYork.ofSecond(newest()).filter(at -> now.isAfter(at.plus(span))).isPresent();
  }
}
