package milodex.broker;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class BrokerStateTest {

  private static final BrokerState BEGUN = BrokerState.of(Money.of(1_000));

  @Test
  void manyChangesAtOnceComeToTheSameAsOneAfterTheOther() {
    forEachSeed(
        50,
        seed -> {
          RandomGenerator random = random(seed);
          List<BrokerChange> changes = new ArrayList<>();
          BrokerState step = BEGUN;
          for (int i = 0; i < random.nextInt(30); i++) {
            changes.add(change(random));
            step = step.after(changes.getLast());
          }

          assertThat(BEGUN.after(changes)).isEqualTo(step);
          int half = changes.size() / 2;
          assertThat(
                  BEGUN
                      .after(changes.subList(0, half))
                      .after(changes.subList(half, changes.size())))
              .isEqualTo(step);
        });
  }

  @Test
  void anOrderThatChangesKeepsItsPlace() {
    BrokerState state =
        BEGUN.after(
            List.of(
                change("mx-1", OrderStatus.ACCEPTED),
                change("mx-2", OrderStatus.ACCEPTED),
                change("mx-1", OrderStatus.FILLED)));

    assertThat(state.orders())
        .extracting(order -> order.order() + " " + order.status())
        .containsExactly("mx-1 FILLED", "mx-2 ACCEPTED");
  }

  private static BrokerChange change(RandomGenerator random) {
    OrderStatus status = random.nextBoolean() ? OrderStatus.ACCEPTED : OrderStatus.FILLED;
    BrokerChange one = change("mx-" + random.nextInt(5), status);
    return new BrokerChange(
        Money.of(random.nextInt(1_000)),
        Collections.emptySortedMap(),
        Optional.of(LocalDate.of(2024, 3, 1 + random.nextInt(20))),
        random.nextInt(4) == 0 ? Optional.empty() : one.order());
  }

  private static BrokerChange change(String order, OrderStatus status) {
    return new BrokerChange(
        Money.of(900),
        Collections.emptySortedMap(),
        Optional.empty(),
        Optional.of(
            new OrderReport(
                new ClientOrderId(order),
                Symbol.of("ACME"),
                Side.BUY,
                Quantity.of(3),
                status,
                Quantity.ZERO,
                List.of(),
                "")));
  }
}
