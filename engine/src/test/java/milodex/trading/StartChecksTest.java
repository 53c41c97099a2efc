package milodex.trading;

import static milodex.ledger.StartStep.Outcome.FAILED;
import static milodex.ledger.StartStep.Outcome.OK;
import static milodex.ledger.StartStep.Outcome.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.broker.BrokerState;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.RecordedBroker;
import milodex.broker.Relay;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Head;
import milodex.ledger.MemoryLedger;
import milodex.ledger.StartStep;
import milodex.market.ExchangeCalendar;
import milodex.money.Money;
import milodex.risk.Circumstances.Venue;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.risk.SelfProof;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class StartChecksTest {

  private static final StrategyId ONE = StrategyId.parse("null.daily.script.one.v1");
  private static final LocalDate DAY = LocalDate.parse("2024-03-08");
  private static final LocalDate END = ExchangeCalendar.nyse().lastCovered();
  private static final Head FIRST = new Head(7, "a".repeat(64));
  private static final Head NEWEST = new Head(9, "b".repeat(64));

  private final Books books = opened("100");

  @Test
  void theCalendarIsToldOfNinetyDaysBeforeItEnds() {
    StartStep far = StartChecks.calendar(DAY, DAY, END.minusDays(90));
    assertThat(far.outcome()).isEqualTo(OK);
    assertThat(far.found()).isEqualTo("it covers 2024-03-08, and ends at " + END);
    assertThat(StartChecks.calendar(DAY, DAY.plusDays(3), DAY).found())
        .startsWith("it covers 2024-03-08 to 2024-03-11, ");
    StartStep soon = StartChecks.calendar(DAY, DAY, END.minusDays(89));
    assertThat(soon.outcome()).isEqualTo(WARN);
    assertThat(soon.found()).contains("" + END, "89 days");
    assertThat(StartChecks.calendar(DAY, DAY, END.plusDays(3)).outcome()).isEqualTo(WARN);
  }

  @Test
  void sessionsThatTheCalendarDoesNotKnowStopAStart() {
    LocalDate before = ExchangeCalendar.nyse().firstCovered().minusDays(1);

    assertThat(StartChecks.calendar(before, DAY, DAY).outcome()).isEqualTo(FAILED);
    assertThat(StartChecks.calendar(DAY, END, DAY).outcome()).isEqualTo(OK);
    assertThat(StartChecks.calendar(DAY, END.plusDays(1), DAY).outcome()).isEqualTo(FAILED);
  }

  @Test
  void aClockThatStepsHasNoOffsetAndOneThatIsFarOffStopsAStart() {
    assertThat(StartChecks.clock(Optional.empty()).found()).startsWith("no offset to measure");
    assertThat(clock(500)).isEqualTo(OK);
    assertThat(clock(-501)).isEqualTo(WARN);
    assertThat(clock(2_000)).isEqualTo(WARN);
    assertThat(clock(-2_001)).isEqualTo(FAILED);
  }

  @Test
  void booksHaveToHoldTheEventThatIsOnRecord() {
    assertThat(StartChecks.books(Head.EMPTY, Optional.of(FIRST), Optional.empty()).outcome())
        .isEqualTo(OK);
    assertThat(StartChecks.books(NEWEST, Optional.empty(), Optional.empty()).outcome())
        .isEqualTo(OK);
    assertThat(
            StartChecks.books(NEWEST, Optional.of(Head.EMPTY), Optional.of(Head.EMPTY)).outcome())
        .isEqualTo(OK);
    assertThat(StartChecks.books(NEWEST, Optional.of(FIRST), Optional.of(FIRST)).outcome())
        .isEqualTo(OK);
    StartStep other =
        StartChecks.books(
            NEWEST, Optional.of(FIRST), Optional.of(new Head(FIRST.seq(), NEWEST.hash())));
    assertThat(other)
        .isEqualTo(StartStep.failed("books", "their event 7 is not the one on record"));
    StartStep cut = StartChecks.books(FIRST, Optional.of(NEWEST), Optional.empty());
    assertThat(cut)
        .isEqualTo(
            StartStep.failed("books", "they end at event 7, and event 9 of them is on record"));
  }

  @Test
  void aBrokerThatDoesNotAnswerStopsAStart() {
    assertThat(StartChecks.broker(broker("PA1", "100")).outcome()).isEqualTo(OK);
    assertThat(StartChecks.broker(silent()))
        .isEqualTo(StartStep.failed("broker", "it does not answer: gone"));
    assertThat(StartChecks.reconcile(DAY, books, silent()).outcome()).isEqualTo(FAILED);
  }

  @Test
  void anotherAccountThanThatOfTheBooksStopsAStartAndSoDoesRealMoney() {
    assertThat(StartChecks.account("PA1", broker("PA1", "100")).outcome()).isEqualTo(OK);
    assertThat(StartChecks.account("PA1", broker("PA2", "100")).found()).contains("PA1", "PA2");
    assertThat(StartChecks.account("PA1", broker("PA2", "100")).outcome()).isEqualTo(FAILED);
    Brokerage real =
        new Relay(broker("PA1", "100")) {
          @Override
          public AccountSnapshot account() {
            return new AccountSnapshot("PA1", Venue.Kind.OTHER, Money.ZERO, new TreeMap<>());
          }
        };
    assertThat(StartChecks.account("PA1", real).outcome()).isEqualTo(FAILED);
  }

  @Test
  void whatDiffersIsToldAndStopsNoStart() {
    assertThat(StartChecks.reconcile(DAY, books, broker("PA1", "100")).outcome()).isEqualTo(OK);
    StartStep differs = StartChecks.reconcile(DAY, books, broker("PA1", "99"));
    assertThat(differs.outcome()).isEqualTo(WARN);
    assertThat(differs.found()).startsWith("cash: books 100, broker 99;");
  }

  @Test
  void aGateThatCannotVetoStopsAStart() {
    RiskPolicy policy = RiskPolicy.standard();
    assertThat(gate(policy).outcome()).isEqualTo(OK);
    assertThat(gate(RiskPolicy.unlimitedOf(policy)).outcome()).isEqualTo(FAILED);
    assertThat(gate(RiskPolicy.unlimitedOf(policy)).found())
        .contains("drawdown_limit_exceeded does not veto");
  }

  @Test
  void whatWaitsForAPersonIsNamedAndStopsNoStart() {
    assertThat(StartChecks.incidents(books, List.of()))
        .isEqualTo(StartStep.ok("incidents", "none is open"));

    new KillSwitch(books, Optional.empty(), SendLock.alone())
        .trip(HaltScope.of(ONE), HaltMode.REDUCE_ONLY, "operator", "a look", Instant.EPOCH);

    Alert alert = new Alert(7, Instant.EPOCH, 1, "data_quality", List.of(ONE), "no bar of ACME");
    StartStep open = StartChecks.incidents(books, List.of(alert));
    assertThat(open.outcome()).isEqualTo(WARN);
    assertThat(open.found())
        .contains(
            "1969-12-31-1", "" + ONE, "reduce-only", "operator", "alert 7, data_quality", "ACME");
  }

  @Test
  void aClockThatIsBehindWhatIsOnRecordIsSaidAndStopsNoStart() {
    Instant newest = Instant.parse("2018-10-08T21:31:00Z");

    assertThat(StartChecks.clock(Optional.empty(), newest).outcome()).isEqualTo(OK);
    assertThat(StartChecks.clock(Optional.of(newest), newest.minusSeconds(2)).outcome())
        .isEqualTo(OK);
    StartStep behind = StartChecks.clock(Optional.of(newest), newest.minusSeconds(19_261));
    assertThat(behind.outcome()).isEqualTo(WARN);
    assertThat(behind.found()).startsWith("5h21m1s behind the newest fact on record");
  }

  private static StartStep gate(RiskPolicy policy) {
    return StartChecks.gate(SelfProof.of(new RiskGate(policy)));
  }

  private static StartStep.Outcome clock(long millis) {
    return StartChecks.clock(Optional.of(Duration.ofMillis(millis))).outcome();
  }

  private static Brokerage broker(String id, String cash) {
    return new RecordedBroker(id, BrokerState.of(Money.parse(cash)));
  }

  private static Brokerage silent() {
    return new Relay(broker("PA1", "100")) {
      @Override
      public AccountSnapshot account() {
        throw new BrokerUnavailableException("gone");
      }
    };
  }

  private static Books opened(String cash) {
    Books kept = new Books(new MemoryLedger());
    kept.record(
        Instant.EPOCH,
        Draft.of(
            "books/opened",
            new Fact.BooksOpened(
                0, "test", DAY, DAY, Money.ZERO, new TreeMap<>(Map.of(ONE, Money.parse(cash))))));
    return kept;
  }
}
