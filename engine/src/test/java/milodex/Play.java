package milodex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import milodex.broker.Brokerage;
import milodex.broker.HeardBroker;
import milodex.broker.SimulatedBroker;
import milodex.data.HistoricalMarket;
import milodex.data.Market;
import milodex.data.MarketHistory;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.DataFact;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Finding;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.OrderStatus;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.risk.SelfProofLog;
import milodex.risk.StrategyLimits;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;
import milodex.trading.Alarm;
import milodex.trading.HistoricalFeed;
import milodex.trading.LatchingAlarm;
import milodex.trading.Moment;
import milodex.trading.Sentry;
import milodex.trading.TradingLoop;
import milodex.trading.WouldTripAlarm;

/// One strategy on a tiny market, through the real loop, desk, gate and simulated brokerage.
public final class Play {

  public static final StrategyId ID = StrategyId.parse("null.daily.script.play.v1");

  private final TinyMarket market;
  private final Template rule;
  private RiskPolicy policy = RiskPolicy.unlimitedOf(RiskPolicy.standard());
  private Costs costs = Costs.slippage(Fraction.ZERO);
  private Money equity = Money.of(10_000);
  private Map<String, String> sectors = Map.of();
  private Optional<List<String>> universe = Optional.empty();
  private Optional<LocalDate> withoutHindsight = Optional.empty();
  private UnaryOperator<Ledger> ledgers = ledger -> ledger;
  private UnaryOperator<Brokerage> brokers = broker -> broker;
  private SendLock sendLock = SendLock.alone();
  private BiFunction<Books, Brokerage, Alarm> alarms = (kept, _) -> new WouldTripAlarm(kept);
  private UnaryOperator<Market> markets = past -> past;
  private Function<RiskPolicy, RiskGate> gates = RiskGate::new;
  private Optional<Template> sibling = Optional.empty();
  private Optional<Function<StrategyId, Optional<String>>> drift = Optional.empty();
  private Optional<Books> books = Optional.empty();

  public Play(TinyMarket market, Template rule) {
    this.market = market;
    this.rule = rule;
  }

  /// Under the standard policy and not, as otherwise, without limits.
  public Play limited() {
    return limited(RiskPolicy.standard());
  }

  public Play limited(RiskPolicy limits) {
    policy = limits;
    return this;
  }

  public Play costs(Costs paid) {
    costs = paid;
    return this;
  }

  public Play slippage(String rate) {
    return costs(Costs.slippage(Fraction.parse(rate)));
  }

  public Play equity(long dollars) {
    equity = Money.of(dollars);
    return this;
  }

  /// Sector by ticker.
  public Play sectors(Map<String, String> known) {
    sectors = known;
    return this;
  }

  /// With these symbols as its universe and not, as otherwise, all of the market.
  public Play universe(String... tickers) {
    universe = Optional.of(List.of(tickers));
    return this;
  }

  /// With a universe chosen without hindsight from `date` on and not, as otherwise, with it.
  public Play chosenAsOf(LocalDate date) {
    withoutHindsight = Optional.of(date);
    return this;
  }

  /// Puts something between books and ledger.
  public Play ledger(UnaryOperator<Ledger> decorator) {
    ledgers = decorator;
    return this;
  }

  /// Puts something between desk and broker.
  public Play broker(UnaryOperator<Brokerage> decorator) {
    brokers = decorator;
    return this;
  }

  /// With this lock around every sending.
  public Play sendLock(SendLock lock) {
    sendLock = lock;
    return this;
  }

  /// With another alarm than the one that latches nothing.
  public Play alarm(BiFunction<Books, Brokerage, Alarm> maker) {
    alarms = maker;
    return this;
  }

  /// With a kill switch that loss limits and failed orders trip.
  public Play latching() {
    return alarm(
        (kept, broker) ->
            new LatchingAlarm(
                kept, new KillSwitch(kept, Optional.of(broker), sendLock), policy.triggers()));
  }

  /// With a kill switch as well that is tripped by trouble of the machinery.
  public Play watched() {
    return watched(_ -> Optional.empty());
  }

  /// The same, with files that differ as `files` says.
  public Play watched(Function<StrategyId, Optional<String>> files) {
    drift = Optional.of(files);
    return latching();
  }

  /// Before another gate than the one of the policy.
  public Play gate(Function<RiskPolicy, RiskGate> maker) {
    gates = maker;
    return this;
  }

  /// Sees the market through something; the broker does not.
  public Play market(UnaryOperator<Market> decorator) {
    markets = decorator;
    return this;
  }

