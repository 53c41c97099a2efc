package milodex.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import milodex.backtest.Backtest;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.RunResult;
import milodex.files.ParquetBarStore;
import milodex.ledger.Head;
import milodex.ledger.JsonLines;
import milodex.market.Timeframe;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// RSI(2) on forty symbols over fifteen years, step by step.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
public class BacktestBenchmark {

  private ParquetBarStore store;
  private BacktestPlan plan;
  private Preparation.Ready ready;
  private RunResult result;

  @Setup
  public void makeMarket() {
    store = BigMarket.store();
    plan = BigMarket.plan(store);
    ready = prepare();
    result = run();
  }

  /// Bars and only bars, from files to columns.
  @Benchmark
  public Map<?, ?> load() {
    return store.loadAll(plan.strategy().symbols(), Timeframe.DAY_1);
  }

  /// Loading, scanning, hashing and laying out.
  @Benchmark
  public Preparation.Ready prepare() {
    return (Preparation.Ready) new Preparer(store).prepare(plan);
  }

  /// The loop, the desk, the full gate and the books.
  @Benchmark
  public RunResult run() {
    return Backtest.run(ready, (_, _) -> {});
  }

  /// Everything an operator waits for but the start of the process.
  @Benchmark
  public Head whole() throws IOException {
    RunResult fresh = Backtest.run(prepare(), (_, _) -> {});
    return JsonLines.write(fresh.ledger(), OutputStream.nullOutputStream());
  }

  /// Writing the full record of the run.
  @Benchmark
  public Head record() throws IOException {
    return JsonLines.write(result.ledger(), OutputStream.nullOutputStream());
  }
}
