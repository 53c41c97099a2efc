package milodex.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// What every ledger keeps, whatever it is made of.
public interface LedgerContract {

  Instant CLOSE = Instant.parse("2024-07-01T20:00:00Z");
  Instant OPEN = Instant.parse("2024-07-02T13:30:00Z");

  /// A ledger without events.
  Ledger fresh();

  @Test
  default void aFreshLedgerIsEmpty() {
    try (Ledger ledger = fresh()) {
      assertThat(ledger.head()).isEqualTo(Head.EMPTY);
      assertThat(ledger.riskHead()).isZero();
      assertThat(events(ledger)).isEmpty();
      assertThat(ledger.event(1)).isEmpty();
      assertThat(ledger.event(0)).isEmpty();
    }
  }

  @Test
  default void whatIsAppendedIsReplayedInOrderWithItsCauses() {
    try (Ledger ledger = fresh()) {
      Fact tried = fact(FactType.TRIAL_REGISTERED);
      Fact judged = fact(FactType.PROPOSAL_JUDGED);
      Fact ordered = fact(FactType.ORDER_SUBMITTED);
      Fact closed = fact(FactType.INTENT_CLOSED);

      assertThat(ledger.append(CLOSE, Draft.of("trial", tried))).isEqualTo(1);
      assertThat(
              ledger.append(
                  OPEN,
                  List.of(
                      Draft.because(1, "judged", judged),
                      Draft.then("order", ordered),
                      Draft.then(2, "passed over", closed))))
          .isEqualTo(2);

      List<Event> all =
          List.of(
              new Event(1, "trial", 0, CLOSE, tried),
              new Event(2, "judged", 1, OPEN, judged),
              new Event(3, "order", 2, OPEN, ordered),
              new Event(4, "passed over", 2, OPEN, closed));
      assertThat(events(ledger)).isEqualTo(all);
      assertThat(events(ledger, 1)).isEqualTo(all.subList(1, 4));
      assertThat(events(ledger, 4)).isEmpty();
      assertThat(ledger.event(2)).contains(all.get(1));
      assertThat(ledger.event(5)).isEmpty();
    }
  }

  @Test
  default void aKeyIsAcceptedOnceAndThenTheWholeAppendIsRefused() {
    try (Ledger ledger = fresh()) {
      ledger.append(OPEN, draft("fill-1", FactType.FILL_RECORDED));
      Head before = ledger.head();

      assertThatThrownBy(
              () ->
                  ledger.append(
                      OPEN,
                      List.of(
                          draft("report-1", FactType.ORDER_REPORTED),
                          draft("fill-1", FactType.FILL_RECORDED))))
          .isInstanceOf(DuplicateKeyException.class)
          .hasMessageContaining("'fill-1'");
      assertThatThrownBy(
              () ->
                  ledger.append(
                      OPEN,
                      List.of(
                          draft("twice", FactType.FILL_RECORDED),
                          draft("twice", FactType.FILL_RECORDED))))
          .isInstanceOf(DuplicateKeyException.class);

      assertThat(ledger.head()).isEqualTo(before);
      assertThat(ledger.riskHead()).isEqualTo(1);
      assertThat(ledger.append(OPEN, draft("report-1", FactType.ORDER_REPORTED))).isEqualTo(2);
      assertThat(ledger.append(OPEN, draft("twice", FactType.FILL_RECORDED))).isEqualTo(3);
    }
  }

