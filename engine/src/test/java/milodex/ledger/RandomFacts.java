package milodex.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.market.Adjustment;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.Alternative;
import milodex.strategy.Reading;
import milodex.strategy.Signal;
import milodex.strategy.StrategyId;

/// Facts of every type with seeded contents, awkward texts and numbers among them.
public final class RandomFacts {

  private static final List<String> SAYS =
      List.of(
          "",
          "12.5 % > 10 %",
          "a \"quoted\"\nline\tof \\ text",
          "Žluťoučký \ud83d\ude00",
          "\u0001\u001f\u007f");

  private final RandomGenerator random;

  public RandomFacts(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  public Fact next() {
    return next(pick(FactType.values()));
  }

  public Fact next(FactType type) {
    return switch (type) {
      case BARS_IMPORTED ->
          new DataFact.BarsImported(
              symbol(),
              pick(Timeframe.values()),
              pick(Adjustment.values()),
              says(),
              date(),
              date(),
              count(),
              hash());
      case BARS_REVISED ->
          new DataFact.BarsRevised(
              symbol(),
              pick(Timeframe.values()),
              maybe(() -> pick(Adjustment.values())),
              hash(),
              hash(),
              says());
      case ACTIONS_IMPORTED -> new DataFact.ActionsImported(symbol(), count(), hash());
      case ACTIONS_REVISED -> new DataFact.ActionsRevised(symbol(), hash(), hash(), says());
      case BARS_FETCHED ->
          new DataFact.BarsFetched(
              word(),
              symbol(),
              pick(Timeframe.values()),
              date(),
              date(),
              count(),
              maybe(this::date),
              maybe(this::date));
      case MANIFEST_FROZEN ->
          new ResearchFact.ManifestFrozen(
              strategy(), new ManifestHash(hash()), "{\"bars\":\"1Day\"}");
      case TRIAL_REGISTERED ->
          new ResearchFact.TrialRegistered(
              run(), strategy(), date(), date(), "{\"cash\":\"100000\"}", says());
      case RUN_COMPLETED ->
          new ResearchFact.RunCompleted(run(), strategy(), "{}", hash(), new Head(count(), hash()));
      case RUN_FAILED -> new ResearchFact.RunFailed(run(), strategy(), says());
      case CELL_COMPLETED -> new ResearchFact.CellCompleted(run(), strategy(), "{}");
      case EXPERIMENT_CREATED ->
          new ResearchFact.ExperimentCreated(word(), says(), maybe(this::word));
      case EXPERIMENT_UPDATED ->
          new ResearchFact.ExperimentUpdated(
              word(), maybe(() -> ResearchFact.ExperimentUpdated.Status.REJECTED), says());
      case HOLDOUT_SEALED -> new ResearchFact.HoldoutSealed(date(), date(), count(), says());
      case HOLDOUT_OPENED ->
          new ResearchFact.HoldoutOpened(
              strategy(), new ManifestHash(hash()), date(), date(), says());
      case EVIDENCE_JUDGED ->
          new PromotionFact.EvidenceJudged(
              strategy(), new ManifestHash(hash()), run(), "CONDITIONAL", "1", hash());
      case STAGE_PROMOTED ->
          new PromotionFact.StagePromoted(
              strategy(),
              new ManifestHash(hash()),
              "backtest",
              "paper",
              "PASS",
              maybe(this::hash),
              says(),
              some(3, this::says),
              maybe(() -> new PromotionFact.StagePromoted.Waiver(word(), says(), date())));
      case STAGE_DEMOTED ->
          new PromotionFact.StageDemoted(
              strategy(), "paper", "backtest", says(), maybe(() -> random.nextLong(1, 1L << 50)));
      case GATE_TESTED ->
          new RiskFact.GateTested(
              hash(), count(), some(40, this::word), some(3, this::word), some(2, this::word));
      case TROUBLE_FOUND ->
          new RiskFact.TroubleFound(
              date(),
              word(),
              random.nextBoolean() ? HaltScope.ACCOUNT : HaltScope.of(strategy()),
              says());
      case RUNNER_STARTED ->
          new RunnerFact.RunnerStarted(
              maybe(this::hash),
              some(3, this::strategy),
              maybe(this::says),
              some(4, () -> new StartStep(word(), pick(StartStep.Outcome.values()), says())));
      case MOMENT_PASSED ->
          new RunnerFact.MomentPassed(date(), says(), some(3, this::strategy), count());
      case MOMENT_MISSED ->
          new RunnerFact.MomentMissed(date(), says(), some(3, this::strategy), says());
      case BOOKS_DIFFERED -> new RunnerFact.BooksDiffered(date(), some(3, this::says));
      case CLOCK_JUMPED -> new RunnerFact.ClockJumped(date(), count(), says());
      case RUNNER_STOPPED -> new RunnerFact.RunnerStopped(some(3, this::strategy), says());
      case REHEARSAL_COMPLETED ->
          new RunnerFact.RehearsalCompleted(
              hash(),
              map(this::strategy, () -> new ManifestHash(hash())),
              date(),
              date(),
              count(),
              money(),
              count(),
              count(),
              maybe(this::says),
              says(),
              maybe(() -> random.nextInt(1, 100)));
      case HALT_TRIPPED ->
          new RiskFact.HaltTripped(
              word(),
              random.nextBoolean() ? HaltScope.ACCOUNT : HaltScope.of(strategy()),
              pick(HaltMode.values()),
              word(),
              says(),
              map(this::word, this::says));
      case HALT_VERIFIED ->
          new RiskFact.HaltVerified(
              word(),
              some(3, this::order),
              some(3, this::order),
              says(),
              map(this::word, this::says));
      case LEDGER_RESTORED ->
          new RiskFact.LedgerRestored(
              Instant.EPOCH.plusSeconds(count()),
              "1:" + hash(),
              maybe(() -> "2:" + hash()),
              some(3, this::order));
      case ALERT_ACKNOWLEDGED -> new RiskFact.AlertAcknowledged(count(), word(), says());
      case HALT_RESET -> new RiskFact.HaltReset(word(), says());
      case STRATEGY_PAUSED -> new RiskFact.StrategyPaused(strategy(), says());
      case STRATEGY_UNPAUSED -> new RiskFact.StrategyUnpaused(strategy(), says());
      case BOOKS_OPENED ->
          new Fact.BooksOpened(
              count(), says(), date(), date(), money(), map(this::strategy, this::money));
      case STRATEGY_FUNDED -> new Fact.StrategyFunded(strategy(), date(), money());
      case BOOKS_CLOSED -> new Fact.BooksClosed(count(), date(), money(), money());
      case STRATEGY_EVALUATED ->
          new Fact.StrategyEvaluated(
              strategy(),
              date(),
              word(),
              money(),
              money(),
              count(),
              some(3, this::signal),
              some(40, this::alternative),
              map(this::word, this::count));
      case BAR_EVALUATED ->
          new Fact.BarEvaluated(
              strategy(),
              date(),
              Instant.ofEpochMilli(random.nextLong(1L << 42)),
              pick(Timeframe.values()),
              word(),
              money(),
              money(),
              count(),
              some(3, this::signal),
              some(40, this::alternative),
              map(this::word, this::count));
      case EXIT_MISSED -> new Fact.ExitMissed(word(), strategy(), symbol(), date(), says());
      case EXIT_PARKED -> new Fact.ExitParked(word(), strategy(), symbol(), date(), count());
      case INTENT_RECORDED -> new Fact.IntentRecorded(intent());
      case INTENT_CLOSED ->
          new Fact.IntentClosed(
              word(), strategy(), pick(Fact.IntentClosed.Outcome.values()), says());
      case PROPOSAL_JUDGED ->
          new Fact.ProposalJudged(
              word(),
              strategy(),
              symbol(),
              pick(Side.values()),
              quantity(),
              price(),
              random.nextBoolean(),
              some(28, this::finding),
              some(2, this::says),
              hash());
      case ORDER_SUBMITTED ->
          new Fact.OrderSubmitted(
              order(), word(), strategy(), symbol(), pick(Side.values()), quantity());
      case ORDER_REPORTED ->
          new Fact.OrderReported(order(), symbol(), pick(OrderStatus.values()), quantity(), says());
      case ORDER_RESOLVED -> new Fact.OrderResolved(order(), symbol(), says());
      case CANCEL_REQUESTED -> new Fact.CancelRequested(order(), symbol(), says());
      case FILL_RECORDED -> new Fact.FillRecorded(fill());
      case SPLIT_APPLIED -> new Fact.SplitApplied(symbol(), date(), decimal(3).abs(), price());
      case DIVIDEND_CREDITED ->
          new Fact.DividendCredited(strategy(), symbol(), date(), quantity(), money(), money());
      case TICKER_CHANGED -> new Fact.TickerChanged(symbol(), symbol(), date());
      case DELISTING_SETTLED -> new Fact.DelistingSettled(symbol(), date(), money(), says());
      case EXTERNAL_BOOKED ->
          new Fact.ExternalBooked(date(), money(), maybe(this::externalTrade), says());
      case TRADE_MEASURED ->
          new Fact.TradeMeasured(strategy(), symbol(), count(), excursion(), says());
      case WOULD_TRIP -> new Fact.WouldTrip(date(), word(), says());
    };
  }

  private ExternalTrade externalTrade() {
    return new ExternalTrade(
        symbol(), pick(Side.values()), quantity(), price(), map(this::strategy, this::quantity));
  }

  private Signal signal() {
    return random.nextBoolean()
        ? new Signal.Exit(symbol(), word(), some(3, this::reading))
        : enter(symbol(), word(), count(), some(3, this::reading))
            .carrying(map(this::word, this::number));
  }

  private Signal.Enter enter(Symbol symbol, String rule, int rank, List<Reading> readings) {
    return random.nextBoolean()
        ? Signal.Enter.weighing(symbol, rule, 1 - random.nextDouble(), rank, readings)
        : Signal.Enter.spending(symbol, rule, decimal(4).abs().add(BigDecimal.ONE), rank, readings);
  }

  private Alternative alternative() {
    return new Alternative(symbol(), word(), count(), some(3, this::reading));
  }

  private Reading reading() {
    return Reading.compared(word(), number(), "<=", number());
  }

  private Finding finding() {
    return new Finding(count(), word(), pick(Finding.Outcome.values()), word(), says());
  }

  private Intent intent() {
    return new Intent(
        word(),
        strategy(),
        symbol(),
        pick(Side.values()),
        new Fraction(decimal(4)),
        random.nextBoolean() ? Optional.of(money()) : Optional.empty(),
        word(),
        date(),
        date(),
        maybe(() -> Instant.ofEpochMilli(random.nextLong(1L << 42))),
        price(),
        map(this::word, this::number),
        maybe(() -> new ByHand(Quantity.of(random.nextInt(1, 100)), "because " + word())));
  }

  private Optional<Excursion> excursion() {
    Fraction worst = new Fraction(decimal(4));
    return random.nextBoolean()
        ? Optional.of(new Excursion(worst, worst.plus(Fraction.ONE)))
        : Optional.empty();
  }

  private Fill fill() {
    return new Fill(
        word(),
        order(),
        strategy(),
        symbol(),
        pick(Side.values()),
        quantity(),
        price(),
        money(),
        date(),
        word(),
        map(this::word, this::number));
  }

  private Symbol symbol() {
    return Symbol.of(pick("SPY", "BRK.B", "SIM-IDX", "A"));
  }

  private StrategyId strategy() {
    return new StrategyId("meanrev", "daily.pullback_rsi2", word(), 1 + count());
  }

  private RunId run() {
    return new RunId(hash());
  }

  private ClientOrderId order() {
    return new ClientOrderId("mx-" + Long.toString(random.nextLong(1L << 40), 36));
  }

  private Money money() {
    return new Money(decimal(4));
  }

  private Price price() {
    return new Price(decimal(6).abs().add(BigDecimal.ONE));
  }

  private Quantity quantity() {
    return new Quantity(decimal(9).abs());
  }

  private BigDecimal decimal(int scale) {
    return BigDecimal.valueOf(random.nextLong(-(1L << 50), 1L << 50), random.nextInt(scale + 1));
  }

  private double number() {
    return pick(0.1, -0.0, 1e-9, 7.0, 1e22, random.nextDouble(), random.nextGaussian() * 1e6);
  }

  private LocalDate date() {
    return LocalDate.ofEpochDay(random.nextInt(25_000));
  }

  private int count() {
    return random.nextInt(1000);
  }

  private String word() {
    return pick("rsi_entry", "no_free_slot", "stop", "x") + random.nextInt(100);
  }

  private String says() {
    return SAYS.get(random.nextInt(SAYS.size()));
  }

  private String hash() {
    return Sha256.of(Long.toString(random.nextLong()));
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> one) {
    return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
  }

  private <T> List<T> some(int most, Supplier<T> one) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      list.add(one.get());
    }
    return list;
  }

  private <K extends Comparable<K>, V> SortedMap<K, V> map(Supplier<K> key, Supplier<V> value) {
    SortedMap<K, V> map = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(key.get(), value.get());
    }
    return map;
  }
}
