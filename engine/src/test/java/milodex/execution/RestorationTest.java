package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import milodex.Play;
import milodex.broker.OrderReport;
import milodex.broker.OrderReport.Execution;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Head;
import milodex.ledger.Intent;
import milodex.ledger.MemoryLedger;
import milodex.ledger.OrderStatus;
import milodex.ledger.RiskFact.LedgerRestored;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ClientOrderIds;
import org.junit.jupiter.api.Test;

/// A ledger ends on Thursday's close with an exit that waits; its broker has gone on without it.
class RestorationTest {

  private static final LocalDate THURSDAY = LocalDate.parse("2024-03-07");
  private static final Instant CLOSE = Instant.parse("2024-03-07T21:00:00Z");
  private static final Instant NOW = Instant.parse("2024-03-11T12:00:00Z");
  private static final Symbol ACME = Symbol.of("ACME");

  private final MemoryLedger ledger = new MemoryLedger();
  private final Books books = new Books(ledger);

  @Test
  void theAccountIsHaltedExitsTooAndTheRestoreIsOnRecord() {
    Head backup = withAWish("exit");

    String incident =
        new Restoration(CLOSE, backup, Optional.empty()).record(books, List.of(), NOW);

    assertThat(books.halts().open(HaltScope.ACCOUNT, HaltMode.HALT))
        .hasValueSatisfying(
            one -> {
              assertThat(one.id()).isEqualTo(incident).isEqualTo("2024-03-11-1");
              assertThat(one.tripped().trigger()).isEqualTo("ledger_restored");
            });
    assertThat(ledger.event(backup.seq() + 1).map(Event::fact))
        .contains(new LedgerRestored(CLOSE, backup.toString(), Optional.empty(), List.of()));
  }

  @Test
  void aHaltOfBeforeIsNotTakenForTheOneOfTheRestore() {
    withAWish("exit");
    String first = restore(List.of());

    assertThat(restore(List.of())).isEqualTo("2024-03-11-2").isNotEqualTo(first);
    assertThat(books.halts().open()).hasSize(2);
  }

  @Test
  void aWishWhoseOrderTheBrokerTookIsNotOrderedAgainHoweverOftenItIsMade() {
    withAWish("exit");

    restore(List.of(sold("exit", 1)));

    assertThat(books.intents().pending()).isEmpty();
    assertThat(books.intents().isExiting(Play.ID)).isFalse();
    assertThat(new Books(ledger, books.checkpoint()).intents().pending()).isEmpty();
    MemoryLedger anew = new MemoryLedger();
    Books later = new Books(anew);
    later.record(CLOSE, opened());
    new Restoration(CLOSE, anew.head(), Optional.empty())
        .record(later, List.of(sold("exit", 1)), NOW);
    Books fromCheckpoint = new Books(anew, later.checkpoint());
    fromCheckpoint.record(NOW, wish("exit"));
    assertThat(fromCheckpoint.intents().pending()).isEmpty();
  }

  @Test
  void aWishThatNobodyOrderedWaitsOn() {
    withAWish("exit");

    restore(List.of(sold("another", 1)));

    assertThat(books.intents().pending()).extracting(one -> one.intent().id()).contains("exit");
  }

  @Test
  void anExitThatEndedBeforeAllWasSoldIsNotSentAgainIfItsNextOrderWasTaken() {
    withAWish("exit");
    ClientOrderId first = ClientOrderIds.of("exit", 1);
    books.record(
        CLOSE,
        Draft.of(
            "sent",
            new Fact.OrderSubmitted(first, "exit", Play.ID, ACME, Side.SELL, Quantity.of(10))));
    restore(List.of(sold("exit", 1), sold("exit", 2)));

    books.record(
        NOW,
        Draft.of(
            "ended",
            new Fact.OrderReported(first, ACME, OrderStatus.EXPIRED, Quantity.ZERO, "over")));

    assertThat(books.intents().pending()).isEmpty();
    assertThat(untold()).containsExactly(ClientOrderIds.of("exit", 2));
  }

  @Test
  void whatWasUntoldOnceIsNotCountedAgain() {
    withAWish("exit");
    restore(List.of(sold("exit", 1)));

    restore(List.of(sold("exit", 1), sold("more", 1)));

    assertThat(untold()).containsExactly(ClientOrderIds.of("more", 1));
    assertThat(Restoration.told(ledger))
        .containsExactlyInAnyOrder(ClientOrderIds.of("exit", 1), ClientOrderIds.of("more", 1));
  }

  private Head withAWish(String id) {
    books.record(CLOSE, opened());
    books.record(CLOSE, wish(id));
    return ledger.head();
  }

  private String restore(List<OrderReport> orders) {
    return new Restoration(CLOSE, ledger.head(), Optional.empty()).record(books, orders, NOW);
  }

  /// Of the newest restore.
  private List<ClientOrderId> untold() {
    List<LedgerRestored> restores = new ArrayList<>();
    ledger.replay(
        event -> {
          if (event.fact() instanceof LedgerRestored restored) {
            restores.add(restored);
          }
        });
    return restores.getLast().untold();
  }

  private static Draft opened() {
    return Draft.of(
        "books/opened/0",
        new Fact.BooksOpened(
            0, "paper", THURSDAY, THURSDAY.plusYears(1), Money.of(1_000), new TreeMap<>()));
  }

  private static Draft wish(String id) {
    return Draft.of(
        "wish/" + id,
        new Fact.IntentRecorded(
            new Intent(
                id,
                Play.ID,
                ACME,
                Side.SELL,
                Fraction.ZERO,
                Optional.empty(),
                "rule",
                THURSDAY,
                THURSDAY.plusDays(1),
                Optional.empty(),
                Price.parse("50"),
                new TreeMap<>(),
                Optional.empty())));
  }

  private static OrderReport sold(String intent, int attempt) {
    Quantity ten = Quantity.of(10);
    return new OrderReport(
        ClientOrderIds.of(intent, attempt),
        ACME,
        Side.SELL,
        ten,
        OrderStatus.FILLED,
        ten,
        List.<Execution>of(),
        "sold");
  }
}
