package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class FillLogTest {

  private final FillLog log = new FillLog();

  @Test
  void theNewestComeOldestFirstAndNoMoreThanAreRemembered() {
    for (int i = 1; i <= 40; i++) {
      fill(log, i);
    }

    assertThat(log.count()).isEqualTo(40);
    assertThat(log.newest(2)).extracting(Fill::executionId).containsExactly("x39", "x40");
    assertThat(log.newest(99)).hasSize(32).extracting(Fill::executionId).contains("x9", "x40");
    assertThat(log.newest(0)).isEmpty();
  }

  @Test
  void whatIsKeptIsTheirNumber() {
    fill(log, 1);
    FillLog other = new FillLog();

    other.restore(log.state());

    assertThat(other.count()).isEqualTo(1);
    assertThat(other.newest(5)).isEmpty();
    fill(other, 2);
    assertThat(other.count()).isEqualTo(2);
    assertThat(other.newest(1)).extracting(Fill::executionId).containsExactly("x2");
  }

  private static void fill(FillLog log, int number) {
    log.apply(
        new Event(
            number,
            "fill/" + number,
            0,
            Instant.EPOCH,
            new Fact.FillRecorded(
                new Fill(
                    "x" + number,
                    new ClientOrderId("mx-" + number),
                    StrategyId.parse("null.daily.script.one.v1"),
                    Symbol.of("ACME"),
                    Side.BUY,
                    Quantity.of(1),
                    Price.parse("10"),
                    Money.ZERO,
                    LocalDate.EPOCH,
                    "rule",
                    new TreeMap<>()))));
  }
}
