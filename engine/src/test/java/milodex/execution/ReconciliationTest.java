package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.broker.Brokerage.AccountSnapshot;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.MemoryLedger;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final StrategyId ONE = StrategyId.parse("null.daily.script.one.v1");
  private static final StrategyId TWO = StrategyId.parse("null.daily.script.two.v1");
  private static final LocalDate DAY = LocalDate.parse("2024-03-08");

  private static final LocalDate MONDAY = LocalDate.parse("2024-03-11");

  private final MemoryLedger ledger = new MemoryLedger();
  private final Books books = ours(ledger);
  private final Reconciliation reconciliation = new Reconciliation();

  @Test
  void beforeTheFirstComparisonNothingIsAgreedOn() {
    assertThat(reconciliation.agreedOn()).isEmpty();
    assertThat(reconciliation.equalOn()).isEmpty();
  }

  @Test
  void sharesOfAllStrategiesTogetherAreWhatTheBrokerHolds() {
    compare(DAY, "850", Map.of("ACME", 15));

    assertThat(reconciliation.agreedOn()).contains(DAY);
    assertThat(reconciliation.equalOn()).contains(DAY);
    assertThat(reconciliation.differences()).isEmpty();
  }

  @Test
  void aSymbolThatOnlyOneSideHasIsADifferenceWithBothValuesThatConcernsItAlone() {
    compare(DAY, "850", Map.of("OTHER", 3));

    assertThat(reconciliation.agreedOn()).contains(DAY);
    assertThat(reconciliation.equalOn()).isEmpty();
    assertThat(says())
        .containsExactly("ACME: books 15 shares, broker 0", "OTHER: books 0 shares, broker 3");
    assertThat(reconciliation.quarantine(Symbol.of("ACME")))
        .contains("ACME: books 15 shares, broker 0");
    assertThat(reconciliation.quarantine(Symbol.of("FREE"))).isEmpty();
    assertThat(reconciliation.account()).isEmpty();
  }

  @Test
  void aGapOfADollarIsBearableForOneSession() {
    compare(DAY, "851", Map.of("ACME", 15));
    assertThat(says()).containsExactly("cash: books 850, broker 851");
    assertThat(reconciliation.agreedOn()).contains(DAY);
    assertThat(reconciliation.record(books, Instant.EPOCH)).isTrue();
    assertThat(reconciliation.record(books, Instant.EPOCH)).isFalse();

    compare(DAY, "850.5", Map.of("ACME", 15));
    assertThat(reconciliation.agreedOn()).contains(DAY);

    compare(MONDAY, "850.5", Map.of("ACME", 15));
    assertThat(reconciliation.agreedOn()).isEmpty();
    assertThat(reconciliation.account()).contains("cash: books 850, broker 850.5");
  }

  @Test
  void aGapThatWasNotThereInTheSessionBeforeIsANewOne() {
    compare(DAY.minusDays(1), "849.5", Map.of("ACME", 15));
    reconciliation.record(books, Instant.EPOCH);

    compare(MONDAY, "849.5", Map.of("ACME", 15));

    assertThat(reconciliation.agreedOn()).contains(MONDAY);
  }

  @Test
  void whatAnotherProcessFoundTheSessionBeforeCounts() {
    compare(DAY, "850.5", Map.of("ACME", 15));
    reconciliation.record(books, Instant.EPOCH);

    Reconciliation restarted = new Reconciliation();
    restarted.compare(MONDAY, new Books(ledger), broker("850.5", Map.of("ACME", 15)));

    assertThat(restarted.agreedOn()).isEmpty();
  }

  @Test
  void aLargerGapStopsAllAtOnce() {
    compare(DAY, "851.001", Map.of("ACME", 15));
    assertThat(reconciliation.agreedOn()).isEmpty();

    compare(DAY, "848.999", Map.of("ACME", 15));
    assertThat(reconciliation.agreedOn()).isEmpty();
  }

  @Test
  void aDifferenceEndsWhatWasFoundEqualBefore() {
    compare(DAY, "850", Map.of("ACME", 15));
    compare(DAY, "850", Map.of("ACME", 14));

    assertThat(reconciliation.equalOn()).isEmpty();
  }

  @Test
  void aBrokerThatDoesNotAnswerAgreesToNothing() {
    compare(DAY, "850", Map.of("ACME", 15));

    ParkingBroker broker = broker("850", Map.of("ACME", 15));
    broker.silent(true);
    reconciliation.compare(DAY, books, broker);

    assertThat(reconciliation.agreedOn()).isEmpty();
    assertThat(reconciliation.equalOn()).isEmpty();
    assertThat(reconciliation.record(books, Instant.EPOCH)).isFalse();
  }

  @Test
  void anOrderThatWorksThereAndIsNotOursConcernsItsSymbol() {
    ParkingBroker broker = broker("850", Map.of("ACME", 15));
    broker.park("theirs", Side.BUY);

    reconciliation.compare(DAY, books, broker);

    assertThat(says())
        .containsExactly("order theirs: books no such order, broker BUY 10 ACME, ACCEPTED");
    assertThat(reconciliation.quarantine(Symbol.of("ACME"))).isPresent();
    assertThat(reconciliation.agreedOn()).contains(DAY);
  }

  @Test
  void anOrderThatIsOpenInTheBooksAndOverOrUnknownThereConcernsItsSymbol() {
    ParkingBroker broker = broker("850", Map.of("ACME", 15));
    accepted("one");
    accepted("two");
    broker.park("two", Side.BUY);
    broker.end("two", OrderStatus.CANCELLED);

    reconciliation.compare(DAY, books, broker);

    assertThat(says())
        .containsExactly(
            "order one: books BUY 10 ACME, ACCEPTED, 0 filled, broker no such order",
            "order two: books BUY 10 ACME, ACCEPTED, 0 filled, broker BUY 10 ACME, CANCELLED, 0"
                + " filled");
  }

  @Test
  void anOrderThatBothHaveOpenIsNoDifferenceNorIsOneThatIsStillAskedFor() {
    ParkingBroker broker = broker("850", Map.of("ACME", 15));
    accepted("one");
    broker.park("one", Side.BUY);
    submitted("two");

    reconciliation.compare(DAY, books, broker);

    assertThat(says()).isEmpty();
  }

  private void accepted(String order) {
    submitted(order);
    record(
        books,
        new Fact.OrderReported(
            new ClientOrderId(order), Symbol.of("ACME"), OrderStatus.ACCEPTED, Quantity.ZERO, ""));
  }

  private void submitted(String order) {
    record(
        books,
        new Fact.OrderSubmitted(
            new ClientOrderId(order), "wish", ONE, Symbol.of("ACME"), Side.BUY, Quantity.of(10)));
  }

  private List<String> says() {
    return reconciliation.differences().stream().map(Difference::says).toList();
  }

  private void compare(LocalDate session, String cash, Map<String, Integer> shares) {
    reconciliation.compare(session, books, broker(cash, shares));
  }

  /// Idle 700, two strategies of 150 that bought ten and five shares of ACME at ten dollars.
  private static Books ours(MemoryLedger ledger) {
    Books books = new Books(ledger);
    record(
        books,
        new Fact.BooksOpened(
            0,
            "window",
            DAY,
            DAY,
            Money.of(700),
            new TreeMap<>(Map.of(ONE, Money.of(150), TWO, Money.of(150)))));
    record(books, bought(ONE, 10));
    record(books, bought(TWO, 5));
    return books;
  }

  private static Fact bought(StrategyId strategy, long shares) {
    return new Fact.FillRecorded(
        new Fill(
            "x" + strategy,
            new ClientOrderId("o"),
            strategy,
            Symbol.of("ACME"),
            Side.BUY,
            Quantity.of(shares),
            Price.parse("10"),
            Money.ZERO,
            DAY,
            "rule",
            new TreeMap<>()));
  }

  private static void record(Books books, Fact fact) {
    books.record(Instant.EPOCH, Draft.of(fact.toString(), fact));
  }

  private static ParkingBroker broker(String cash, Map<String, Integer> shares) {
    TreeMap<Symbol, Quantity> positions = new TreeMap<>();
    shares.forEach((symbol, held) -> positions.put(Symbol.of(symbol), Quantity.of(held)));
    return new ParkingBroker(Money.parse(cash)) {
      @Override
      public synchronized AccountSnapshot account() {
        AccountSnapshot flat = super.account();
        return new AccountSnapshot(flat.accountId(), flat.kind(), flat.cash(), positions);
      }
    };
  }
}
