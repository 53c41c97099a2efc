package milodex.broker;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class BrokerChangeTextTest {

  private static final int SEEDS = 200;
  private static final List<String> WORDS =
      List.of("", "needs 5 and holds 4", "a \"quoted\" \\ word", "zwei Zeilen\nund ä€🙂", "{}");

  @Test
  void whatIsReadIsWhatWasWrittenInOneLine() {
    forEachSeed(
        SEEDS,
        seed -> {
          BrokerChange change = change(random(seed));

          String line = BrokerChangeText.write(change);

          assertThat(line).doesNotContain("\n");
          assertThat(BrokerChangeText.parse(line)).isEqualTo(change);
          assertThat(BrokerChangeText.write(BrokerChangeText.parse(line))).isEqualTo(line);
        });
  }

  @Test
  void aPieceOfALineIsNoChange() {
    forEachSeed(
        20,
        seed -> {
          String line = BrokerChangeText.write(change(random(seed)));
          for (int end = 0; end < line.length(); end++) {
            String piece = line.substring(0, end);
            assertThatThrownBy(() -> BrokerChangeText.parse(piece))
                .as(piece)
                .isInstanceOf(IllegalArgumentException.class);
          }
        });
  }

  @Test
  void theStateAfterChangesKeepsTheOrderOfOrdersAndTheirNewestReport() {
    OrderReport first = order(random(1), "mx-1");
    OrderReport second = order(random(2), "mx-2");
    OrderReport again = order(random(3), "mx-1");

    BrokerState state = BrokerState.of(Money.of(1));
    for (OrderReport order : List.of(first, second, again)) {
      state =
          state.after(
              new BrokerChange(Money.of(2), new TreeMap<>(), Optional.empty(), Optional.of(order)));
    }

    assertThat(state.orders()).containsExactly(again, second);
    assertThat(state.cash()).isEqualTo(Money.of(2));
  }

  private static BrokerChange change(RandomGenerator random) {
    SortedMap<Symbol, Quantity> positions = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      positions.put(Symbol.of("S" + (char) ('A' + random.nextInt(26))), quantity(random));
    }
    return new BrokerChange(
        money(random),
        positions,
        random.nextBoolean()
            ? Optional.of(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700)))
            : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(order(random, "mx-" + random.nextInt(100)))
            : Optional.empty());
  }

  private static OrderReport order(RandomGenerator random, String id) {
    List<OrderReport.Execution> executions = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      executions.add(
          new OrderReport.Execution(
              id + "-b-" + i,
              quantity(random),
              new Price(BigDecimal.valueOf(random.nextLong(1, 1_000_000_000), 6)),
              money(random)));
    }
    OrderStatus[] statuses = OrderStatus.values();
    return new OrderReport(
        new ClientOrderId(id),
        Symbol.of("BRK.B"),
        random.nextBoolean() ? Side.BUY : Side.SELL,
        quantity(random),
        statuses[random.nextInt(statuses.length)],
        quantity(random),
        executions,
        WORDS.get(random.nextInt(WORDS.size())));
  }

  private static Quantity quantity(RandomGenerator random) {
    return Quantity.parse(
        BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000L), 9).toPlainString());
  }

  private static Money money(RandomGenerator random) {
    return Money.parse(
        BigDecimal.valueOf(random.nextLong(-1_000_000_000, 1_000_000_000), 6).toPlainString());
  }
}
