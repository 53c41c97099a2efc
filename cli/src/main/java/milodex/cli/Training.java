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

  /// What long commands need: the demo, then one rule of each kind on its market.
  static final List<List<String>> LONG =
      List.of(
          List.of("demo"),
          backtest("breakout.daily.atr_channel.sim_stocks.v1"),
          backtest("meanrev.daily.ibs_lowclose.sim_stocks.v1"),
          backtest("momentum.daily.tsmom.sim_stocks.v1"),
          backtest("momentum.daily.xsec_rotation.sim_market.v1"),
          backtest("null.daily.random_matched_exposure.sim_market.v1"));

  private Training() {}

  private static List<String> backtest(String strategy) {
    return List.of("--home", "data/demo", "backtest", strategy);
  }

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
            InstantSource.system(),
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            EnumSet.noneOf(Environment.Stream.class));
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
