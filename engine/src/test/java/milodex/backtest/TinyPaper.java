package milodex.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import milodex.Play;
import milodex.Policies;
import milodex.TinyMarket;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerState;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.SendLock;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.MemoryLedger;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.market.ExchangeCalendar;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.promotion.Stage;
import milodex.promotion.Standing;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;
import milodex.trading.PaperLog;
import milodex.trading.RunListener;
import milodex.trading.Sentry;
import milodex.trading.StopRequests;

/// A paper account on a tiny market whose bars an operator imports session by session; every turn
/// is a program of its own over what is left.
final class TinyPaper {

  static final Money ACCOUNT = Money.of(10_000);
  static final StrategyId OTHER = StrategyId.parse("null.daily.script.other.v1");
  private static final ManifestHash MANIFEST = new ManifestHash("a".repeat(64));

  private final TinyMarket market;
  private final MemoryLedger ledger = new MemoryLedger();
  private final List<BrokerChange> told = new ArrayList<>();
  private final List<ActiveStrategy> strategies = new ArrayList<>();
  private final Map<StrategyId, Stage> stages = new HashMap<>();
  private UnaryOperator<StoredBars> imported = bars -> bars;
  private UnaryOperator<Ledger> ledgers = real -> real;
  private Consumer<BrokerChange> disk = told::add;
  private Supplier<Optional<String>> shortage = Optional::empty;
  private RiskPolicy policy = Policies.roomy();
  private StopRequests stops = StopRequests.none();

  TinyPaper(TinyMarket market, Template rule) {
    this.market = market;
    strategies.add(TinyRehearsals.frozen(new Play(market, rule).strategy()));
  }

  /// A second strategy on the same account.
  ActiveStrategy second(Template rule) {
    return second(new Play(market, rule));
  }

  /// The same of a play of its own.
  ActiveStrategy second(Play play) {
    ActiveStrategy one = TinyRehearsals.frozen(play.strategy());
    return new ActiveStrategy(
        OTHER,
        one.template(),
        one.parameters(),
        one.barSize(),
        one.universe(),
        one.limits(),
        one.standing(),
        one.origin());
  }

  /// Half of the account for each strategy.
  TinyPaper halves() {
    policy = Policies.halves();
    return this;
  }

  ActiveStrategy first() {
    return strategies.getFirst();
  }

  /// The bars that are stored, up to this session.
  TinyPaper imports(String until) {
    LocalDate last = LocalDate.parse(until);
    imported = bars -> bars.until(last);
    return this;
  }

  TinyPaper stored(UnaryOperator<StoredBars> bars) {
    imported = bars;
    return this;
  }

  TinyPaper stage(StrategyId id, Stage stage) {
    stages.put(id, stage);
    return this;
  }

  TinyPaper ledger(UnaryOperator<Ledger> decorator) {
    ledgers = decorator;
    return this;
  }

  TinyPaper disk(Consumer<BrokerChange> memory) {
    disk = memory;
    return this;
  }

  /// Why the disk has too little room, asked as each session begins.
  TinyPaper shortage(Supplier<Optional<String>> says) {
    shortage = says;
    return this;
  }

  TinyPaper stops(StopRequests requests) {
    stops = requests;
    return this;
  }

  /// Starts the program at a New York time, `2024-03-07T17:00`, lets it do what is due, and ends
  /// it.
  PaperTrading.Done at(String time, ActiveStrategy... run) {
    return at(instant(time), run);
  }

  /// The same at this very time.
  PaperTrading.Done at(Instant wall, ActiveStrategy... run) {
    PaperTrading trading = program(run);
    trading.open(wall).ifPresent(AssertionError::new);
    return trading.work(wall, stops, new RunListener() {});
  }

  PaperTrading program(ActiveStrategy... run) {
    List<ActiveStrategy> mine = run.length == 0 ? strategies : Arrays.asList(run);
    BrokerState state = BrokerState.of(ACCOUNT);
    for (BrokerChange change : told) {
      state = state.after(change);
    }
    return new PaperTrading(
        new PaperTrading.Account(
            mine,
            new TreeSet<>(first().reads()),
            this::standing,
            ACCOUNT,
            Costs.slippage(Fraction.parse("0.001")),
            policy),
        kept(ledgers.apply(ledger), state),
        imported.apply(TinyRuns.store(market)),
        new Sentry.Host(_ -> Optional.empty(), shortage));
  }

  private PaperTrading.Kept kept(Ledger over, BrokerState state) {
    return new PaperTrading.Kept(
        over, new Books(over), new PaperLog(over), state, disk, SendLock.alone());
  }

  static Instant instant(String time) {
    return LocalDateTime.parse(time).atZone(ExchangeCalendar.nyse().zone()).toInstant();
  }

  MemoryLedger ledger() {
    return ledger;
  }

  List<BrokerChange> told() {
    return told;
  }

  Books books() {
    return new Books(ledger);
  }

  List<Event> events() {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }

  List<String> story() {
    return Play.timedStory(events());
  }

  <T extends Fact> List<T> facts(Class<T> kind) {
    return events().stream().map(Event::fact).filter(kind::isInstance).map(kind::cast).toList();
  }

  /// What was passed and what was missed, with why or how late in minutes.
  List<String> moments() {
    List<String> all = new ArrayList<>();
    for (Event event : events()) {
      if (event.fact() instanceof MomentPassed passed) {
        all.add(passed.moment() + ": " + passed.lateSeconds() / 60);
      } else if (event.fact() instanceof MomentMissed missed) {
        all.add(missed.moment() + ": " + missed.says());
      }
    }
    return all;
  }

  private Standing standing(StrategyId id) {
    Stage stage = stages.getOrDefault(id, Stage.PAPER);
    StagePromoted fact =
        new StagePromoted(
            id,
            MANIFEST,
            "backtest",
            "paper",
            "PASS",
            Optional.empty(),
            "It holds.",
            List.of("crowded"),
            Optional.empty());
    return stage == Stage.PAPER
        ? new Standing(stage, Optional.of(new Standing.Promoted(1, fact)), 1)
        : new Standing(stage, Optional.empty(), 2);
  }

  /// Stops before the moment after so many.
  static StopRequests stoppingAfter(int moments) {
    int[] left = {moments};
    return () -> left[0]-- > 0 ? StopRequests.Wanted.GO_ON : StopRequests.Wanted.CONTROLLED_STOP;
  }
}
