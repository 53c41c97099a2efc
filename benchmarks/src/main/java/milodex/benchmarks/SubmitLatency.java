package milodex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import milodex.backtest.RecordedDays;
import milodex.backtest.Rehearsal;
import milodex.backtest.RehearsalPlan;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.files.BrokerFile;
import milodex.files.FileSendLock;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.Sha256;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances.Standing;
import milodex.risk.RiskPolicy;
import milodex.sample.SampleMarket;
import milodex.sqlite.SqliteLedger;

/// How long an order takes on the paper path: a rehearsal of RSI(2) on a ledger and a brokerage in
/// files, as a whole process, every append on the disk.
///
/// The stretches are measured between appends: from the one before it until the decision is
/// durable; from there, or from the order before it, until the attempt is durable, with sizing and
/// the gate; from there until the broker's answer is durable.
final class SubmitLatency implements Ledger {

  private static final int WARM_UP = 200;

  private final Ledger real;
  private final List<Long> decisions = new ArrayList<>();
  private final List<Long> attempts = new ArrayList<>();
  private final List<Long> answers = new ArrayList<>();
  private final List<Long> appends = new ArrayList<>();
  private long last = System.nanoTime();

  private SubmitLatency(Ledger real) {
    this.real = real;
  }

  /// Prints median and 99th percentile of each stretch, in milliseconds.
  ///
  /// @param arguments a workspace made by [WideWorkspace] with its bars imported, a directory for
  ///     the rehearsal, and the year
  public static void main(String[] arguments) throws IOException {
    WideWorkspace workspace = new WideWorkspace(Path.of(arguments[0]));
    Path folder = Path.of(arguments[1]);
    Files.createDirectories(folder);
    RecordedDays.Ready days = days(workspace, Integer.parseInt(arguments[2]));
    RehearsalPlan plan = days.plan();
    try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("ledger.db"));
        BrokerFile broker = BrokerFile.open(folder.resolve("broker.jsonl"), plan.account())) {
      SubmitLatency timed = new SubmitLatency(ledger);
      new Rehearsal(
              days,
              timed,
              market -> plan.broker(market, broker.state(), timed, broker),
              new FileSendLock(folder.resolve("send.lock"), Duration.ofSeconds(30)))
          .run(() -> {});
      timed.print();
    }
  }

  private static RecordedDays.Ready days(WideWorkspace workspace, int year) {
    Optional<ManifestHash> manifest = Optional.of(new ManifestHash(Sha256.of("benchmark")));
    ActiveStrategy frozen =
        workspace
            .plan()
            .strategy()
            .standing(new Standing("backtest", manifest, manifest, List.of()));
    RehearsalPlan plan =
        new RehearsalPlan(
            List.of(frozen),
            SampleMarket.FIRST.withYear(year),
            SampleMarket.LAST,
            Money.of(100_000),
            Costs.slippage(Fraction.parse("0.0005")),
            RiskPolicy.standard());
    StoredBars bars = workspace.store().until(SampleMarket.LAST);
    return switch (RecordedDays.read(bars, plan)) {
      case RecordedDays.Ready ready -> ready;
      case RecordedDays.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private void print() {
    System.out.printf(Locale.ROOT, "%d orders, %d appends%n", answers.size(), appends.size());
    if (answers.isEmpty()) {
      throw new IllegalStateException("nothing was ordered, so nothing was measured");
    }
    print("decision durable", decisions);
    print("attempt durable", attempts);
    print("answer durable", answers);
    List<Long> orders = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      orders.add(attempts.get(i) + answers.get(i));
    }
    print("wish to answer", orders);
    print("one append", appends);
    long[] sums = {median(decisions), median(orders)};
    System.out.printf(
        Locale.ROOT, "%-18s %8.2f ms%n", "both medians", Arrays.stream(sums).sum() / 1_000_000.0);
  }

  private static void print(String name, List<Long> nanos) {
    List<Long> warm = warm(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-18s %8.2f ms median %8.2f ms p99 of %d%n",
        name,
        median(nanos) / 1_000_000.0,
        warm.get((int) (warm.size() * 0.99)) / 1_000_000.0,
        warm.size());
  }

  private static long median(List<Long> nanos) {
    List<Long> warm = warm(nanos);
    return warm.get(warm.size() / 2);
  }

  private static List<Long> warm(List<Long> nanos) {
    return nanos.stream().skip(Math.min(WARM_UP, nanos.size() / 2)).sorted().toList();
  }

  private <T> T timed(List<Draft> drafts, Supplier<T> append) {
    long began = System.nanoTime();
    T appended = append.get();
    long ended = System.nanoTime();
    appends.add(ended - began);
    for (Draft draft : drafts) {
      switch (draft.fact()) {
        case Fact.StrategyEvaluated _ -> decisions.add(ended - last);
        case Fact.OrderSubmitted _ -> attempts.add(ended - last);
        case Fact.OrderReported _ -> answers.add(ended - last);
        case Fact _ -> {}
      }
    }
    last = ended;
    return appended;
  }

  @Override
  public long append(Instant at, List<Draft> drafts) {
    return timed(drafts, () -> real.append(at, drafts));
  }

  @Override
  public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    return timed(drafts, () -> real.appendIf(riskHead, at, drafts));
  }

  @Override
  public long riskHead() {
    return real.riskHead();
  }

  @Override
  public Head head() {
    return real.head();
  }

  @Override
  public Optional<Event> event(long seq) {
    return real.event(seq);
  }

  @Override
  public void replay(long after, Consumer<Event> reader) {
    real.replay(after, reader);
  }

  @Override
  public void close() {
    real.close();
  }
}
