package milodex.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import milodex.broker.OrderReport;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.money.Fraction;
import milodex.risk.ApprovedOrder;
import milodex.risk.RiskPolicy;
import org.jspecify.annotations.Nullable;

/// Many desks that send as fast as they can, and somebody who halts them in the middle of it.
///
/// Each has its own books over its own opening of the ledger, as processes have.
public final class HaltRace {

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
      ledger.append(Contender.NOW, new Contender.Field(desks, rounds).opened());
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
          killSwitch.trip(HaltScope.ACCOUNT, HaltMode.HALT, "operator", "enough", Contender.NOW);
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
    try (Ledger ledger = ledgers.get()) {
      Contender desk =
          new Contender(
              new Contender.Field(desks, rounds),
              number,
              RiskPolicy.unlimitedOf(RiskPolicy.standard()),
              broker,
              locks.get());
      desk.begin(ledger);
      for (int round = 0; round < rounds; round++) {
        desk.wish(round, Fraction.parse("0.001"));
        desk.work();
      }
    }
  }

  /// One desk is done or has failed: the halt must not wait for orders that never come.
  private void waitForNoMore() {
    while (sentEnough.getCount() > 0) {
      sentEnough.countDown();
    }
  }

  /// Takes its time with every order, and notices when that is too late.
  private final class Broker extends ParkingBroker {

    Broker() {
      super(new Contender.Field(desks, rounds).cash());
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
