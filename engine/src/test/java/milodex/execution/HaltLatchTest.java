package milodex.execution;

import static milodex.ledger.HaltMode.HALT;
import static milodex.ledger.HaltMode.REDUCE_ONLY;
import static milodex.ledger.HaltScope.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import milodex.Play;
import milodex.Seeds;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.RiskFact;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

/// A halt that does not wait for the books.
class HaltLatchTest {

  private static final Instant NOON = Instant.parse("2024-03-08T17:00:00Z");

  private final MemoryLedger ledger = new MemoryLedger();
  private final ParkingBroker broker = new ParkingBroker(Money.of(1_000));
  private final HaltLatch latch = new HaltLatch(ledger, ledger);

  @Test
  void itIsLatchedFirstAndCancelledAndVerifiedOnceTheBooksAreKnown() {
    broker.park("a", Side.BUY);
    ledger.append(
        NOON,
        Draft.of(
            "order/a",
            new Fact.OrderSubmitted(
                new ClientOrderId("a"),
                "wish/a",
                Play.ID,
                Symbol.of("ACME"),
                Side.BUY,
                Quantity.of(10))));

    Optional<String> incident = latch.latch(ACCOUNT, HALT, "operator", "enough", NOON);

    assertThat(incident).contains("2024-03-08-1");
    Books books = new Books(ledger);
    assertThat(books.halts().facing(Play.ID).account()).isPresent();
    assertThat(broker.heard()).isEmpty();
    TripOutcome outcome = killSwitch(books).goOn(incident.orElseThrow(), NOON);
    assertThat(outcome).isInstanceOf(TripOutcome.Verified.class);
    assertThat(outcome.isNew()).isTrue();
    assertThat(broker.heard()).containsExactly("a");
    assertThat(outcome.incident().tripped().snapshot())
        .containsOnlyKeys("books")
        .containsValue("not added up yet when it latched; the facts before it tell them");
  }

  @Test
  void whatIsHaltedAsMuchAlreadyIsNotLatchedAgain() {
    latch.latch(ACCOUNT, REDUCE_ONLY, "operator", "one", NOON);

    assertThat(latch.latch(ACCOUNT, REDUCE_ONLY, "operator", "two", NOON)).isEmpty();
    assertThat(latch.latch(ACCOUNT, HALT, "operator", "three", NOON)).contains("2024-03-08-2");
    assertThat(latch.latch(ACCOUNT, REDUCE_ONLY, "operator", "four", NOON)).isEmpty();
    assertThat(ledger.head().seq()).isEqualTo(2);
  }

  @Test
  void ofTwoProcessesThatLatchAtOnceTheSecondFindsTheIncidentOfTheFirst() {
    latch.latch(ACCOUNT, HALT, "operator", "first", NOON);
    Ledger stale = new Delayed(ledger);

    assertThat(new HaltLatch(stale, stale).latch(ACCOUNT, HALT, "operator", "me too", NOON))
        .isEmpty();
    assertThat(ledger.head().seq()).isEqualTo(1);
  }

  @Test
  void ofTwoProcessesThatLatchDifferentThingsBothDo() {
    latch.latch(HaltScope.of(Play.ID), HALT, "operator", "first", NOON);
    Ledger stale = new Delayed(ledger);

    assertThat(new HaltLatch(stale, stale).latch(ACCOUNT, HALT, "operator", "all", NOON))
        .contains("2024-03-08-2");
  }

  @Test
  void whateverHappenedBeforeItLatchesAsAKillSwitchThatKnowsTheBooks() {
    Seeds.forEachSeed(
        100,
        seed -> {
          var random = Seeds.random(seed);
          MemoryLedger quick = new MemoryLedger();
          Books whole = new Books(new MemoryLedger());
          KillSwitch slow = new KillSwitch(whole, Optional.empty(), SendLock.alone());
          List<String> open = new ArrayList<>();
          List<HaltScope> scopes = List.of(ACCOUNT, HaltScope.of(Play.ID));
          for (int step = 0; step < 20; step++) {
            Instant now = NOON.plusSeconds(20_000L * step);
            if (random.nextInt(3) > 0 || open.isEmpty()) {
              HaltScope scope = scopes.get(random.nextInt(2));
              HaltMode mode = random.nextBoolean() ? HALT : REDUCE_ONLY;
              TripOutcome known = slow.trip(scope, mode, "operator", "step " + step, now);
              Optional<String> latched =
                  new HaltLatch(quick, quick).latch(scope, mode, "operator", "step " + step, now);
              assertThat(latched)
                  .isEqualTo(Optional.of(known.incident().id()).filter(_ -> known.isNew()));
              latched.ifPresent(open::add);
            } else {
              String id = open.remove(random.nextInt(open.size()));
              slow.reset(id, "seen", now);
              quick.append(now, Draft.of("reset/" + id, new RiskFact.HaltReset(id, "seen")));
            }
          }
        });
  }

  @Test
  void itsFactsAreAllThatCanOpenOrEndAnIncident() {
    assertThat(Arrays.stream(FactType.values()).filter(type -> type.label().startsWith("halt.")))
        .containsExactlyInAnyOrderElementsOf(HaltLatch.FACTS);
  }

  @Test
  void reasonsMayNotBeBlankAndOnlyAnIncidentCanBeGoneOnWith() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> latch.latch(ACCOUNT, HALT, "operator", " ", NOON))
        .withMessage("says is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> latch.latch(ACCOUNT, HALT, "", "x", NOON))
        .withMessage("trigger is blank");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> killSwitch(new Books(ledger)).goOn("2024-03-08-1", NOON));
    assertThat(ledger.head().seq()).isZero();
  }

  private KillSwitch killSwitch(Books books) {
    return new KillSwitch(books, Optional.of(broker), SendLock.alone());
  }
}
