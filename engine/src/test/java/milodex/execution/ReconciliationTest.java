package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import milodex.broker.Brokerage.AccountSnapshot;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.MemoryLedger;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.portfolio.Portfolio;
import milodex.risk.Circumstances;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final StrategyId ONE = StrategyId.parse("null.daily.script.one.v1");
  private static final StrategyId TWO = StrategyId.parse("null.daily.script.two.v1");
  private static final LocalDate DAY = LocalDate.parse("2024-03-08");

  private final Reconciliation reconciliation = new Reconciliation();

  @Test
  void beforeTheFirstComparisonNothingIsAgreedOn() {
    assertThat(reconciliation.agreedOn()).isEmpty();
  }

  @Test
  void sharesOfAllStrategiesTogetherAreWhatTheBrokerHolds() {
    reconciliation.compare(DAY, ours(), theirs("850", Map.of("ACME", 15)));

    assertThat(reconciliation.agreedOn()).contains(DAY);
    assertThat(reconciliation.differences()).isEmpty();
  }

  @Test
  void aSymbolThatOnlyOneSideHasIsADifferenceWithBothValues() {
    reconciliation.compare(DAY, ours(), theirs("850", Map.of("OTHER", 3)));

    assertThat(reconciliation.agreedOn()).isEmpty();
    assertThat(reconciliation.differences())
        .containsExactly("ACME: books 15 shares, broker 0", "OTHER: books 0 shares, broker 3");
  }

  @Test
  void aTenthOfACentIsADifference() {
    reconciliation.compare(DAY, ours(), theirs("850.001", Map.of("ACME", 15)));

    assertThat(reconciliation.differences()).containsExactly("cash: books 850, broker 850.001");
  }

  @Test
  void aDifferenceEndsWhatWasAgreedOnBefore() {
    reconciliation.compare(DAY, ours(), theirs("850", Map.of("ACME", 15)));
    reconciliation.compare(DAY, ours(), theirs("850", Map.of("ACME", 14)));

    assertThat(reconciliation.agreedOn()).isEmpty();
  }

  /// Idle 700, two strategies of 150 that bought ten and five shares of ACME at ten dollars.
  private static Portfolio ours() {
    Books books = new Books(new MemoryLedger());
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
    return books.portfolio();
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

  private static AccountSnapshot theirs(String cash, Map<String, Integer> shares) {
    TreeMap<Symbol, Quantity> positions = new TreeMap<>();
    shares.forEach((symbol, held) -> positions.put(Symbol.of(symbol), Quantity.of(held)));
    return new AccountSnapshot(
        "A1", Circumstances.Venue.Kind.SIMULATED, Money.parse(cash), positions);
  }
}
