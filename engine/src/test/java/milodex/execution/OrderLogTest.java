package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.MemoryLedger;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.risk.Circumstances.SentOrder;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class OrderLogTest {

  private static final StrategyId STRATEGY = StrategyId.parse("null.daily.script.play.v1");
  private static final Instant FRIDAY = Instant.parse("2024-03-08T14:30:00Z");
  private static final Instant MONDAY = Instant.parse("2024-03-11T13:30:00Z");

  private final Books books = new Books(new MemoryLedger());

  @Test
  void anOrderWithoutAReportIsUnknownAndWorks() {
    send("a", Side.BUY, 10, FRIDAY);

    assertThat(books.orders().working())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
              assertThat(order.remaining()).isEqualTo(Quantity.of(10));
            });
  }

  @Test
  void theLatestReportWinsAndAFinalOneEndsTheWork() {
    send("a", Side.BUY, 10, FRIDAY);
    report("a", OrderStatus.PARTIALLY_FILLED, 4);
    assertThat(books.orders().working().getFirst().remaining()).isEqualTo(Quantity.of(6));

    report("a", OrderStatus.FILLED, 10);
    assertThat(books.orders().working()).isEmpty();
    assertThat(books.orders().sentSince(FRIDAY))
        .extracting(SentOrder::filled)
        .containsExactly(Quantity.of(10));
  }

  @Test
  void onlyPurchasesOfTheDayCountAsItsEntries() {
    send("a", Side.BUY, 10, FRIDAY);
    report("a", OrderStatus.FILLED, 10);
    send("b", Side.SELL, 10, FRIDAY);
    send("c", Side.BUY, 10, FRIDAY.plusSeconds(60));

    assertThat(books.orders().entriesOn(LocalDate.parse("2024-03-08"))).isEqualTo(2);
    assertThat(books.orders().entriesOn(LocalDate.parse("2024-03-11"))).isZero();

    send("d", Side.BUY, 10, MONDAY);
    assertThat(books.orders().entriesOn(LocalDate.parse("2024-03-11"))).isEqualTo(1);
  }

  @Test
  void aDayInNewYorkGoesOnUntilMidnightThere() {
    send("a", Side.BUY, 10, Instant.parse("2024-03-09T04:59:00Z"));

    assertThat(books.orders().entriesOn(LocalDate.parse("2024-03-08"))).isEqualTo(1);
  }

  @Test
  void aWorkingOrderIsNeverDroppedAndAFinalOneWithTheNextDay() {
    send("a", Side.BUY, 10, FRIDAY);
    send("b", Side.BUY, 10, FRIDAY);
    report("b", OrderStatus.REJECTED, 0);
    send("c", Side.BUY, 10, MONDAY);

    assertThat(books.orders().sentSince(Instant.EPOCH))
        .extracting(order -> order.id().toString())
        .containsExactly("a", "c");
  }

  @Test
  void theOrdersOfAnIntentAreRecentHoweverOldTheyAre() {
    send("a", Side.SELL, 10, FRIDAY);
    send("b", Side.SELL, 10, FRIDAY.plusSeconds(100));

    assertThat(books.orders().recent(FRIDAY.plusSeconds(50), "intent-a"))
        .extracting(order -> order.id().toString())
        .containsExactly("a", "b");
    assertThat(books.orders().recent(FRIDAY.plusSeconds(50), "intent-z")).hasSize(1);
  }

  private void send(String id, Side side, long shares, Instant at) {
    books.record(
        at,
        Draft.of(
            "order/" + id,
            new Fact.OrderSubmitted(
                new ClientOrderId(id),
                "intent-" + id,
                STRATEGY,
                Symbol.of("ACME"),
                side,
                Quantity.of(shares))));
  }

  private void report(String id, OrderStatus status, long filled) {
    books.record(
        FRIDAY,
        Draft.of(
            "report/" + id + status,
            new Fact.OrderReported(
                new ClientOrderId(id), Symbol.of("ACME"), status, Quantity.of(filled), "")));
  }
}
