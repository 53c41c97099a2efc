package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.SimulatedBroker;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.MemoryLedger;
import milodex.ledger.RunnerFact.BooksDiffered;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// A runner goes from moment to moment; now and then it is late, or away, or dies.
class RunnerTest {

  private static final Money CASH = Money.of(10_000);

  /// Thursday to Tuesday, with a purchase on Thursday's close and a sale on Friday's.
  private final TinyMarket market =
      TinyMarket.of("2024-03-07", "2024-03-12").bars("ACME", "50/50 50/50 60/60 60/60");

  private final Script script =
      new Script().buy("2024-03-07", "ACME", 0.5).sell("2024-03-08", "ACME");
  private final MemoryLedger ledger = new MemoryLedger();
  private final HistoricalFeed feed =
      new HistoricalFeed(market.history(), market.begin(), market.sessions().size() - 1);
  private final SimulatedBroker broker =
      new SimulatedBroker("A1", feed.market(), Costs.slippage(Fraction.ZERO), CASH);
  private Optional<Runner> runner = Optional.empty();

  @Test
  void everyMomentIsPassedOnceAndSaidSo() {
    begin();
    play(_ -> Duration.ZERO);

    assertThat(moments()).hasSize(12).doesNotHaveDuplicates().startsWith("2024-03-07 begins: 0 s");
    assertThat(story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 50",
            "03-08 wants SELL ACME",
            "03-11 sold 100 ACME at 60");
  }

  @Test
  void aMomentThatWasPassedIsNothingASecondTimeNotEvenForAnotherRunner() {
    begin();
    Moment begins = due();
    Moment opens = due();
    assertThat(at(begins, Duration.ZERO)).isTrue();
    assertThat(at(opens, Duration.ZERO)).isTrue();
    long before = ledger.head().seq();

    assertThat(at(opens, Duration.ZERO)).isTrue();
    start();
    assertThat(at(begins, Duration.ZERO)).isTrue();
    assertThat(at(opens, Duration.ofMinutes(3))).isTrue();

    assertThat(ledger.head().seq()).isEqualTo(before);
  }

  @Test
  void whatIsLateIsDoneAndSaidToBeLate() {
    begin();
    play(moment -> is(moment, "2024-03-07 closes") ? Duration.ofHours(2) : Duration.ZERO);

    assertThat(moments()).contains("2024-03-07 closes: 7200 s", "2024-03-08 opens: 0 s");
    assertThat(story()).contains("03-07 wants BUY ACME", "03-08 bought 100 ACME at 50");
  }

  @Test
  void anOpenThatIsOverIsMissedAndTheEntryIsGivenUp() {
    begin();
    play(moment -> is(moment, "2024-03-08 opens") ? Duration.ofHours(7) : Duration.ZERO);

    assertThat(moments()).contains("2024-03-08 opens: the session had closed");
    assertThat(story()).first().isEqualTo("03-07 wants BUY ACME");
    assertThat(story()).noneMatch(line -> line.startsWith("03-08 bought"));
  }

  @Test
  void aDecisionOnACloseIsMissedOnceTheNextSessionHasBegun() {
    begin();
    play(moment -> is(moment, "2024-03-07 closes") ? Duration.ofHours(18) : Duration.ZERO);

    assertThat(moments()).contains("2024-03-07 closes: the next session had opened");
    assertThat(story()).noneMatch(line -> line.startsWith("03-07"));
  }

  @Test
  void theStartOfASessionIsNeverOver() {
    begin();
    play(moment -> is(moment, "2024-03-08 begins") ? Duration.ofDays(30) : Duration.ZERO);

    assertThat(moments()).contains("2024-03-08 begins: 2592000 s");
  }

