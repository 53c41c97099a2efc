package milodex.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milodex.files.ProcessLock;
import milodex.market.NewYork;

/// The process that runs an account, as it names itself in the lock that it holds.
///
/// @param since when it took the lock, in New York
record RunnerProcess(long pid, String since) {

  private static final Pattern TEXT = Pattern.compile("process (\\d+) since (.+)");

  /// This process.
  static RunnerProcess here(Instant now) {
    return new RunnerProcess(ProcessHandle.current().pid(), NewYork.second(now));
  }

  /// The newest that held the lock of `folder`; empty if none named itself so.
  static Optional<RunnerProcess> of(RehearsalFolder folder) {
    Matcher named = TEXT.matcher(ProcessLock.holder(folder.lock()));
    return named.matches()
        ? Optional.of(new RunnerProcess(Long.parseLong(named.group(1)), named.group(2)))
        : Optional.empty();
  }

  /// Who holds `lock`, in a sentence with the time in New York.
  static String holds(Path lock) {
    String holder = ProcessLock.holder(lock);
    String who = TEXT.matcher(holder).matches() ? holder + " New York" : holder;
    return "It is held by " + (who.isEmpty() ? "another process" : who) + ".";
  }

  /// `process 4711 since 2024-03-08 09:30:00`, in New York.
  String says() {
    return "process " + pid + " since " + since;
  }
}
