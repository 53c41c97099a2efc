package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.MemoryLedger;
import milodex.ledger.RiskFact.HaltReset;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.ledger.RiskFact.TroubleFound;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class AlertLogTest {

  private static final StrategyId ONE = StrategyId.parse("null.daily.script.one.v1");
  private static final StrategyId TWO = StrategyId.parse("null.daily.script.two.v1");
  private static final LocalDate FRIDAY = LocalDate.parse("2024-03-08");

  /// Half past nine in New York, on Friday and on the Monday after the clocks have changed.
  private static final Instant FRIDAY_OPENS = Instant.parse("2024-03-08T14:30:00Z");

  private static final Instant EVENING = Instant.parse("2024-03-08T22:00:00Z");
  private static final Instant MONDAY_OPENS = Instant.parse("2024-03-11T13:30:00Z");

  private final MemoryLedger ledger = new MemoryLedger();
  private final Books books = new Books(ledger);

  @Test
  void whatIsFoundAgainIsOneAlertThatIsNamedByItsNewestEvent() {
    found("data_quality", HaltScope.of(ONE), "no bar on Thursday");
    found("data_quality", HaltScope.of(TWO), "no bar");
    found("data_quality", HaltScope.of(ONE), "no bar on Friday");
    found("runtime_errors", HaltScope.of(ONE), "it threw");

    assertThat(books.alerts().open())
        .containsExactly(
            new Alert(2, EVENING, 1, "data_quality", List.of(TWO), "no bar"),
            new Alert(3, EVENING, 2, "data_quality", List.of(ONE), "no bar on Friday"),
            new Alert(4, EVENING, 1, "runtime_errors", List.of(ONE), "it threw"));
  }

  @Test
  void whatStopsTheWholeAccountIsTheFirstToBeTold() {
    found("data_quality", HaltScope.of(ONE), "no bar");
    found("valuation_impossible", HaltScope.ACCOUNT, "no price");

    assertThat(books.alerts().open())
        .extracting(Alert::what)
        .containsExactly("valuation_impossible", "data_quality");
  }

  @Test
  void anAcknowledgementIsOfWhatWasSeenAndNotOfWhatWasFoundSince() {
    found("data_quality", HaltScope.of(ONE), "no bar on Thursday");
    Alert seen = books.alerts().open().getFirst();
    found("data_quality", HaltScope.of(ONE), "no bar on Friday");

    assertThat(give(List.of(seen), EVENING)).isTrue();

    assertThat(books.alerts().open()).extracting(Alert::id).containsExactly(2L);
    assertThat(give(books.alerts().open(), EVENING)).isTrue();
    assertThat(books.alerts().open()).isEmpty();
  }

  @Test
  void twoPersonsAcknowledgeItOnce() {
    found("data_quality", HaltScope.of(ONE), "no bar");
    Books other = new Books(ledger);
    List<Alert> seen = other.alerts().open();
    assertThat(give(books.alerts().open(), EVENING)).isTrue();

    assertThat(new Acknowledgement(other).give(seen, "a halt", EVENING)).isFalse();

    assertThat(other.alerts().open()).isEmpty();
    assertThat(ledger.head().seq()).isEqualTo(2);
  }

  @Test
  void nobodyAcknowledgesWithoutSayingWhy() {
    found("data_quality", HaltScope.of(ONE), "no bar");
    List<Alert> open = books.alerts().open();

    assertThatThrownBy(() -> new Acknowledgement(books).give(open, " ", EVENING))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(books.alerts().open()).isEqualTo(open);
  }

  @Test
  void entriesWaitInTheSessionsThatOpenBetweenTheAlertAndItsAcknowledgement() {
    found("data_quality", HaltScope.of(ONE), "no bar");

    assertThat(before(ONE, FRIDAY_OPENS)).isEmpty();
    assertThat(before(ONE, MONDAY_OPENS)).containsExactly("data_quality");
    assertThat(before(TWO, MONDAY_OPENS)).isEmpty();
    assertThat(give(books.alerts().open(), MONDAY_OPENS.plusSeconds(3600))).isTrue();
    assertThat(before(ONE, MONDAY_OPENS)).containsExactly("data_quality");
    assertThat(before(ONE, MONDAY_OPENS.plusSeconds(86_400))).isEmpty();
  }

  @Test
  void whatWasAcknowledgedInTimeKeepsNobodyOut() {
    found("valuation_impossible", HaltScope.ACCOUNT, "no price");
    assertThat(before(TWO, MONDAY_OPENS)).hasSize(1);

    assertThat(give(books.alerts().open(), MONDAY_OPENS.minusSeconds(1))).isTrue();

    assertThat(before(TWO, MONDAY_OPENS)).isEmpty();
  }

  @Test
  void aMomentThatIsMissedAndAnExitThatIsNotSoldAreAlertsOfThoseWhoseTheyAre() {
    add(new MomentMissed(FRIDAY, "2024-03-08 closes", List.of(ONE, TWO), "the next had opened"));
    add(new Fact.ExitParked("i1", ONE, Symbol.of("ACME"), FRIDAY, 3));
    add(new Fact.ExitMissed("i2", TWO, Symbol.of("ACME"), FRIDAY, "no order was filled"));

    assertThat(books.alerts().open())
        .extracting(one -> one.what() + ": " + one.says())
        .containsExactly(
            "moment_missed: 2024-03-08 closes: the next had opened",
            "exit_parked: ACME: 3 orders ended unsold in 2024-03-08; it waits for the next session",
            "exit_missed: ACME: no order was filled");
    assertThat(before(ONE, MONDAY_OPENS)).containsExactly("moment_missed", "exit_parked");
    assertThat(before(TWO, MONDAY_OPENS)).containsExactly("moment_missed", "exit_missed");
  }

  @Test
  void theOrderInWhichStrategiesWereNamedMakesNoOtherAlert() {
    add(new MomentMissed(FRIDAY, "2024-03-08 opens", List.of(TWO, ONE), "it had closed"));
    add(new MomentMissed(FRIDAY, "2024-03-08 closes", List.of(ONE, TWO), "the next had opened"));

    assertThat(books.alerts().open()).extracting(Alert::times).containsExactly(2);
  }

  @Test
  void anIncidentTakesOverWhatTrippedItAndNothingElse() {
    found("data_quality", HaltScope.of(ONE), "no bar");
    found("data_quality", HaltScope.of(TWO), "no bar");
    found("runtime_errors", HaltScope.of(ONE), "it threw");

    trip("data_quality", HaltScope.of(ONE));

    assertThat(books.alerts().open()).extracting(Alert::id).containsExactly(2L, 3L);
  }

  @Test
  void aResetIsOfWhatWasFoundAgainWhileItsHaltStoodToo() {
    trip("disk_low", HaltScope.ACCOUNT);
    found("disk_low", HaltScope.ACCOUNT, "7 MiB are free");
    found("broker_lost", HaltScope.ACCOUNT, "no answer");

    add(new HaltReset("2024-03-08-1", "made room"));

    assertThat(books.alerts().open()).extracting(Alert::what).containsExactly("broker_lost");
  }

  @Test
  void whoeverAdoptsADifferenceHasLookedAtIt() {
    found("reconcile_mismatch", HaltScope.ACCOUNT, "ACME: books 3, broker 4");
    found("broker_lost", HaltScope.ACCOUNT, "no answer");

    add(new Fact.ExternalBooked(FRIDAY, Money.of(5), Optional.empty(), "interest"));

    assertThat(books.alerts().open()).extracting(Alert::what).containsExactly("broker_lost");
  }

  @Test
  void anEventIsKnownToBePartOfAnOpenAlert() {
    found("data_quality", HaltScope.of(ONE), "no bar on Thursday");
    found("data_quality", HaltScope.of(ONE), "no bar on Friday");
    Event first = ledger.event(1).orElseThrow();

    assertThat(books.alerts().open(first)).map(Alert::id).contains(2L);
    assertThat(give(books.alerts().open(), EVENING)).isTrue();
    assertThat(books.alerts().open(first)).isEmpty();
  }

  @Test
  void whatIsOverIsForgottenOnceNoSessionBeforeItCanBeGoneThrough() {
    found("data_quality", HaltScope.of(ONE), "no bar");
    assertThat(give(books.alerts().open(), EVENING)).isTrue();
    begins(FRIDAY);
    assertThat(books.alerts().state().ended()).hasSize(1);

    begins(LocalDate.parse("2024-03-11"));

    assertThat(books.alerts().state()).isEqualTo(new AlertLog.State(List.of(), List.of()));
  }

  private List<String> before(StrategyId strategy, Instant opens) {
    return books.alerts().before(strategy, opens).stream().map(Alert::what).toList();
  }

  private boolean give(List<Alert> alerts, Instant now) {
    return new Acknowledgement(books).give(alerts, "looked at it", now);
  }

  private void found(String trigger, HaltScope scope, String says) {
    add(new TroubleFound(FRIDAY, trigger, scope, says));
  }

  private void trip(String trigger, HaltScope scope) {
    add(
        new HaltTripped(
            "2024-03-08-1", scope, HaltMode.REDUCE_ONLY, trigger, "odd", new TreeMap<>()));
  }

  private void begins(LocalDate session) {
    add(new MomentPassed(session, session + " begins", List.of(), 0));
  }

  private void add(Fact fact) {
    books.record(EVENING, Draft.of("fact/" + ledger.head().seq(), fact));
  }
}
