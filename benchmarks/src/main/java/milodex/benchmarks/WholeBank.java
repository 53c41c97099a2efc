package milodex.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import milodex.backtest.Backtest;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.RunResult;
import milodex.backtest.Runs;
import milodex.files.ArtifactFolder;
import milodex.sqlite.SqliteLedger;

/// Every strategy shipped for the sample market over one wide market, as a whole process: the full
/// gate, the default proofs, and the record of each run kept for explanations.
final class WholeBank {

  private final WideWorkspace workspace;
  private final Runs runs;
  private final Preparer preparer;

  private WholeBank(WideWorkspace workspace, Runs runs) {
    this.workspace = workspace;
    this.runs = runs;
    this.preparer = new Preparer(workspace.store());
  }

  /// Runs them all and prints what each of them took.
  ///
  /// @param arguments a workspace made by [WideWorkspace] with its bars imported, and how many
  ///     threads
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    WideWorkspace workspace = new WideWorkspace(Path.of(arguments[0]));
    Path data = workspace.root().resolve("data");
    Instant begun = Clock.systemUTC().instant();
    try (SqliteLedger ledger = SqliteLedger.open(data.resolve("bank.db"));
        ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]))) {
      WholeBank bank =
          new WholeBank(workspace, new Runs(ledger, new ArtifactFolder(data.resolve("artifacts"))));
      List<Future<String>> told =
          workspace.strategies().stream().map(id -> threads.submit(() -> bank.run(id))).toList();
      for (Future<String> one : told) {
        System.out.println(one.get());
      }
    }
    System.out.printf(
        Locale.ROOT, "%-62s %7.2f s%n", "all of them", seconds(begun, Clock.systemUTC().instant()));
  }

  private String run(String strategyId) {
    Instant begun = Clock.systemUTC().instant();
    BacktestPlan plan = workspace.plan(strategyId);
    Preparation.Ready ready =
        switch (preparer.prepare(plan)) {
          case Preparation.Ready prepared -> prepared;
          case Preparation.Refused refused -> throw new IllegalStateException(refused.says());
        };
    Runs.Run registered;
    synchronized (runs) {
      registered = runs.register(ready.inputs(), plan.strategy().id(), "", begun);
    }
    RunResult result = Backtest.run(ready, (_, _) -> {});
    if (!result.proofs().hold()) {
      throw new IllegalStateException(strategyId + " is invalid: " + result.proofs());
    }
    synchronized (runs) {
      runs.complete(registered, result, Clock.systemUTC().instant());
    }
    return String.format(
        Locale.ROOT,
        "%-62s %7.2f s %6d trades",
        strategyId,
        seconds(begun, Clock.systemUTC().instant()),
        result.metrics().trades().trades());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