  @Test
  default void aCauseComesBeforeItsEffect() {
    try (Ledger ledger = fresh()) {
      Fact fact = fact(FactType.RUN_FAILED);

      assertThatThrownBy(() -> ledger.append(OPEN, Draft.because(1, "self", fact)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'self'");
      assertThatThrownBy(() -> ledger.append(OPEN, Draft.then("first", fact)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(
              () -> ledger.append(OPEN, List.of(Draft.of("a", fact), Draft.then(2, "b", fact))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'b'");
      assertThatThrownBy(() -> ledger.append(OPEN, List.of()))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(ledger.head()).isEqualTo(Head.EMPTY);
    }
  }

  @Test
  default void onlyFactsThatCanChangeAVerdictMoveTheRiskHead() {
    try (Ledger ledger = fresh()) {
      for (FactType type : FactType.values()) {
        long before = ledger.riskHead();
        long seq = ledger.append(OPEN, draft(type.label(), type));

        assertThat(ledger.riskHead()).as(type.label()).isEqualTo(type.movesRisk() ? seq : before);
      }
    }
  }

  @Test
  default void anAppendOnAStaleRiskHeadLeavesNoTrace() {
    try (Ledger ledger = fresh()) {
      ledger.append(OPEN, draft("books", FactType.BOOKS_OPENED));
      ledger.append(OPEN, draft("fill-1", FactType.FILL_RECORDED));
      Head before = ledger.head();

      assertThat(ledger.appendIf(1, OPEN, List.of(draft("order", FactType.ORDER_SUBMITTED))))
          .isEmpty();
      assertThat(ledger.head()).isEqualTo(before);
      assertThat(ledger.appendIf(2, OPEN, List.of(draft("order", FactType.ORDER_SUBMITTED))))
          .isEqualTo(OptionalLong.of(3));
      assertThat(ledger.riskHead()).isEqualTo(3);
    }
  }

  @Test
  default void aFactBesideTheMatterDoesNotStopAnAppendOnTheRiskHead() {
    try (Ledger ledger = fresh()) {
      ledger.append(OPEN, draft("books", FactType.BOOKS_OPENED));
      ledger.append(OPEN, draft("bars", FactType.BARS_IMPORTED));

      assertThat(ledger.appendIf(1, OPEN, List.of(draft("order", FactType.ORDER_SUBMITTED))))
          .hasValue(3);
    }
  }

  @Test
  default void ofManyOrdersDecidedOnTheSameFactsExactlyOneIsAppended()
      throws InterruptedException, ExecutionException {
    try (Ledger ledger = fresh();
        ExecutorService desks = Executors.newFixedThreadPool(4)) {
      List<Callable<OptionalLong>> orders = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        List<Draft> order = List.of(draft("order-" + i, FactType.ORDER_SUBMITTED));
        orders.add(() -> ledger.appendIf(0, OPEN, order));
      }

      List<OptionalLong> won = new ArrayList<>();
      for (Future<OptionalLong> answer : desks.invokeAll(orders)) {
        if (answer.get().isPresent()) {
          won.add(answer.get());
        }
      }

      assertThat(won).containsExactly(OptionalLong.of(1));
      assertThat(events(ledger)).hasSize(1);
    }
  }

  @Test
  default void someKindsAreAPartOfAllInTheSameOrderHoweverOftenTheyAreRead() {
    Set<FactType> kinds = Set.of(FactType.RUN_FAILED, FactType.HALT_TRIPPED);
    List<FactType> told =
        List.of(FactType.RUN_FAILED, FactType.FILL_RECORDED, FactType.HALT_TRIPPED);
    try (Ledger ledger = fresh()) {
      for (int i = 0; i < 30; i++) {
        ledger.append(OPEN, draft("fact " + i, told.get(i % 3)));
        for (int after : new int[] {0, i / 2, i, i + 5}) {
          List<Event> read = new ArrayList<>();
          ledger.replay(after, kinds, read::add);

          assertThat(read)
              .isEqualTo(
                  events(ledger, after).stream()
                      .filter(event -> kinds.contains(FactType.of(event.fact())))
                      .toList());
        }
      }
    }
  }

  @Test
  default void aReaderMayAppendWhileItIsReadTo() {
    try (Ledger ledger = fresh()) {
      ledger.append(OPEN, draft("a", FactType.RUN_FAILED));
      ledger.append(OPEN, draft("b", FactType.RUN_FAILED));

      ledger.replay(
          event -> ledger.append(OPEN, draft("after " + event.key(), FactType.RUN_FAILED)));

      assertThat(events(ledger))
          .extracting(Event::key)
          .containsExactly("a", "b", "after a", "after b");
    }
  }

  @Test
  default void everyKindOfFactComesBackAsItWasAndTheHeadIsThatOfALedgerInMemory() {
    RandomFacts facts = new RandomFacts(13);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(13);
    try (Ledger ledger = fresh();
        Ledger memory = new MemoryLedger()) {
      List<Fact> appended = new ArrayList<>();
      while (appended.size() < 300) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
          Fact fact = facts.next();
          appended.add(fact);
          long cause = drafts.isEmpty() ? random.nextLong(appended.size()) : Draft.PREVIOUS;
          drafts.add(new Draft(fact, "key \"" + appended.size() + "\"\n", cause));
        }
        Instant at = CLOSE.plusNanos(random.nextLong(1L << 50));
        assertThat(ledger.append(at, drafts)).isEqualTo(memory.append(at, drafts));
      }

      assertThat(events(ledger)).extracting(Event::fact).isEqualTo(appended);
      assertThat(events(ledger)).isEqualTo(events(memory));
      assertThat(ledger.head()).isEqualTo(memory.head());
      assertThat(ledger.riskHead()).isEqualTo(memory.riskHead());
    }
  }

  static Fact fact(FactType type) {
    return new RandomFacts(7).next(type);
  }

  static Draft draft(String key, FactType type) {
    return Draft.of(key, fact(type));
  }

  static List<Event> events(Ledger ledger) {
    return events(ledger, 0);
  }

  static List<Event> events(Ledger ledger, long after) {
    List<Event> events = new ArrayList<>();
    ledger.replay(after, events::add);
    return events;
  }
}
