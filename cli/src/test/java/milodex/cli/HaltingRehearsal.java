package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import milodex.LedgerRelay;
import milodex.backtest.RecordedDays;
import milodex.backtest.Rehearsal;
import milodex.backtest.RehearsalPlan;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerChangeText;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.execution.ActiveStrategy;
import milodex.execution.SendLock;
import milodex.files.BrokerFile;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact.RunnerStarted;
import milodex.ledger.StartStep;
import milodex.promotion.Manifest;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances;
import milodex.sqlite.SqliteLedger;
import milodex.trading.StartLog;
import milodex.yaml.Configuration;

/// A program that goes on with a rehearsal as the command does, and halts at one point as if it
/// had been killed there.
public final class HaltingRehearsal {

  /// How it ends: nothing is closed, nothing is said.
  static final int HALTED = 99;

  private HaltingRehearsal() {}

  /// Arguments: workspace, first day, last day, where to halt, and the key it halts at.
  public static void main(String[] arguments) throws IOException {
    run(
        new Workspace(Path.of(arguments[0])),
        new RehearsalBench.Period(arguments[1], arguments[2]),
        new CrashPoint(CrashPoint.Where.valueOf(arguments[3]), arguments[4]),
        () -> Runtime.getRuntime().halt(HALTED));
  }

  /// Goes on until the point is reached, and further only if `halt` lets it.
  static void run(
      Workspace workspace, RehearsalBench.Period period, CrashPoint point, Runnable halt)
      throws IOException {
    RecordedDays.Ready days = ready(workspace, period);
    RehearsalFolder folder = RehearsalFolder.of(workspace, days.name());
    Files.createDirectories(folder.root());
    Halt halts = new Halt(point, halt);
    try (SqliteLedger ledger = SqliteLedger.open(folder.ledger());
        BrokerFile file = BrokerFile.open(folder.broker(), days.plan().account())) {
      recordStart(new Wiring(workspace), days, ledger.head());
      Consumer<BrokerChange> memory = change -> remember(halts, folder, file, change);
      new Rehearsal(
              days,
              new HaltingLedger(ledger, halts),
              market ->
                  new HaltingBroker(
                      days.plan().broker(market, file.state(), ledger, memory), halts),
              SendLock.alone())
          .run(() -> {});
    }
  }

  /// What the command makes of its arguments.
  static RecordedDays.Ready ready(Workspace workspace, RehearsalBench.Period period) {
    Wiring wiring = new Wiring(workspace);
    List<ActiveStrategy> strategies = new ArrayList<>();
    List<Configuration> configurations =
        List.of(wiring.configs().load(Sample.PULLBACK), wiring.configs().load(Sample.ROTATION));
    for (Configuration one : configurations) {
      Manifest manifest = Freezing.required(wiring, one, "nothing was rehearsed");
      strategies.add(
          Plans.strategy(one)
              .standing(
                  new Circumstances.Standing(
                      "backtest",
                      Optional.of(manifest.hash()),
                      Optional.of(manifest.hash()),
                      List.of())));
    }
    RehearsalPlan plan =
        new RehearsalPlan(
            strategies,
            LocalDate.parse(period.from()),
            LocalDate.parse(period.to()),
            Plans.EQUITY,
            Plans.costs(configurations.getFirst()).dearer(Plans.costs(configurations.getLast())),
            configurations.getFirst().policy());
    return switch (RecordedDays.read(wiring.researchBars(Shell.NOW), plan)) {
      case RecordedDays.Ready ready -> ready;
      case RecordedDays.Refused refused ->
          throw new IllegalStateException(refused.refusal().says());
    };
  }

  /// Every start is on record, as that of the command is.
  private static void recordStart(Wiring wiring, RecordedDays.Ready days, Head head)
      throws IOException {
    try (Ledger operators = wiring.ledger()) {
      RunnerStarted start =
          new RunnerStarted(
              Optional.of(days.name()),
              List.of(),
              Optional.of(head.toString()),
              List.of(StartStep.ok("test", "")));
      new StartLog(operators, Optional.of(days.name()))
          .news(start, operators.head().seq() + 1)
          .ifPresent(draft -> operators.append(Shell.NOW, draft));
    }
  }

  private static void remember(
      Halt halt, RehearsalFolder folder, BrokerFile file, BrokerChange change) {
    change
        .order()
        .filter(order -> halt.isAt(CrashPoint.Where.WITHIN_LINE, order.order().toString()))
        .ifPresent(
            _ -> {
              append(folder.broker(), BrokerChangeText.write(change));
              halt.halt().run();
            });
    file.accept(change);
  }

  /// Half of the line, without its end.
  private static void append(Path file, String line) {
    try {
      Files.writeString(file, line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it ends, and how.
  private record Halt(CrashPoint point, Runnable halt) {

    boolean isAt(CrashPoint.Where where, String key) {
      return point.where() == where && point.key().equals(key);
    }

    void at(CrashPoint.Where where, String key) {
      if (isAt(where, key)) {
        halt.run();
      }
    }
  }

  /// A ledger that halts around the append of an event.
  private record HaltingLedger(Ledger real, Halt halt) implements LedgerRelay {

    @Override
    public long append(Instant at, List<Draft> drafts) {
      return appending(drafts, () -> real.append(at, drafts));
    }

    @Override
    public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
      return appending(drafts, () -> real.appendIf(riskHead, at, drafts));
    }

    private <T> T appending(List<Draft> drafts, Supplier<T> append) {
      drafts.forEach(draft -> halt.at(CrashPoint.Where.BEFORE_APPEND, draft.key()));
      T appended = append.get();
      drafts.forEach(draft -> halt.at(CrashPoint.Where.AFTER_APPEND, draft.key()));
      return appended;
    }
  }

  /// A broker whose client halts around the sending of an order.
  private record HaltingBroker(Brokerage real, Halt halt) implements Brokerage {

    @Override
    public OrderReport submit(ApprovedOrder order) {
      halt.at(CrashPoint.Where.BEFORE_SUBMIT, order.id().toString());
      OrderReport report = real.submit(order);
      halt.at(CrashPoint.Where.AFTER_SUBMIT, order.id().toString());
      return report;
    }

    @Override
    public void cancel(ClientOrderId order) {
      real.cancel(order);
    }

    @Override
    public AccountSnapshot account() {
      return real.account();
    }

    @Override
    public List<OrderReport> working() {
      return real.working();
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      return real.find(order);
    }
  }
}
