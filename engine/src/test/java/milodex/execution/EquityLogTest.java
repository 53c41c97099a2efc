package milodex.execution;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.MemoryLedger;
import milodex.money.Money;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class EquityLogTest {

  private static final StrategyId ONE = StrategyId.parse("null.daily.script.one.v1");
  private static final StrategyId THREE = StrategyId.parse("null.daily.script.three.v1");
  private static final StrategyId TWO = StrategyId.parse("null.daily.script.two.v1");

  private final Books books = new Books(new MemoryLedger());
  private int keys;

  @Test
  void beforeTheFirstCloseThereIsNoEquityAndThePeakIsWhatTheBooksWereOpenedWith() {
    open(1_000, 100, 200);

    assertThat(books.equity().account()).isEmpty();
    assertThat(books.equity().strategy(ONE)).isEmpty();
    assertThat(books.equity().peak()).isEqualTo(Money.of(1_300));
  }

  @Test
  void theAccountIsWhatLiesIdleAndAllStrategies() {
    open(1_000, 100, 200);
    close("2024-03-07", 110, 190);

    assertThat(books.equity().account()).contains(Money.of(1_300));
    assertThat(books.equity().strategy(TWO)).contains(Money.of(190));
  }

  @Test
  void thePeakIsTheHighestCloseAndStaysWhenTheAccountFalls() {
    open(1_000, 100, 200);
    close("2024-03-07", 150, 200);
    assertThat(books.equity().peak()).isEqualTo(Money.of(1_350));
    close("2024-03-08", 90, 200);
    close("2024-03-11", 95, 200);

    assertThat(books.equity().peak()).isEqualTo(Money.of(1_350));
    assertThat(books.equity().account()).contains(Money.of(1_295));
  }

  @Test
  void aMixOfTwoSessionsIsNoPeak() {
    open(1_000, 100, 200);
    close("2024-03-07", 150, 200);
    close("2024-03-08", 250, 90);

    assertThat(books.equity().peak()).isEqualTo(Money.of(1_350));
    assertThat(books.equity().account()).contains(Money.of(1_340));
  }

  @Test
  void newBooksForgetTheOldPeak() {
    open(1_000, 100, 200);
    close("2024-03-07", 500, 200);
    open(1_000, 100, 200);

    assertThat(books.equity().peak()).isEqualTo(Money.of(1_300));
    assertThat(books.equity().account()).isEmpty();
  }

  @Test
  void aStrategyThatJoinsChangesNeitherEquityNorPeak() {
    open(1_000, 100, 200);
    close("2024-03-07", 150, 200);

    record(new Fact.StrategyFunded(THREE, LocalDate.parse("2024-03-08"), Money.of(400)));

    assertThat(books.equity().account()).contains(Money.of(1_350));
    close("2024-03-08", 150, 200);
    assertThat(books.equity().account()).contains(Money.of(1_350));
    assertThat(books.equity().peak()).isEqualTo(Money.of(1_350));
    assertThat(books.portfolio().idleCash()).isEqualTo(Money.of(600));
    assertThat(books.portfolio().cash()).isEqualTo(Money.of(1_300));
  }

  @Test
  void theAccountIsAtAnyTimeTheSumOfWhatIsKnownOfEach() {
    forEachSeed(
        50,
        seed -> {
          RandomGenerator random = random(seed);
          open(1_000, 100, 200);
          long one = 100;
          long two = 200;
          for (int day = 1; day < 20; day++) {
            boolean first = random.nextBoolean();
            long equity = random.nextLong(1_000);
            one = first ? equity : one;
            two = first ? two : equity;
            evaluated(first ? ONE : TWO, "2024-03-%02d".formatted(7 + day), equity);

            assertThat(books.equity().account()).contains(Money.of(1_000 + one + two));
          }
        });
  }

  private void open(long idle, long one, long two) {
    LocalDate day = LocalDate.parse("2024-03-07");
    record(
        new Fact.BooksOpened(
            0,
            "window",
            day,
            day,
            Money.of(idle),
            new TreeMap<>(Map.of(ONE, Money.of(one), TWO, Money.of(two)))));
  }

  private void close(String session, long one, long two) {
    evaluated(ONE, session, one);
    evaluated(TWO, session, two);
  }

  private void evaluated(StrategyId strategy, String session, long equity) {
    record(
        new Fact.StrategyEvaluated(
            strategy,
            LocalDate.parse(session),
            "rule",
            Money.of(equity),
            Money.of(equity),
            0,
            List.of(),
            List.of(),
            new TreeMap<>()));
  }

  private void record(Fact fact) {
    books.record(Instant.EPOCH, Draft.of("key" + keys++, fact));
  }
}
