package milodex.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import milodex.backtest.Backtest;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.RunResult;
import milodex.data.StoredSeries;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// RSI(2) over fifteen years with every check of the gate and every fact kept.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PullbackBenchmark {

  @Param("40")
  private int symbols;

  private WideWorkspace workspace;
  private BacktestPlan plan;
  private Preparation.Ready ready;
  private long bars;

  /// How many bars were gone through.
  @AuxCounters
  @State(Scope.Thread)
  public static class Done {
    public long bars;
  }

  @Setup(Level.Trial)
  public void imports() throws IOException {
    workspace = WideWorkspace.imported(symbols);
    plan = workspace.plan();
    ready = prepare();
    bars = workspace.store().series().stream().mapToLong(StoredSeries::bars).sum();
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    workspace.delete();
  }

  /// Reads the bars from the store, judges their quality, hashes them, and lays them out.
  @Benchmark
  public Preparation.Ready prepare() {
    return switch (new Preparer(workspace.store()).prepare(plan)) {
      case Preparation.Ready prepared -> prepared;
      case Preparation.Refused refused -> throw new IllegalStateException(refused.says());
    };
  }

  /// The run alone, from bars in memory.
  @Benchmark
  public RunResult run() {
    return Backtest.run(ready, (_, _) -> {});
  }

  /// Both, from the store to the result.
  @Benchmark
  public RunResult prepareAndRun() {
    return Backtest.run(prepare(), (_, _) -> {});
  }

  /// The same as `prepareAndRun`, counted in bars.
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public RunResult barsPerSecond(Done done) {
    done.bars += bars;
    return prepareAndRun();
  }
}
