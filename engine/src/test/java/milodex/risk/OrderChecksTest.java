package milodex.risk;

import static milodex.risk.Judged.row;
import static milodex.risk.Judged.sale;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.risk.Circumstances.SentOrder;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class OrderChecksTest {

  @Test
  void twentyEntriesFitInADayAndExitsDoNotCount() {
    assertThat(row(16, scene -> scene.entriesToday = 19)).isEqualTo("CLEAR");
    assertThat(row(16, scene -> scene.entriesToday = 20))
        .isEqualTo("BREACH max_trades_per_day_exceeded");
    assertThat(row(16, sale(5, 5, scene -> scene.entriesToday = 20))).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void tenOrdersFitInAMinute() {
    assertThat(row(17, scene -> scene.ordersInLastMinute = 9)).isEqualTo("CLEAR");
    assertThat(row(17, scene -> scene.ordersInLastMinute = 10))
        .isEqualTo("BREACH order_rate_exceeded");
    assertThat(row(17, sale(5, 5, scene -> scene.ordersInLastMinute = 10)))
        .isEqualTo("ADVISORY order_rate_exceeded");
  }

  @Test
  void theSameOrderIsNotSentTwiceWithinAMinute() {
    assertThat(row(26, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(26, scene -> twin(scene, 59))).isEqualTo("BREACH duplicate_order");
    assertThat(row(26, scene -> twin(scene, 60))).isEqualTo("CLEAR");
    assertThat(row(26, scene -> twin(scene, -5))).isEqualTo("BREACH duplicate_order");
    assertThat(row(26, scene -> scene.recent.add(buyOf(Scene.SIBLING, scene)))).isEqualTo("CLEAR");
    assertThat(row(26, sale(5, 5, scene -> scene.recent.add(buyOf(Scene.STRATEGY, scene)))))
        .isEqualTo("CLEAR");
  }

  @Test
  void onlyARejectedOrderIsSurelyNoOrder() {
    for (OrderStatus status : OrderStatus.values()) {
      assertThat(row(26, scene -> scene.recent.add(scene.sent(Scene.STRATEGY, Side.BUY, status))))
          .as(status.name())
          .isEqualTo(status == OrderStatus.REJECTED ? "CLEAR" : "BREACH duplicate_order");
    }
  }

  @Test
  void anotherSymbolIsAnotherOrder() {
    assertThat(
            row(
                26,
                scene -> {
                  SentOrder twin = buyOf(Scene.STRATEGY, scene);
                  scene.recent.add(
                      new SentOrder(
                          twin.id(),
                          twin.intent(),
                          twin.strategy(),
                          Symbol.of("OTHER"),
                          twin.side(),
                          twin.quantity(),
                          twin.filled(),
                          twin.status(),
                          twin.sentAt()));
                }))
        .isEqualTo("CLEAR");
  }

  @Test
  void anIntentIsTriedAgainOnlyAfterItsOrderEndedUnfilled() {
    for (OrderStatus status : OrderStatus.values()) {
      boolean again =
          List.of(
                  OrderStatus.CANCELLED,
                  OrderStatus.EXPIRED,
                  OrderStatus.REJECTED,
                  OrderStatus.NOT_RECEIVED,
                  OrderStatus.RESOLVED)
              .contains(status);
      assertThat(row(26, scene -> firstAttempt(scene, 2, status)))
          .as(status.name())
          .isEqualTo(again ? "CLEAR" : "BREACH duplicate_order");
    }
  }

  @Test
  void anIdIsNeverUsedTwiceNotEvenAfterARejection() {
    assertThat(row(26, scene -> firstAttempt(scene, 1, OrderStatus.REJECTED)))
        .isEqualTo("BREACH duplicate_order");
    assertThat(row(26, sale(5, 5, scene -> firstAttempt(scene, 1, OrderStatus.EXPIRED))))
        .isEqualTo("BREACH duplicate_order");
  }

  @Test
  void noOrderMayMeetAnotherOneOfOurs() {
    assertThat(row(27, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(27, scene -> work(scene, Side.SELL, OrderStatus.ACCEPTED)))
        .isEqualTo("BREACH opposite_side_order_open");
    assertThat(row(27, scene -> work(scene, Side.SELL, OrderStatus.UNKNOWN)))
        .isEqualTo("BREACH opposite_side_order_open");
    assertThat(row(27, scene -> work(scene, Side.BUY, OrderStatus.ACCEPTED))).isEqualTo("CLEAR");
    assertThat(row(27, sale(5, 5, scene -> work(scene, Side.BUY, OrderStatus.ACCEPTED))))
        .isEqualTo("BREACH opposite_side_order_open");
  }

  @Test
  void anUnknownOrderStopsEntriesInItsSymbolAndSalesOfWhatItMayBeSelling() {
    assertThat(row(28, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(28, scene -> work(scene, Side.BUY, OrderStatus.ACCEPTED))).isEqualTo("CLEAR");
    assertThat(row(28, scene -> work(scene, Side.BUY, OrderStatus.UNKNOWN)))
        .isEqualTo("BREACH unknown_outstanding");
    assertThat(row(28, sale(5, 5, scene -> work(scene, Side.SELL, OrderStatus.UNKNOWN))))
        .isEqualTo("CLEAR");
    assertThat(row(28, sale(6, 5, scene -> work(scene, Side.SELL, OrderStatus.UNKNOWN))))
        .isEqualTo("BREACH unknown_outstanding");
  }

  private static SentOrder buyOf(StrategyId strategy, Scene scene) {
    return scene.sent(strategy, Side.BUY, OrderStatus.FILLED);
  }

  private static void twin(Scene scene, long secondsAgo) {
    scene.recent.add(buyOf(Scene.STRATEGY, scene));
    scene.now = scene.now.plus(Duration.ofSeconds(secondsAgo));
  }

  private static void work(Scene scene, Side side, OrderStatus status) {
    scene.working.add(scene.sent(Scene.SIBLING, side, status));
  }

  /// An order of the proposal's own intent, sent an hour ago.
  private static void firstAttempt(Scene scene, int now, OrderStatus status) {
    scene.attempt = now;
    ClientOrderId id = ClientOrderIds.of(scene.intent().id(), 1);
    scene.recent.add(
        new SentOrder(
            id,
            scene.intent().id(),
            Scene.STRATEGY,
            Scene.SYMBOL,
            scene.side,
            Quantity.of(1),
            Quantity.ZERO,
            status,
            scene.now.minus(Duration.ofHours(1))));
  }
}
