package milodex.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import milodex.data.BarStore;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;
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

/// From the files of a bar store to bars in memory.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoadBarsBenchmark {

  @Param("40")
  private int symbols;

  private WideWorkspace workspace;
  private BarStore store;
  private List<Symbol> wanted;

  @Setup(Level.Trial)
  public void imports() throws IOException {
    workspace = WideWorkspace.imported(symbols);
    store = workspace.store();
    wanted = workspace.symbols();
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    workspace.delete();
  }

  /// Fifteen years of daily bars of every symbol.
  @Benchmark
  public SortedMap<Symbol, BarSeries> loadAll() {
    return store.loadAll(wanted, Timeframe.DAY_1);
  }
}
