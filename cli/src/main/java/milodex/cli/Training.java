package milodex.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import milodex.files.DiskReserve;

/// Goes through common commands once, so that the JVM can keep what they load for the next starts.
///
/// The build runs it (`bin/app.sh`); no operator does.
public final class Training {

  /// What short commands need; each of them ends well, in this order.
  static final List<List<String>> COMMANDS =
      List.of(
          List.of("--help"),
          List.of("--version", "--json"),
          List.of("init", "."),
          List.of("config", "validate", "--all"),
          List.of("risk", "selftest"),
          List.of("promotion", "freeze", "regime.daily.sma200_rotation.spy_shy.v1"),
          List.of("status"),
          List.of("ledger", "tail"),
          List.of("ledger", "verify", "--json"),
          List.of("data", "status"),
          List.of("analytics", "list"));

  /// What they need once something was traded.
  static final List<List<String>> LOOKS =
      List.of(
          List.of("status"),
          List.of("positions"),
          List.of("orders"),
          List.of("trade", "kill-switch", "trip", "--reason", "training"),
          List.of("halt", "--reason", "training", "--json"),
          List.of("status", "--json"));

  /// What long commands need.
  private static final List<List<String>> LONG = List.of(List.of("demo"));

  private Training() {}

  /// Runs the commands silently in a scratch directory.
  ///
  /// @param arguments the scratch directory, and `long` for the long commands
  public static void main(String[] arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(
            Map.of(),
            Path.of(arguments[0]).toAbsolutePath(),
            new SystemClockwork(InstantSource.system()),
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            EnumSet.noneOf(Environment.Stream.class),
            DiskReserve::in);
    if (arguments.length > 1) {
      run(environment, LONG);
    } else {
      run(environment, COMMANDS);
      TrainingBooks.write(new Workspace(environment.directory()).ledger());
      run(environment, LOOKS);
    }
  }

  private static void run(Environment environment, List<List<String>> commands) {
    commands.forEach(command -> Main.run(environment, command.toArray(String[]::new)));
  }
}
