package milodex.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparer;
import milodex.backtest.Runs;
import milodex.files.ArtifactFolder;
import milodex.ledger.MemoryLedger;
import milodex.research.Sweep;
import milodex.research.SweepCell;
import milodex.strategy.GridFile;
import milodex.strategy.Templates;
import milodex.yaml.ConfigFolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A thousand cells of RSI(2) on one symbol over fifteen years, prepared, registered, computed by
/// two threads and kept, in a JVM that is warm.
///
/// Five thresholds, and two hundred longest holds of which most never sell anything: many cells
/// wish the same.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 6)
@Measurement(iterations = 7)
public class SweepBenchmark {

  private static final int SYMBOLS = 17;
  private static final int THREADS = 2;
  private static final String ID = "meanrev.daily.pullback_rsi2.sim_stocks.v1";
  private static final Instant NOW = Instant.parse("2024-01-02T21:05:00Z");

  private WideWorkspace workspace;
  private BacktestPlan base;
  private GridFile grid;
  private int sweeps;

  @Setup
  public void imports() throws IOException {
    workspace = WideWorkspace.imported(SYMBOLS);
    Path strategy = workspace.root().resolve("configs/strategies/" + ID + ".yaml");
    Files.writeString(
        strategy,
        Files.readString(strategy)
            .replaceFirst("(?m)^  universe_ref:.*$", "  universe: [SIM-IDX]"));
    Path file = workspace.root().resolve("grid.yaml");
    Files.writeString(
        file,
        """
        strategy: %s
        parameters:
          rsi_entry_threshold: [5, 10, 15, 20, 25]
          max_hold_days: [%s]
        """
            .formatted(
                ID,
                IntStream.rangeClosed(2, 201).mapToObj(Integer::toString).collect(joining(", "))));
    grid = new ConfigFolder(workspace.root(), Templates.shipped()).grid(file);
    base = workspace.plan(ID);
  }

  @TearDown
  public void delete() throws IOException {
    workspace.delete();
  }

  @Benchmark
  public List<Runs.Run> sweep() {
    Sweep sweep = new Sweep(THREADS);
    List<SweepCell.Trial> cells =
        sweep.prepare(base, grid.strategy(), grid.grid(), new Preparer(workspace.store())).stream()
            .map(SweepCell.Trial.class::cast)
            .toList();
    Path artifacts = workspace.root().resolve("artifacts-" + sweeps++);
    Runs runs = new Runs(new MemoryLedger(), new ArtifactFolder(artifacts));
    return sweep.run(
        cells, runs, new Sweep.Label(grid.strategy(), "benchmark"), () -> NOW, () -> {});
  }
}