  @Test
  void aPulseLeavesNoTrace() {
    begin();
    assertThat(at(due(), Duration.ZERO)).isTrue();
    assertThat(at(due(), Duration.ZERO)).isTrue();
    long before = ledger.head().seq();
    Session session = feed.market().session();

    assertThat(at(new Moment.Pulse(session, session.opensAt().plusSeconds(60)), Duration.ZERO))
        .isTrue();
    assertThat(
            at(new Moment.Pulse(session, session.opensAt().plusSeconds(60)), Duration.ofHours(1)))
        .isTrue();

    assertThat(ledger.head().seq()).isEqualTo(before);
  }

  @Test
  void aRunnerThatComesAfterAnotherComparesBooksAndBrokerFirst() {
    begin();
    while (!story().contains("03-08 bought 100 ACME at 50")) {
      assertThat(next(_ -> Duration.ZERO)).isTrue();
    }
    StrategyId id = Play.ID;
    ledger.append(
        feed.market().session().opensAt(),
        Draft.of(
            "dividend",
            new Fact.DividendCredited(
                id,
                Symbol.of("ACME"),
                feed.market().session().date(),
                Quantity.of(100),
                Money.of(1),
                Money.of(100))));
    start();

    assertThat(next(_ -> Duration.ZERO)).isTrue();

    assertThat(facts(BooksDiffered.class))
        .singleElement()
        .satisfies(
            fact -> assertThat(fact.differences()).singleElement().asString().contains("cash"));
  }

  private void begin() {
    SortedMap<StrategyId, Money> allocated = new TreeMap<>();
    allocated.put(Play.ID, CASH);
    Session first = market.sessions().get(market.begin());
    Session last = market.sessions().getLast();
    ledger.append(
        first.opensAt(),
        Draft.of(
            "books/opened",
            new Fact.BooksOpened(0, "run", first.date(), last.date(), Money.ZERO, allocated)));
    start();
  }

  /// A process starts; ledger, broker and world are as they were.
  private void start() {
    Books books = new Books(ledger);
    TradingLoop loop =
        new TradingLoop(
            books,
            feed.market(),
            Destination.alone(broker, "A1"),
            RiskPolicy.unlimitedOf(RiskPolicy.standard()),
            Costs.slippage(Fraction.ZERO),
            List.of(new Play(market, script).strategy()),
            new WouldTripAlarm(books));
    runner = Optional.of(new Runner(ledger, books, loop, List.of(Play.ID)));
  }

  private Moment due() {
    return feed.next().orElseThrow();
  }

  /// Goes on to the end.
  private void play(Function<Moment, Duration> late) {
    boolean more = true;
    while (more) {
      more = next(late);
    }
  }

  /// @param late how late the runner is at a moment
  /// @return whether there was a moment
  private boolean next(Function<Moment, Duration> late) {
    Optional<Moment> moment = feed.next();
    moment.ifPresent(due -> assertThat(at(due, late.apply(due))).isTrue());
    return moment.isPresent();
  }

  private boolean at(Moment moment, Duration late) {
    Instant now = moment.at().plus(late);
    return runner.orElseThrow().on(moment, now);
  }

  private static boolean is(Moment moment, String name) {
    return moment.name().equals(name);
  }

  /// Each moment that is over, with how late it was or why it was missed.
  private List<String> moments() {
    List<String> moments = new ArrayList<>();
    ledger.replay(
        event -> {
          if (event.fact() instanceof MomentPassed passed) {
            moments.add(passed.moment() + ": " + passed.lateSeconds() + " s");
          } else if (event.fact() instanceof MomentMissed missed) {
            moments.add(missed.moment() + ": " + missed.says());
          }
        });
    return moments;
  }

  private <T> List<T> facts(Class<T> kind) {
    List<T> facts = new ArrayList<>();
    Predicate<Event> is = event -> kind.isInstance(event.fact());
    ledger.replay(
        event -> {
          if (is.test(event)) {
            facts.add(kind.cast(event.fact()));
          }
        });
    return facts;
  }

  private List<String> story() {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return Play.story(events);
  }
}
