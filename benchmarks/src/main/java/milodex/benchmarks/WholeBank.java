package milodex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  /// Runs them all, as often as asked for, and prints what each of them took the first time and
  /// what all of them took each time: the first pass is that of a cold process.
  ///
  /// @param arguments a workspace made by [WideWorkspace] with its bars imported, how many threads,
  ///     and how many passes, each into a ledger and a folder of its own
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    WideWorkspace workspace = new WideWorkspace(Path.of(arguments[0]));
    try (ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]))) {
      for (int pass = 1; pass <= Integer.parseInt(arguments[2]); pass++) {
        Path kept = Files.createDirectories(workspace.root().resolve("data/pass-" + pass));
        Instant begun = Clock.systemUTC().instant();
        List<String> told = pass(workspace, kept, threads);
        if (pass == 1) {
          told.forEach(System.out::println);
        }
        System.out.printf(
            Locale.ROOT,
            "%-62s %7.2f s%n",
            "all of them, pass " + pass,
            seconds(begun, Clock.systemUTC().instant()));
      }
    }
  }

  private static List<String> pass(WideWorkspace workspace, Path kept, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    try (SqliteLedger ledger = SqliteLedger.open(kept.resolve("bank.db"))) {
      WholeBank bank =
          new WholeBank(workspace, new Runs(ledger, new ArtifactFolder(kept.resolve("artifacts"))));
      List<Future<String>> running =
          workspace.strategies().stream().map(id -> threads.submit(() -> bank.run(id))).toList();
      List<String> told = new ArrayList<>();
      for (Future<String> one : running) {
        told.add(one.get());
      }
      return told;
    }
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
