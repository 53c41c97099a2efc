package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import milodex.Play;
import milodex.Policies;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.Whim;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.RandomFacts;
import milodex.ledger.StateCodec;
import milodex.money.Money;
import milodex.portfolio.BooksContradictedException;
import org.junit.jupiter.api.Test;

/// Books that go on from a checkpoint.
class CheckpointTest {

  private static final Instant NOW = Instant.parse("2024-03-08T14:30:00Z");

  @Test
  void goingOnFromAnyCutEqualsFoldingTheWhole() {
    Seeds.forEachSeed(
        6,
        seed -> {
          List<Event> events =
              new Play(RandomMarket.of(Seeds.random(seed)), new Whim(seed))
                  .limited(Policies.roomy())
                  .slippage("0.001")
                  .latching()
                  .events();
          goesOnFromAnyCut(events, 7);
        });
  }

  @Test
  void goingOnFromAnyCutOfArbitraryFactsEqualsFoldingTheWhole() {
    Seeds.forEachSeed(40, seed -> goesOnFromAnyCut(arbitrary(seed), 1));
  }

  @Test
  void aCheckpointOfAnotherLedgerIsAsNone() {
    MemoryLedger ours = new MemoryLedger();
    MemoryLedger theirs = new MemoryLedger();
    new Books(ours).record(NOW, opened(1_000));
    new Books(theirs).record(NOW, opened(2_000));

    Books books = new Books(ours, new Books(theirs).checkpoint());

    assertThat(books.portfolio().cash()).isEqualTo(Money.of(1_000));
  }

  @Test
  void aCheckpointThatIsAheadOfItsLedgerIsAsNone() {
    MemoryLedger ledger = new MemoryLedger();
    Books books = new Books(ledger);
    books.record(NOW, opened(1_000));
    Checkpoint ahead =
        new Checkpoint(new Head(2, ledger.head().hash()), books.checkpoint().orElseThrow().state());

    assertThat(new Books(ledger, Optional.of(ahead)).seq()).isEqualTo(1);
  }

  @Test
  void aStateThatIsNotOfItsHeadIsAsNone() {
    MemoryLedger ledger = new MemoryLedger();
    Books books = new Books(ledger);
    books.record(NOW, opened(1_000));
    String older = books.checkpoint().orElseThrow().state();
    books.record(NOW, Draft.of("books/again", opened(2_000).fact()));
    Checkpoint mixed = new Checkpoint(ledger.head(), older);

    assertThat(new Books(ledger, Optional.of(mixed)).portfolio().cash()).isEqualTo(Money.of(2_000));
  }

  @Test
  void aStateThatCannotBeUnderstoodIsAsNone() {
    MemoryLedger ledger = new MemoryLedger();
    new Books(ledger).record(NOW, opened(1_000));

    for (String state : List.of("", "{}", "null", "[1]", "{\"seq\":1}", "\u0000")) {
      Books books = new Books(ledger, Optional.of(new Checkpoint(ledger.head(), state)));
      assertThat(books.portfolio().cash()).as(state).isEqualTo(Money.of(1_000));
      OrderLog orders = OrderLog.of(ledger, Optional.of(new Checkpoint(ledger.head(), state)));
      assertThat(orders.count()).isZero();
    }
  }

  @Test
  void everyFoldOfTheBooksIsKept() {
    Set<Class<?>> kept =
        Arrays.stream(BooksState.class.getRecordComponents())
            .map(part -> part.getType().getEnclosingClass())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<Class<?>> folds =
        Arrays.stream(Books.class.getDeclaredFields())
            .map(Field::getType)
            .filter(type -> type.getName().startsWith("milodex.") && type != Ledger.class)
            .collect(Collectors.toSet());

    assertThat(folds).hasSizeGreaterThan(5);
    assertThat(kept).isEqualTo(folds);
  }

  @Test
  void whatIsOverTakesNoRoom() {
    MemoryLedger ledger = new MemoryLedger();
    Books books = new Books(ledger);
    List<Event> events =
        new Play(RandomMarket.of(Seeds.random(1)), new Whim(1)).limited(Policies.roomy()).events();
    for (Event event : events) {
      books.record(event.at(), Draft.because(event.cause(), event.key(), event.fact()));
    }

    assertThat(books.closedTrades()).hasSizeGreaterThan(20);
    assertThat(books.state().trades().unmeasured()).hasSizeLessThan(5);
    assertThat(books.state().orders().sent()).hasSizeLessThan(20);
  }

  private static void goesOnFromAnyCut(List<Event> events, int step) {
    MemoryLedger ledger = new MemoryLedger();
    Books kept = new Books(ledger);
    TreeMap<Integer, Checkpoint> cuts = new TreeMap<>();
    int folded = 0;
    for (Event event : events) {
      try {
        kept.record(event.at(), Draft.because(event.cause(), event.key(), event.fact()));
      } catch (BooksContradictedException _) {
        break;
      }
      folded++;
      if (folded % step == 0) {
        cuts.put(folded, kept.checkpoint().orElseThrow());
      }
    }
    for (Checkpoint cut : cuts.values()) {
      BooksState read = StateCodec.read(cut.state(), BooksState.class);
      assertThat(StateCodec.write(read)).isEqualTo(cut.state());
    }
    MemoryLedger sound = new MemoryLedger();
    events.stream()
        .limit(folded)
        .forEach(
            event ->
                sound.append(event.at(), Draft.because(event.cause(), event.key(), event.fact())));
    Books whole = new Books(sound);
    for (Checkpoint cut : cuts.values()) {
      Books restored = new Books(sound, Optional.of(cut));
      assertThat(restored.state()).isEqualTo(whole.state());
      assertThat(OrderLog.of(sound, Optional.of(cut)).state()).isEqualTo(whole.orders().state());
      assertThat(restored.halts().open()).isEqualTo(whole.halts().open());
      assertThat(restored.countOfClosedTrades()).isEqualTo(whole.closedTrades().size());
    }
    if (!cuts.isEmpty()) {
      Books restored = new Books(sound, Optional.of(cuts.firstEntry().getValue()));
      assertThat(restored.closedTrades()).isEqualTo(whole.closedTrades());
    }
  }

  /// Facts of all kinds, those that need others before them left out.
  private static List<Event> arbitrary(long seed) {
    RandomGenerator random = Seeds.random(seed);
    RandomFacts facts = new RandomFacts(seed);
    MemoryLedger ledger = new MemoryLedger();
    Books books = new Books(ledger);
    List<FactType> types = List.of(FactType.values());
    for (int i = 0; i < 60; i++) {
      Fact fact = facts.next(types.get(random.nextInt(types.size())));
      MemoryLedger tried = new MemoryLedger();
      ledger.replay(
          event ->
              tried.append(event.at(), Draft.because(event.cause(), event.key(), event.fact())));
      Draft draft = Draft.of("fact/" + i, fact);
      Instant at = NOW.plusSeconds(random.nextInt(400_000));
      try {
        new Books(tried).record(at, draft);
      } catch (BooksContradictedException | IllegalArgumentException _) {
        continue;
      }
      books.record(at, draft);
    }
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }

  private static Draft opened(long dollars) {
    return Draft.of(
        "books/opened",
        new Fact.BooksOpened(
            0,
            "test",
            LocalDate.of(2024, 3, 8),
            LocalDate.of(2024, 3, 8),
            Money.of(dollars),
            new TreeMap<>()));
  }
}
