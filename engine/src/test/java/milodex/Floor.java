package milodex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import milodex.broker.BrokerState;
import milodex.broker.Brokerage;
import milodex.broker.FillRule;
import milodex.broker.OrderReport;
import milodex.broker.SimulatedBroker;
import milodex.data.HistoricalMarket;
import milodex.execution.ActiveStrategy;
import milodex.execution.Adoption;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.execution.Difference;
import milodex.execution.Reconciliation;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.market.Session;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;
import milodex.trading.Moment;
import milodex.trading.TradingLoop;
import milodex.trading.WouldTripAlarm;

/// Strategies on a tiny market, told moment by moment; the program may crash and start again while
/// ledger and broker live on.
public final class Floor {

  /// The second strategy; the first is that of a play.
  public static final StrategyId SIBLING = StrategyId.parse("null.daily.script.sibling.v1");

  private static final Money EACH = Money.of(10_000);

  private final FillRule rule;
  private final RiskPolicy policy = RiskPolicy.unlimitedOf(RiskPolicy.standard());
  private final Costs costs = Costs.slippage(Fraction.ZERO);
  private final SortedMap<StrategyId, ActiveStrategy> strategies = new TreeMap<>();
  private final MemoryLedger ledger = new MemoryLedger();
  private final HistoricalMarket past;
  private SimulatedBroker broker;
  private UnaryOperator<Ledger> ledgers = real -> real;
  private UnaryOperator<Brokerage> brokers = real -> real;
  private Optional<Books> books = Optional.empty();
  private Optional<TradingLoop> loop = Optional.empty();
  private int session;

  /// The strategies of one or two scripts, each with ten thousand dollars, no limits and no costs.
  public Floor(TinyMarket market, FillRule rule, Script... scripts) {
    this.rule = rule;
    List<StrategyId> ids = List.of(Play.ID, SIBLING);
    for (int i = 0; i < scripts.length; i++) {
      ActiveStrategy one = new Play(market, scripts[i]).strategy();
      strategies.put(
          ids.get(i),
          new ActiveStrategy(
              ids.get(i),
              one.template(),
              one.parameters(),
              one.universe(),
              one.limits(),
              one.standing()));
    }
    this.past = new HistoricalMarket(market.history(), market.begin());
    this.session = market.begin() - 1;
    this.broker = broker(BrokerState.of(Money.of(10_000L * scripts.length)));
    SortedMap<StrategyId, Money> allocated = new TreeMap<>();
    strategies.keySet().forEach(id -> allocated.put(id, EACH));
    Session first = market.sessions().get(market.begin());
    ledger.append(
        first.opensAt(),
        Draft.of(
            "books/opened",
            new Fact.BooksOpened(
                0,
                "floor",
                first.date(),
                market.sessions().getLast().date(),
                Money.ZERO,
                allocated)));
    start();
  }

  /// Puts something between desk and broker from now on.
  public Floor broker(UnaryOperator<Brokerage> decorator) {
    brokers = decorator;
    return start();
  }

  /// Puts something between books and ledger from now on.
  public Floor ledger(UnaryOperator<Ledger> decorator) {
    ledgers = decorator;
    return start();
  }

  /// Starts the program, again if it ran before: it remembers nothing but ledger and broker.
  public Floor start() {
    Books kept = new Books(ledgers.apply(ledger));
    Brokerage seen = brokers.apply(broker);
    TradingLoop started =
        new TradingLoop(
            kept,
            past,
            Destination.alone(seen, "A1"),
            policy,
            costs,
            List.copyOf(strategies.values()),
            new WouldTripAlarm(kept));
    books = Optional.of(kept);
    loop = Optional.of(started);
    return this;
  }

  /// Lets the broker's process end and begin again, too.
  public Floor restartBroker() {
    broker = broker(broker.state());
    return start();
  }

  /// Something happens at the broker without us.
  public Floor outside(UnaryOperator<BrokerState> change) {
    broker = broker(change.apply(broker.state()));
    return start();
  }

  /// What taking it into the books comes to, at the prices observed last.
  public Adoption adoption(String reason) {
    return Adoption.of(books(), broker, past::lastPrice, past.session().date(), reason);
  }

  /// The next session opens.
  public Floor open() {
    session++;
    past.openSession(session);
    return on(new Moment.SessionBegins(past.session())).on(new Moment.SessionOpens(past.session()));
  }

  /// So many seconds after the open the broker's orders meet the market, and the loop looks.
  public Floor pulse(int seconds) {
    broker.meetMarket();
    return look(seconds);
  }

  /// So many seconds after the open the loop looks.
  public Floor look(int seconds) {
    return on(new Moment.Pulse(past.session(), at(seconds)));
  }

  /// The session closes.
  public Floor close() {
    broker.closeSession();
    past.closeSession();
    return on(new Moment.SessionCloses(past.session()));
  }

  /// A session in which nothing happens between open and close.
  public Floor day() {
    return open().close();
  }

  /// So many seconds after the session's open.
  public Instant at(int seconds) {
    return past.session().opensAt().plusSeconds(seconds);
  }

  public SimulatedBroker broker() {
    return broker;
  }

  public Books books() {
    return books.orElseThrow();
  }

  /// Every order the broker ever took.
  public List<OrderReport> orders() {
    return broker.state().orders();
  }

  /// What books and broker disagree in.
  public List<String> differences() {
    Reconciliation now = new Reconciliation();
    now.compare(past.session().date(), new Books(ledger), broker);
    return now.differences().stream().map(Difference::says).toList();
  }

  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }

  /// What happened, as a play tells it.
  public List<String> story() {
    return Play.story(events());
  }

  /// What happened after the first `lines` lines.
  public List<String> storyAfter(int lines) {
    List<String> story = story();
    return story.subList(lines, story.size());
  }

  private Floor on(Moment moment) {
    loop.orElseThrow().on(moment);
    return this;
  }

  private SimulatedBroker broker(BrokerState state) {
    return new SimulatedBroker("A1", past, costs, rule, state);
  }
}
