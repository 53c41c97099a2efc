package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.OrderReport;
import milodex.data.HistoricalMarket;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.Side;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.risk.StrategyLimits;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import org.jspecify.annotations.Nullable;

/// Many desks that send as fast as they can, and somebody who halts them in the middle of it.
///
/// Each has its own books over its own opening of the ledger, as processes have.
public final class HaltRace {

  private static final Money CASH = Money.of(1_000_000);
  private static final LocalDate DAY = LocalDate.parse("2024-03-08");
  private static final String PRICE = "50";

  private final int desks;
  private final int rounds;
  private final Supplier<Ledger> ledgers;
  private final Supplier<SendLock> locks;
  private final CountDownLatch sentEnough;
  private final List<String> late = Collections.synchronizedList(new ArrayList<>());
  private final Broker broker;
  private volatile boolean halted;

  /// @param rounds wishes of each desk; the halt comes once a third of all was sent
  /// @param ledgers opens the same ledger each time
  /// @param locks makes the same lock each time
  public HaltRace(int desks, int rounds, Supplier<Ledger> ledgers, Supplier<SendLock> locks) {
    this.desks = desks;
    this.rounds = rounds;
    this.ledgers = ledgers;
    this.locks = locks;
    this.sentEnough = new CountDownLatch(desks * rounds / 3);
    this.broker = new Broker();
  }

  /// What the race showed.
  ///
  /// @param late submissions that started or were on their way after the halt had returned
  /// @param working orders that worked at the broker in the end
  public record Result(
      TripOutcome outcome, List<String> late, List<OrderReport> working, List<Event> events) {

    /// The kinds of fact after the halt was latched, submissions alone.
    public List<Fact.OrderSubmitted> submittedAfter() {
      return submitted(true);
    }

    /// Submissions before it.
    public List<Fact.OrderSubmitted> submittedBefore() {
      return submitted(false);
    }

    private List<Fact.OrderSubmitted> submitted(boolean after) {
      return events.stream()
          .filter(event -> event.seq() > outcome.incident().seq() == after)
          .map(Event::fact)
          .filter(Fact.OrderSubmitted.class::isInstance)
          .map(Fact.OrderSubmitted.class::cast)
          .toList();
    }
  }

  /// Runs it to the end.
  public Result run() throws InterruptedException, ExecutionException {
    try (Ledger ledger = ledgers.get();
        ExecutorService threads = Executors.newFixedThreadPool(desks)) {
      SortedMap<StrategyId, Money> allocated = new TreeMap<>();
      for (int desk = 0; desk < desks; desk++) {
        allocated.put(strategy(desk), CASH);
      }
      ledger.append(
          session().opensAt(),
          Draft.of(
              "books/opened", new Fact.BooksOpened(0, "race", DAY, DAY, Money.ZERO, allocated)));
      List<Future<@Nullable Void>> running = new ArrayList<>();
      for (int desk = 0; desk < desks; desk++) {
        int number = desk;
        Callable<@Nullable Void> work =
            () -> {
              try {
                work(number);
              } finally {
                waitForNoMore();
              }
              return null;
            };
        running.add(threads.submit(work));
      }
      sentEnough.await();
      KillSwitch killSwitch = new KillSwitch(new Books(ledger), Optional.of(broker), locks.get());
      TripOutcome outcome =
          killSwitch.trip(HaltScope.ACCOUNT, HaltMode.HALT, "operator", "enough", now());
      halted = true;
      for (Future<@Nullable Void> one : running) {
        one.get();
      }
      List<Event> events = new ArrayList<>();
      ledger.replay(events::add);
      return new Result(outcome, late, broker.working(), events);
    }
  }

  private void work(int number) {
    TinyMarket story = TinyMarket.of("2024-03-08", "2024-03-08");
    for (int desk = 0; desk < desks; desk++) {
      for (int round = 0; round < rounds; round++) {
        story.bars(ticker(desk, round), PRICE + "/" + PRICE);
      }
    }
    HistoricalMarket market = new HistoricalMarket(story.history(), story.begin());
    market.openSession(story.begin());
    try (Ledger ledger = ledgers.get()) {
      Books books = new Books(ledger);
      Reconciliation reconciliation = new Reconciliation();
      reconciliation.compare(DAY, books, broker);
      Desk desk =
          new Desk(
              books,
              market,
              new Destination(broker, "A1", locks.get()),
              reconciliation,
              new RiskGate(RiskPolicy.unlimitedOf(RiskPolicy.standard())),
              Costs.slippage(Fraction.ZERO),
              List.of(active(number, story)));
      for (int round = 0; round < rounds; round++) {
        Intent wish = wish(number, round);
        books.record(now(), Draft.of("intent/" + wish.id(), new Fact.IntentRecorded(wish)));
        desk.work(now());
      }
    }
  }

  /// One desk is done or has failed: the halt must not wait for orders that never come.
  private void waitForNoMore() {
    while (sentEnough.getCount() > 0) {
      sentEnough.countDown();
    }
  }

  private static ActiveStrategy active(int number, TinyMarket story) {
    Script rule = new Script();
    return new ActiveStrategy(
        strategy(number),
        rule,
        ParameterValues.standard(rule),
        new Universe(
            "universe.race.v1",
            1,
            "race",
            Optional.empty(),
            Optional.empty(),
            story.symbols().stream().map(HaltRace::member).toList()),
        new StrategyLimits(Fraction.ONE, 1_000, Fraction.ONE),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()));
  }

  private static Universe.Member member(Symbol symbol) {
    return new Universe.Member(
        symbol, Universe.Kind.STOCK, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Intent wish(int number, int round) {
    return new Intent(
        strategy(number) + "/draft/" + ticker(number, round) + "/BUY/2024-03-07",
        strategy(number),
        Symbol.of(ticker(number, round)),
        Side.BUY,
        Fraction.parse("0.001"),
        Optional.empty(),
        "rule",
        LocalDate.parse("2024-03-07"),
        DAY,
        Optional.empty(),
        Price.parse(PRICE),
        new TreeMap<>());
  }

  private static StrategyId strategy(int number) {
    return StrategyId.parse("null.daily.script.desk" + number + ".v1");
  }

  private static String ticker(int number, int round) {
    return "D" + number + "R" + round;
  }

  private static Session session() {
    return TinyMarket.of("2024-03-08", "2024-03-08").sessions().getLast();
  }

  private static Instant now() {
    return session().opensAt();
  }

  /// Takes its time with every order, and notices when that is too late.
  private final class Broker extends ParkingBroker {

    Broker() {
      super(CASH.times(Quantity.of(desks)));
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      notice(order, "started");
      for (int i = 0; i < 20_000; i++) {
        Thread.onSpinWait();
      }
      OrderReport report = super.submit(order);
      sentEnough.countDown();
      notice(order, "was on its way");
      return report;
    }

    private void notice(ApprovedOrder order, String what) {
      if (halted) {
        late.add(order.id() + " " + what);
      }
    }
  }
}
