package milodex.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import milodex.broker.BrokerState;
import milodex.broker.HeardBroker;
import milodex.broker.SimulatedBroker;
import milodex.data.MarketHistory;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.market.Session;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.RiskGate;
import milodex.risk.SelfProofLog;
import milodex.strategy.StrategyId;
import milodex.trading.HistoricalFeed;
import milodex.trading.LatchingAlarm;
import milodex.trading.Moment;
import milodex.trading.Runner;
import milodex.trading.Sentry;
import milodex.trading.TradingLoop;

/// One seed: strategies that share an account live through a hostile market while things go wrong
/// around them, and processes die and are started again.
///
/// What survives a process is what survives it in the world: the ledger, the broker, and time.
public final class Life {

  /// Sessions at the end in which nothing goes wrong any more, so that all can be settled.
  static final int CALM_END = 3;

  static final String ACCOUNT = "SIMULATED";
  private static final int PROVE_EVERY = 20;
  private static final Money CASH = Money.of(300_000);
  static final Costs COSTS = Costs.slippage(Fraction.parse("0.001"));
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 3);
  private static final List<Duration> PULSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(70),
          Duration.ofMinutes(3),
          Duration.ofMinutes(12),
          Duration.ofMinutes(31),
          Duration.ofHours(2),
          Duration.ofHours(3));

  private final MarketHistory history;
  private final Adversary adversary;
  private final List<ActiveStrategy> strategies;
  private final MemoryLedger ledger = new MemoryLedger();
  private final HistoricalFeed world;
  private final Exchange exchange;
  private final Witness witness;
  private final FaultyBroker broker;
  private final Operator operator;
  private final List<MortalProcess> processes;

  Life(long seed, int days, int from, int to) {
    this.history =
        HostileMarket.draw(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), FIRST, days);
    this.adversary = new Adversary(seed, date(from), date(to));
    this.strategies = Cast.of(seed);
    this.world = feed();
    this.exchange =
        new Exchange(
            new SimulatedBroker(
                ACCOUNT, world.market(), COSTS, Exchange.rule(seed), BrokerState.of(CASH)),
            Exchange.hasStrangers(seed));
    this.witness = new Witness(exchange.broker());
    this.broker = new FaultyBroker(witness, adversary);
    this.operator =
        new Operator(
            ledger, broker, adversary, strategies, world.market(), exchange.hasStrangers());
    this.processes = List.of(process(strategies.subList(0, 2)), process(strategies.subList(2, 3)));
  }

  /// Lives `days` sessions of `seed`; things go wrong in all but the last few.
  ///
  /// @throws IllegalArgumentException if there are too few days for anything to go wrong
  public static LifeReport live(long seed, int days) {
    return live(seed, days, 0, days - CALM_END - 1);
  }

  /// The same, with things going wrong only in the sessions `[from, to]`, counted from 0.
  static LifeReport live(long seed, int days, int from, int to) {
    if (days <= CALM_END) {
      throw new IllegalArgumentException(
          "at least " + (CALM_END + 1) + " days are needed, not " + days);
    }
    Life life = new Life(seed, days, from, to);
    List<String> broken = life.live();
    return new LifeReport(
        seed,
        life.date(from),
        life.date(to),
        days,
        life.adversary.struck(),
        broken,
        life.processes.stream().mapToInt(MortalProcess::starts).sum(),
        life.processes.stream().mapToInt(MortalProcess::waits).sum(),
        life.witness.seen().size(),
        Invariants.fills(life.ledger),
        life.ledger.head());
  }

  /// Lives to the end.
  ///
  /// @return the invariants that do not hold
  List<String> live() {
    open();
    for (Optional<Moment> now = world.next(); now.isPresent(); now = world.next()) {
      live(now.get());
    }
    return broken(ledger);
  }

  /// The invariants that would not hold had the ledger been this one.
  List<String> broken(Ledger other) {
    return Invariants.broken(
        other, witness, adversary.struck(), world.market(), lived(), strategies);
  }

  /// Everything that was written down.
  MemoryLedger ledger() {
    return ledger;
  }

  private void live(Moment now) {
    adversary.at(now);
    exchange.live(now, adversary);
    broker.next(now);
    processes.forEach(process -> process.live(now));
    operator.live(now);
    operator.trade(now);
  }

  private MortalProcess process(List<ActiveStrategy> its) {
    return new MortalProcess(adversary, () -> start(its));
  }

  private MortalProcess.Started start(List<ActiveStrategy> its) {
    HistoricalFeed feed = feed();
    Ledger faulty = new FaultyLedger(ledger, adversary);
    Books books = new Books(faulty);
    HeardBroker heard = new HeardBroker(broker);
    KillSwitch killSwitch = new KillSwitch(books, Optional.of(heard), SendLock.alone());
    RiskGate gate = new RiskGate(Cast.policy());
    TradingLoop loop =
        new TradingLoop(
            books,
            feed.market(),
            Destination.alone(heard, ACCOUNT),
            gate,
            COSTS,
            its,
            new LatchingAlarm(books, killSwitch, gate.policy().triggers()),
            Optional.of(
                new Sentry(
                    new Sentry.Post(books, feed.market(), heard, its),
                    gate,
                    new SelfProofLog(faulty),
                    PROVE_EVERY,
                    killSwitch,
                    Sentry.Host.ample(_ -> Optional.empty()))));
    List<StrategyId> ids = its.stream().map(ActiveStrategy::id).toList();
    return new MortalProcess.Started(feed, new Runner(faulty, books, loop, ids));
  }

  private void open() {
    SortedMap<StrategyId, Money> allocated = new TreeMap<>();
    Money idle = CASH;
    for (ActiveStrategy strategy : strategies) {
      Money own = CASH.times(Cast.policy().allocation(strategy.id()));
      allocated.put(strategy.id(), own);
      idle = idle.minus(own);
    }
    Session first = history.sessions().get(HostileMarket.QUIET);
    ledger.append(
        first.opensAt(),
        Draft.of(
            "books/opened",
            new Fact.BooksOpened(
                0,
                "simulation",
                first.date(),
                history.sessions().getLast().date(),
                idle,
                allocated)));
  }

  private HistoricalFeed feed() {
    return new HistoricalFeed(history, HostileMarket.QUIET, history.sessions().size() - 1, PULSES);
  }

  private List<Session> lived() {
    return history.sessions().subList(HostileMarket.QUIET, history.sessions().size());
  }

  private LocalDate date(int day) {
    return history.sessions().get(HostileMarket.QUIET + day).date();
  }
}
