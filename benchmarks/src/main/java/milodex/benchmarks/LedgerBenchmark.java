package milodex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Head;
import milodex.ledger.OrderStatus;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.sqlite.SqliteLedger;
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

/// The operator's ledger: one durable append, and the proof of a hundred thousand events.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
public class LedgerBenchmark {

  private static final int EVENTS = 100_000;
  private static final int BATCH = 10_000;

  private SqliteLedger growing;
  private SqliteLedger full;
  private long next;

  @Setup
  public void open() throws IOException {
    Path folder = Files.createTempDirectory("milodex-benchmark");
    growing = SqliteLedger.open(folder.resolve("growing.db"));
    full = SqliteLedger.open(folder.resolve("full.db"));
    for (int written = 0; written < EVENTS; written += BATCH) {
      List<Draft> batch = new ArrayList<>(BATCH);
      for (int i = 0; i < BATCH; i++) {
        batch.add(draft(written + i));
      }
      full.append(Instant.EPOCH, batch);
    }
  }

  @Benchmark
  public long appendOneDurably() {
    return growing.append(Instant.EPOCH, draft(next++));
  }

  @Benchmark
  public Head verifyHundredThousand() {
    return full.verify(Optional.empty());
  }

  private static Draft draft(long number) {
    return Draft.of(
        "report/" + number,
        new Fact.OrderReported(
            new ClientOrderId("mdx-" + number),
            Symbol.of("SIM-IDX"),
            OrderStatus.FILLED,
            Quantity.of(100),
            ""));
  }
}
