package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.Play;
import milodex.Policies;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.Whim;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class BooksTest {

  private static final Instant NOW = Instant.parse("2024-03-08T14:30:00Z");

  @Test
  void booksOpenedAnewAtAnyEventEqualTheOnesThatWereKept() {
    Seeds.forEachSeed(
        4,
        seed -> {
          List<Event> events =
              new Play(RandomMarket.of(Seeds.random(seed)), new Whim(seed))
                  .limited(Policies.roomy())
                  .slippage("0.001")
                  .events();
          MemoryLedger ledger = new MemoryLedger();
          Books kept = new Books(ledger);
          for (Event event : events) {
            kept.record(event.at(), Draft.because(event.cause(), event.key(), event.fact()));
            if (event.seq() % 13 == 0 || event.seq() == events.size()) {
              assertThat(told(new Books(ledger), event)).isEqualTo(told(kept, event));
            }
          }
          assertThat(events).hasSizeGreaterThan(400);
        });
  }

  @Test
  void factsThatOthersAppendAreFoldedBeforeOurs() {
    MemoryLedger ledger = new MemoryLedger();
    Books ours = new Books(ledger);
    Books theirs = new Books(ledger);
    ours.record(NOW, opened());

    theirs.record(NOW, Draft.of("dividend/1", dividend(7)));
    ours.record(NOW, Draft.of("dividend/2", dividend(5)));

    assertThat(ours.portfolio().cash()).isEqualTo(Money.of(1_012));
    assertThat(theirs.portfolio().cash()).isEqualTo(Money.of(1_007));
  }

  @Test
  void nothingIsAppendedOnceAFactTheBooksDoNotHoldCanChangeAVerdict() {
    MemoryLedger ledger = new MemoryLedger();
    Books ours = new Books(ledger);
    ours.record(NOW, opened());
    new Books(ledger).record(NOW, Draft.of("dividend/1", dividend(7)));

    assertThat(ours.recordIf(ours.riskHead(), NOW, List.of(Draft.of("dividend/2", dividend(5)))))
        .isEmpty();
    assertThat(ours.portfolio().cash()).isEqualTo(Money.of(1_007));
    assertThat(ours.recordIf(ours.riskHead(), NOW, List.of(Draft.of("dividend/2", dividend(5)))))
        .hasValue(3);
    assertThat(ours.portfolio().cash()).isEqualTo(Money.of(1_012));
  }

  @Test
  void aFactThatChangesNoVerdictDoesNotMoveTheRiskHead() {
    Ledger ledger = new MemoryLedger();
    Books books = new Books(ledger);
    books.record(NOW, opened());
    long before = books.riskHead();

    books.record(
        NOW, Draft.of("trip", new Fact.WouldTrip(LocalDate.parse("2024-03-08"), "code", "says")));

    assertThat(books.riskHead()).isEqualTo(before).isEqualTo(1);
    assertThat(new Books(ledger).riskHead()).isEqualTo(before);
  }

  private static Draft opened() {
    LocalDate day = LocalDate.parse("2024-03-08");
    return Draft.of(
        "opened",
        new Fact.BooksOpened(
            0, "window", day, day, Money.ZERO, new TreeMap<>(Map.of(Play.ID, Money.of(1_000)))));
  }

  private static Fact dividend(long dollars) {
    return new Fact.DividendCredited(
        Play.ID,
        Symbol.of("ACME"),
        LocalDate.parse("2024-03-08"),
        Quantity.of(1),
        Money.of(dollars),
        Money.of(dollars));
  }

  /// Everything the books know.
  private static List<Object> told(Books books, Event at) {
    List<Object> told = new ArrayList<>();
    told.add(books.portfolio());
    told.add(books.closedTrades());
    told.add(books.orders().working());
    told.add(books.orders().sentSince(at.at().minusSeconds(60)));
    told.add(books.orders().entriesOn(LocalDate.ofInstant(at.at(), ZoneOffset.UTC)));
    told.add(books.intents().pending());
    told.add(books.intents().isExiting(Play.ID));
    told.add(books.equity().account());
    told.add(books.equity().strategy(Play.ID));
    told.add(books.equity().peak());
    told.add(books.riskHead());
    return told;
  }
}
