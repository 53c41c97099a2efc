package milodex.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import milodex.backtest.Backtest;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Head;
import milodex.ledger.JsonLines;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.sqlite.SqliteLedger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The book: appending, writing as text, and checking the facts of real runs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class LedgerBenchmark {

  private static final int MANY = 100_000;
  private static final Instant AT = Instant.parse("2024-01-02T14:30:00Z");

  private Path directory;
  private Ledger run;
  private List<Fact> facts;
  private List<Draft> many;
  private SqliteLedger appended;
  private SqliteLedger filled;
  private int next;

  @Setup(Level.Trial)
  public void fill() throws IOException {
    WideWorkspace workspace = WideWorkspace.imported(40);
    run = run(workspace);
    workspace.delete();
    facts = new ArrayList<>();
    run.replay(event -> facts.add(event.fact()));
    many = new ArrayList<>(MANY);
    for (int i = 0; i < MANY; i++) {
      many.add(draft(i));
    }
    directory = Files.createTempDirectory("milodex-benchmark");
    appended = SqliteLedger.open(directory.resolve("appended.db"));
    filled = SqliteLedger.open(directory.resolve("filled.db"));
    filled.append(AT, many);
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    appended.close();
    filled.close();
    new WideWorkspace(directory).delete();
  }

  /// 100,000 facts, one append each, kept in memory.
  @Benchmark
  public Ledger memoryAppend100k() {
    MemoryLedger ledger = new MemoryLedger();
    many.forEach(draft -> ledger.append(AT, draft));
    return ledger;
  }

  /// All facts of one RSI(2) run as canonical JSON with its hash chain.
  @Benchmark
  public Head jsonLinesOfRun() throws IOException {
    return JsonLines.write(run, OutputStream.nullOutputStream());
  }

  /// One fact, on the disk when it returns.
  @Benchmark
  public long sqliteAppend() {
    return appended.append(AT, draft(next++));
  }

  /// Every hash of 100,000 facts, and the file itself.
  @Benchmark
  public Head sqliteVerify100k() {
    return filled.verify(Optional.empty());
  }

  private Draft draft(int i) {
    return Draft.of("fact/" + i, facts.get(i % facts.size()));
  }

  private static Ledger run(WideWorkspace workspace) {
    return switch (new Preparer(workspace.store()).prepare(workspace.plan())) {
      case Preparation.Ready ready -> Backtest.run(ready, (_, _) -> {}).ledger();
      case Preparation.Refused refused -> throw new IllegalStateException(refused.says());
    };
  }
}