  /// With a second strategy of this rule, which has as much money and decides after the first.
  public Play beside(Template other) {
    sibling = Optional.of(other);
    return this;
  }

  /// The strategies that play, in the order in which they decide.
  private List<ActiveStrategy> strategies() {
    ActiveStrategy first = strategy();
    return sibling
        .map(
            other ->
                List.of(
                    first,
                    new ActiveStrategy(
                        Floor.SIBLING,
                        other,
                        ParameterValues.standard(other),
                        first.universe(),
                        first.limits(),
                        first.standing())))
        .orElseGet(() -> List.of(first));
  }

  /// The strategy that plays.
  public ActiveStrategy strategy() {
    return new ActiveStrategy(
        ID,
        rule,
        ParameterValues.standard(rule),
        new Universe(
            "universe.tiny.v1",
            1,
            "tiny",
            Optional.empty(),
            withoutHindsight,
            universe
                .map(tickers -> tickers.stream().map(Symbol::of).toList())
                .orElseGet(market::symbols)
                .stream()
                .map(this::member)
                .toList()),
        new StrategyLimits(Fraction.ONE, 10, Fraction.ONE),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()));
  }

  /// The books after the last session played.
  public Books books() {
    return books.orElseThrow();
  }

  /// Plays to the end and tells what happened.
  public List<String> story() {
    return story(events());
  }

  /// Plays to the end and gives every event.
  public List<Event> events() {
    MarketHistory history = market.history();
    HistoricalFeed feed = new HistoricalFeed(history, market.begin(), market.sessions().size() - 1);
    HistoricalMarket past = feed.market();
    Ledger ledger = ledgers.apply(new MemoryLedger());
    Books kept = new Books(ledger);
    books = Optional.of(kept);
    Money idle = policy.allocation(ID).whole(equity).minus(equity);
    Session first = market.sessions().get(market.begin());
    kept.record(
        first.opensAt(),
        Draft.of(
            "books/opened",
            new Fact.BooksOpened(
                0, "play", first.date(), market.sessions().getLast().date(), idle, allocated())));
    Money cash = allocated().values().stream().reduce(idle, Money::plus);
    SimulatedBroker simulated = new SimulatedBroker("A1", past, costs, cash);
    HeardBroker broker = new HeardBroker(brokers.apply(simulated));
    Market seen = markets.apply(past);
    RiskGate gate = gates.apply(policy);
    TradingLoop loop =
        new TradingLoop(
            kept,
            seen,
            new Destination(broker, "A1", sendLock),
            gate,
            costs,
            strategies(),
            alarms.apply(kept, broker),
            drift.map(files -> sentry(ledger, kept, seen, broker, gate, files)));
    for (Optional<Moment> due = feed.next(); due.isPresent(); due = feed.next()) {
      loop.on(due.get());
    }
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }

  private SortedMap<StrategyId, Money> allocated() {
    SortedMap<StrategyId, Money> allocated = new TreeMap<>();
    strategies().forEach(one -> allocated.put(one.id(), equity));
    return allocated;
  }

  private Sentry sentry(
      Ledger ledger,
      Books kept,
      Market seen,
      HeardBroker broker,
      RiskGate gate,
      Function<StrategyId, Optional<String>> files) {
    return new Sentry(
        new Sentry.Post(kept, seen, broker, strategies()),
        gate,
        new SelfProofLog(ledger),
        1,
        new KillSwitch(kept, Optional.of(broker), sendLock),
        Sentry.Host.ample(files));
  }

  /// What happened, one line for each thing worth telling.
  public static List<String> story(List<Event> events) {
    List<String> told = new ArrayList<>();
    for (Event event : events) {
      String line = tell(event.fact());
      if (!line.isEmpty()) {
        told.add(event.at().toString().substring(5, 10) + " " + line);
      }
    }
    return told;
  }

  /// The same with the minute in New York: `07-02 10:05 bought 10 ACME at 50`.
  public static List<String> timedStory(List<Event> events) {
    List<String> told = new ArrayList<>();
    for (Event event : events) {
      String line = tell(event.fact());
      if (!line.isEmpty()) {
        told.add(NewYork.minute(event.at()).substring(5) + " " + line);
      }
    }
    return told;
  }

  private static String tell(Fact fact) {
    return switch (fact) {
      case Fact.IntentRecorded(Intent intent) -> "wants " + wish(intent.id());
      case Fact.IntentClosed closed -> closed.outcome() + " " + wish(closed.intent());
      case Fact.ProposalJudged judged when !judged.approved() ->
          "refused " + wish(judged.intent()) + ": " + breaches(judged);
      case Fact.ProposalJudged judged when !judged.trims().isEmpty() ->
          "trimmed " + wish(judged.intent()) + ": " + String.join("; ", judged.trims());
      case Fact.OrderReported reported when reported.status() != OrderStatus.FILLED ->
          reported.status() + " " + reported.symbol() + ": " + reported.says();
      case Fact.FillRecorded(Fill fill) ->
          (fill.side() == Side.BUY ? "bought " : "sold ")
              + fill.quantity()
              + " "
              + fill.symbol()
              + " at "
              + fill.price()
              + (fill.fee().isZero() ? "" : ", fee " + fill.fee());
      case Fact.SplitApplied split ->
          "split " + split.symbol() + " " + split.ratio() + ", in lieu " + split.inLieu();
      case Fact.DividendCredited paid ->
          "dividend " + paid.amount() + " for " + paid.shares() + " " + paid.symbol();
      case Fact.TickerChanged change -> change.symbol() + " becomes " + change.to();
      case Fact.DelistingSettled settled ->
          settled.symbol() + " stopped trading, pays " + settled.perShare();
      case Fact.ExternalBooked booked -> "outside: " + booked.says();
      case Fact.ExitParked parked -> "PARKED " + wish(parked.intent());
      case Fact.OrderResolved resolved ->
          "RESOLVED " + resolved.symbol() + ": " + resolved.reason();
      case Fact.CancelRequested asked -> "cancel " + asked.symbol() + ": " + asked.reason();
      case Fact.ExitMissed missed -> "MISSED " + wish(missed.intent());
      case Fact.WouldTrip trip -> "would trip " + trip.code();
      case RiskFact.HaltTripped trip ->
          "HALTED "
              + trip.incident()
              + " "
              + trip.scope()
              + " "
              + trip.mode()
              + ": "
              + trip.trigger();
      case RiskFact.TroubleFound trouble ->
          "trouble " + trouble.trigger() + " " + trouble.scope() + ": " + trouble.says();
      case RiskFact.GateTested tested when !tested.holds() ->
          "INERT " + String.join(", ", tested.inert());
      case RiskFact.HaltVerified look -> "verified " + look.incident() + ": " + look.says();
      case RiskFact.HaltReset reset -> "reset " + reset.incident() + ": " + reset.reason();
      case RiskFact.LedgerRestored restored -> "restored, untold " + restored.untold();
      case RiskFact.AlertAcknowledged seen -> "acknowledged " + seen.what() + ": " + seen.reason();
      case RiskFact.StrategyPaused pause -> "paused: " + pause.reason();
      case RiskFact.StrategyUnpaused unpause -> "unpaused: " + unpause.reason();
      case Fact.BooksOpened _,
          Fact.StrategyFunded _,
          Fact.BooksClosed _,
          Fact.TradeMeasured _,
          DataFact.BarsImported _,
          DataFact.BarsRevised _,
          DataFact.ActionsImported _,
          DataFact.ActionsRevised _,
          DataFact.BarsFetched _,
          ResearchFact.ManifestFrozen _,
          ResearchFact.TrialRegistered _,
          ResearchFact.RunCompleted _,
          ResearchFact.RunFailed _,
          ResearchFact.CellCompleted _,
          ResearchFact.ExperimentCreated _,
          ResearchFact.ExperimentUpdated _,
          ResearchFact.HoldoutSealed _,
          ResearchFact.HoldoutOpened _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _,
          Fact.StrategyEvaluated _,
          Fact.BarEvaluated _,
          Fact.ProposalJudged _,
          Fact.OrderSubmitted _,
          Fact.OrderReported _ ->
          "";
    };
  }

  private static String breaches(Fact.ProposalJudged judged) {
    return judged.findings().stream()
        .filter(finding -> finding.outcome() == Finding.Outcome.BREACH)
        .map(Finding::code)
        .collect(Collectors.joining(", "));
  }

  /// An intent's id ends in symbol, side and session.
  private static String wish(String intent) {
    String[] parts = intent.split("/");
    return parts[3] + " " + parts[2];
  }

  private Universe.Member member(Symbol symbol) {
    return new Universe.Member(
        symbol,
        Universe.Kind.STOCK,
        Optional.ofNullable(sectors.get(symbol.ticker())),
        Optional.empty(),
        Optional.empty());
  }
}
