package milodex.execution;

import static milodex.ledger.HaltMode.HALT;
import static milodex.ledger.HaltMode.REDUCE_ONLY;
import static milodex.ledger.HaltScope.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import milodex.Play;
import milodex.Seeds;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.OrderStatus;
import milodex.ledger.RiskFact;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.risk.Circumstances.Halts;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class KillSwitchTest {

  private static final Instant NOON = Instant.parse("2024-03-08T17:00:00Z");
  private static final Instant MONDAY = Instant.parse("2024-03-11T17:00:00Z");
  private static final StrategyId SIBLING = StrategyId.parse("null.daily.script.sibling.v1");

  private final Ledger ledger = new MemoryLedger();
  private final ParkingBroker broker = new ParkingBroker(Money.of(1_000));
  private final Books books = new Books(ledger);
  private final KillSwitch killSwitch = killSwitch(books);

  @Test
  void aHaltCancelsAllThatWorksAndSaysThatNothingIsLeft() {
    send("a", Side.BUY, Play.ID);
    send("b", Side.SELL, SIBLING);
    broker.park("foreign", Side.BUY);

    TripOutcome outcome = trip(ACCOUNT, HALT);

    assertThat(outcome).isInstanceOf(TripOutcome.Verified.class);
    assertThat(outcome.isNew()).isTrue();
    assertThat(outcome.says())
        .isEqualTo("Nothing works any more: a is CANCELLED, b is CANCELLED, foreign is CANCELLED.");
    assertThat(story())
        .containsExactly(
            "03-08 HALTED 2024-03-08-1 account halt: operator",
            "03-08 verified 2024-03-08-1: " + outcome.says());
    assertThat(outcome.incident().verified().getFirst().fact().cancelled())
        .extracting(ClientOrderId::toString)
        .containsExactly("a", "b", "foreign");
  }

  @Test
  void reduceOnlyLeavesSalesAlone() {
    send("a", Side.BUY, Play.ID);
    send("b", Side.SELL, Play.ID);

    assertThat(trip(ACCOUNT, REDUCE_ONLY)).isInstanceOf(TripOutcome.Verified.class);
    assertThat(broker.heard()).containsExactly("a");
  }

  @Test
  void aHaltOfOneStrategyLeavesTheOthersAndWhatWeDidNotSendAlone() {
    send("a", Side.BUY, Play.ID);
    send("b", Side.SELL, SIBLING);
    broker.park("foreign", Side.BUY);

    assertThat(trip(HaltScope.of(SIBLING), HALT)).isInstanceOf(TripOutcome.Verified.class);
    assertThat(broker.heard()).containsExactly("b");
    assertThat(books.halts().facing(Play.ID)).isEqualTo(Halts.NONE);
    assertThat(books.halts().facing(SIBLING).strategy())
        .hasValue("incident 2024-03-08-1, operator: enough");
  }

  @Test
  void aBrokerThatIsDownNeitherDelaysNorPreventsTheLatch() {
    send("a", Side.BUY, Play.ID);
    broker.silent(true);

    TripOutcome outcome = trip(ACCOUNT, HALT);

    assertThat(outcome).isInstanceOf(TripOutcome.Unanswered.class);
    assertThat(outcome.says()).isEqualTo("The broker did not answer (503 after 3 attempts).");
    assertThat(books.halts().facing(Play.ID).account()).isPresent();
    assertThat(story()).containsExactly("03-08 HALTED 2024-03-08-1 account halt: operator");
  }

  @Test
  void anIncidentThatWasNotVerifiedIsTakenUpAgainByTheNextTripAndByNoOtherIncident() {
    send("a", Side.BUY, Play.ID);
    broker.silent(true);
    trip(ACCOUNT, HALT);
    broker.silent(false);

    TripOutcome outcome = trip(ACCOUNT, HALT);

    assertThat(outcome).isInstanceOf(TripOutcome.Verified.class);
    assertThat(outcome.isNew()).isFalse();
    assertThat(outcome.incident().id()).isEqualTo("2024-03-08-1");
    assertThat(broker.heard()).containsExactly("a", "a");
    assertThat(killSwitch.pursue(NOON)).isEmpty();
  }

  @Test
  void ordersThatDoNotStopAreNamedUntilTheyDo() {
    send("a", Side.BUY, Play.ID);
    broker.stubborn(true);

    TripOutcome outcome = trip(ACCOUNT, HALT);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TripOutcome.StillWorking.class,
            still -> assertThat(still.orders()).containsExactly(new ClientOrderId("a")));
    assertThat(outcome.says()).isEqualTo("Not all has ended: a is ACCEPTED.");
    broker.end("a", OrderStatus.FILLED);
    assertThat(killSwitch.pursue(NOON))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again).isInstanceOf(TripOutcome.Verified.class);
              assertThat(again.says()).isEqualTo("Nothing works any more: a is FILLED.");
              assertThat(again.incident().verified().getLast().fact().cancelled()).isEmpty();
            });
  }

  @Test
  void anOrderTheBrokerKnowsNothingOfIsNotTakenForGone() {
    submit("a", Side.BUY, Play.ID);

    TripOutcome outcome = trip(ACCOUNT, HALT);

    assertThat(outcome).isInstanceOf(TripOutcome.StillWorking.class);
    assertThat(outcome.says())
        .isEqualTo(
            "Not all has ended: the broker knows nothing of a."
                + " In flight when it began: a, now UNKNOWN.");
  }

  @Test
  void whatIsTrippedAlreadyIsOneIncidentAndOneCancel() {
    send("a", Side.BUY, Play.ID);
    TripOutcome first = trip(ACCOUNT, HALT);

    for (HaltMode mode : HaltMode.values()) {
      TripOutcome again = trip(ACCOUNT, mode);
      assertThat(again).isInstanceOf(TripOutcome.Verified.class);
      assertThat(again.isNew()).isFalse();
      assertThat(again.incident()).isEqualTo(first.incident());
      assertThat(again.says()).isEqualTo(first.says());
    }
    assertThat(broker.heard()).containsExactly("a");
    assertThat(story()).hasSize(2);
  }

  @Test
  void aStrongerModeIsANewTripThatCancelsTheRest() {
    send("a", Side.BUY, Play.ID);
    send("b", Side.SELL, Play.ID);
    trip(ACCOUNT, REDUCE_ONLY);

    assertThat(trip(ACCOUNT, HALT).incident().id()).isEqualTo("2024-03-08-2");
    assertThat(broker.heard()).containsExactly("a", "b");
    killSwitch.reset("2024-03-08-2", "looked", NOON);
    Halts halts = books.halts().facing(Play.ID);
    assertThat(halts.account()).isEmpty();
    assertThat(halts.reduceOnly()).isPresent();
  }

  @Test
  void aStrategyStaysHaltedWhenTheAccountIsReset() {
    trip(ACCOUNT, HALT);
    trip(HaltScope.of(Play.ID), HALT);

    killSwitch.reset("2024-03-08-1", "looked", NOON);

    assertThat(books.halts().facing(Play.ID).strategy()).isPresent();
    assertThat(books.halts().facing(Play.ID).account()).isEmpty();
    assertThat(books.halts().facing(SIBLING)).isEqualTo(Halts.NONE);
  }

  @Test
  void incidentsAreNumberedByTheDayOfTheExchange() {
    Instant lateEvening = Instant.parse("2024-03-09T04:30:00Z");

    assertThat(id(HaltScope.of(Play.ID), NOON)).isEqualTo("2024-03-08-1");
    assertThat(id(HaltScope.of(SIBLING), lateEvening)).isEqualTo("2024-03-08-2");
    assertThat(id(ACCOUNT, MONDAY)).isEqualTo("2024-03-11-1");
  }

  @Test
  void onlyAResetThatNamesItEndsIt() {
    trip(ACCOUNT, HALT);
    ledger.append(
        MONDAY,
        Draft.of(
            "books/opened",
            new Fact.BooksOpened(
                0, "anew", day("2024-03-11"), day("2024-03-12"), Money.ZERO, new TreeMap<>())));

    Books restarted = new Books(ledger);
    assertThat(restarted.halts().facing(Play.ID).account()).isPresent();
    assertThat(killSwitch.reset("2024-03-08-9", "looked", MONDAY))
        .isEqualTo(new ResetOutcome.Unknown("2024-03-08-9", List.of("2024-03-08-1")));
    assertThat(killSwitch.reset("2024-03-08-1", "looked", MONDAY))
        .isInstanceOf(ResetOutcome.Done.class);
    restarted.catchUp();
    assertThat(restarted.halts().facing(Play.ID)).isEqualTo(Halts.NONE);
    assertThat(killSwitch.reset("2024-03-08-1", "again", MONDAY))
        .isInstanceOfSatisfying(
            ResetOutcome.DoneBefore.class,
            before ->
                assertThat(before.incident().reset().orElseThrow().fact().reason())
                    .isEqualTo("looked"));
    assertThat(story()).filteredOn(line -> line.contains("reset")).hasSize(1);
  }

  @Test
  void theIncidentKeepsTheBooksAndTheBrokersAccountOfThatMoment() {
    send("a", Side.BUY, Play.ID);

    Incident incident = trip(ACCOUNT, HALT).incident();

    assertThat(incident.tripped().snapshot())
        .containsEntry("order/a", "BUY 10 ACME, 0 filled, ACCEPTED")
        .containsEntry("account/cash", "0");
    assertThat(incident.verified().getFirst().fact().broker())
        .containsEntry("account", "A1, SIMULATED")
        .containsEntry("cash", "1000");
  }

  @Test
  void withoutABrokerThereIsNothingToCancelUnlessTheBooksKnowBetter() {
    KillSwitch alone = new KillSwitch(books, Optional.empty(), SendLock.alone());

    assertThat(alone.trip(ACCOUNT, REDUCE_ONLY, "operator", "enough", NOON).says())
        .isEqualTo("No broker is attached to this workspace: there was nothing to cancel.");
    send("a", Side.BUY, Play.ID);
    assertThat(alone.trip(ACCOUNT, HALT, "operator", "enough", NOON).says())
        .isEqualTo("No broker is attached to this workspace, and the books know no end of a.");
  }

  @Test
  void aTurnThatDoesNotComeIsSaidAndVerifiesNothingThoughItCancels() {
    send("a", Side.BUY, Play.ID);
    KillSwitch late =
        new KillSwitch(books, Optional.of(broker), () -> new SendLock.Turn.Missed("Too long."));

    TripOutcome outcome = late.trip(ACCOUNT, HALT, "operator", "enough", NOON);

    assertThat(outcome).isInstanceOf(TripOutcome.OnItsWay.class);
    assertThat(outcome.says()).isEqualTo("Too long. Nothing works any more: a is CANCELLED.");
    assertThat(books.halts().open().getFirst().isVerified()).isFalse();
  }

  @Test
  void theLatchDoesNotWaitForAnOrderOnItsWayAndTheHaltDoesAndNamesIt() throws Exception {
    Semaphore one = new Semaphore(1);
    SendLock lock =
        () -> {
          one.acquireUninterruptibly();
          return new SendLock.Turn.Held(one::release);
        };
    TripOutcome outcome;
    try (ExecutorService operator = Executors.newSingleThreadExecutor()) {
      Future<TripOutcome> halting;
      try (SendLock.Turn sending = lock.take()) {
        assertThat(sending).isInstanceOf(SendLock.Turn.Held.class);
        submit("a", Side.BUY, Play.ID);
        halting =
            operator.submit(
                () ->
                    new KillSwitch(new Books(ledger), Optional.of(broker), lock)
                        .trip(ACCOUNT, HALT, "operator", "enough", NOON));
        while (!one.hasQueuedThreads()) {
          Thread.onSpinWait();
        }
        assertThat(story()).containsExactly("03-08 HALTED 2024-03-08-1 account halt: operator");
        assertThat(broker.heard()).isEmpty();
        accept("a", Side.BUY);
      }
      outcome = halting.get();
    }
    assertThat(outcome).isInstanceOf(TripOutcome.Verified.class);
    assertThat(outcome.says())
        .isEqualTo(
            "Nothing works any more: a is CANCELLED. In flight when it began: a, now ACCEPTED.");
  }

  @Test
  void ofTwoProcessesThatTripAtOnceTheSecondFindsTheIncidentOfTheFirst() {
    Books stale = new Books(new Delayed(ledger));
    trip(ACCOUNT, HALT);

    TripOutcome outcome = killSwitch(stale).trip(ACCOUNT, HALT, "operator", "me too", NOON);

    assertThat(outcome.isNew()).isFalse();
    assertThat(outcome.incident().tripped().says()).isEqualTo("enough");
    assertThat(story()).hasSize(2);
  }

  @Test
  void reasonsMayNotBeBlank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> killSwitch.trip(ACCOUNT, HALT, "operator", " ", NOON))
        .withMessage("says is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> killSwitch.trip(ACCOUNT, HALT, "", "x", NOON))
        .withMessage("trigger is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> killSwitch.reset("2024-03-08-1", "", NOON))
        .withMessage("reason is blank");
  }

  /// Against a model that keeps a set of what is open.
  @Test
  void whateverIsTrippedAndResetInWhateverOrderEveryScopeAndModeFacesItsOwn() {
    Seeds.forEachSeed(
        200,
        seed -> {
          var random = Seeds.random(seed);
          Books kept = new Books(new MemoryLedger());
          KillSwitch one = new KillSwitch(kept, Optional.empty(), SendLock.alone());
          List<RiskFact.HaltTripped> open = new ArrayList<>();
          List<HaltScope> scopes = List.of(ACCOUNT, HaltScope.of(Play.ID), HaltScope.of(SIBLING));
          for (int step = 0; step < 40; step++) {
            Instant now = NOON.plusSeconds(20_000L * step);
            if (random.nextInt(3) > 0 || open.isEmpty()) {
              HaltScope scope = scopes.get(random.nextInt(3));
              HaltMode mode = random.nextBoolean() ? HALT : REDUCE_ONLY;
              boolean known =
                  open.stream()
                      .anyMatch(
                          any ->
                              any.scope().equals(scope)
                                  && (any.mode() == HALT || any.mode() == mode));
              TripOutcome outcome = one.trip(scope, mode, "operator", "step " + step, now);
              assertThat(outcome.isNew()).isNotEqualTo(known);
              if (!known) {
                open.add(outcome.incident().tripped());
              }
            } else {
              String id = open.remove(random.nextInt(open.size())).incident();
              assertThat(one.reset(id, "seen", now)).isInstanceOf(ResetOutcome.Done.class);
            }
            for (StrategyId strategy : List.of(Play.ID, SIBLING)) {
              Halts halts = kept.halts().facing(strategy);
              HaltScope own = HaltScope.of(strategy);
              assertThat(halts.account().isPresent()).isEqualTo(holds(open, ACCOUNT, HALT));
              assertThat(halts.strategy().isPresent()).isEqualTo(holds(open, own, HALT));
              assertThat(halts.reduceOnly().isPresent())
                  .isEqualTo(holds(open, ACCOUNT, REDUCE_ONLY) || holds(open, own, REDUCE_ONLY));
            }
          }
        });
  }

  private static boolean holds(List<RiskFact.HaltTripped> open, HaltScope scope, HaltMode mode) {
    return open.stream().anyMatch(one -> one.scope().equals(scope) && one.mode() == mode);
  }

  private KillSwitch killSwitch(Books kept) {
    return new KillSwitch(kept, Optional.of(broker), SendLock.alone());
  }

  private TripOutcome trip(HaltScope scope, HaltMode mode) {
    return killSwitch.trip(scope, mode, "operator", "enough", NOON);
  }

  private String id(HaltScope scope, Instant now) {
    return killSwitch.trip(scope, HALT, "operator", "enough", now).incident().id();
  }

  /// Sent, and taken by the broker.
  private void send(String id, Side side, StrategyId strategy) {
    submit(id, side, strategy);
    accept(id, side);
  }

  private void accept(String id, Side side) {
    broker.park(id, side);
    books.record(
        NOON,
        Draft.of(
            "report/" + id,
            new Fact.OrderReported(
                new ClientOrderId(id),
                Symbol.of("ACME"),
                OrderStatus.ACCEPTED,
                Quantity.ZERO,
                "")));
  }

  /// Sent, and never answered.
  private void submit(String id, Side side, StrategyId strategy) {
    books.record(
        NOON,
        Draft.of(
            "order/" + id,
            new Fact.OrderSubmitted(
                new ClientOrderId(id),
                "wish/" + id,
                strategy,
                Symbol.of("ACME"),
                side,
                Quantity.of(10))));
  }

  private List<String> story() {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return Play.story(events).stream().filter(line -> !line.contains("ACCEPTED ACME")).toList();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
