package milodex.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.Floor;
import milodex.Script;
import milodex.TinyMarket;
import milodex.data.HistoricalMarket;
import milodex.ledger.OrderStatus;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

/// Orders that do not fill at once; a hundred shares of ACME are wished for on Thursday.
class RestingOrdersTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final FillRule RESTING = FillRule.WHOLE.resting();
  private static final FillRule SLOW = RESTING.ofVolume(Fraction.parse("0.004"));

  private static TinyMarket week() {
    return TinyMarket.of("2024-03-07", "2024-03-13")
        .bars("ACME", 1, 10_000, "50/50 50/50 50/50 50/50 50/50");
  }

  private static Floor friday(TinyMarket market, FillRule rule) {
    return new Floor(market, rule, new Script().buy("2024-03-07", "ACME", 0.5)).day().open();
  }

  @Test
  void anOrderRestsUntilTheNextMomentFillsIt() {
    Floor floor = friday(week(), RESTING);
    assertThat(floor.broker().working())
        .singleElement()
        .satisfies(order -> assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED));
    assertThat(floor.broker().account().positions()).isEmpty();

    floor.pulse(1);

    assertThat(floor.broker().working()).isEmpty();
    assertThat(floor.broker().account().positions()).containsEntry(ACME, Quantity.of(100));
  }

  @Test
  void aShareOfVolumeFillsOverSeveralMomentsEachUnderAnIdOfItsOwn() {
    Floor floor = friday(week(), SLOW).pulse(1).pulse(2);
    OrderReport order = floor.broker().working().getFirst();
    assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(order.filled()).isEqualTo(Quantity.of(80));

    floor.pulse(3);

    OrderReport done = floor.broker().find(order.order()).orElseThrow();
    assertThat(done.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(done.executions())
        .extracting(OrderReport.Execution::id)
        .containsExactly(order.order() + "-b", order.order() + "-b-2", order.order() + "-b-3");
    assertThat(done.executions())
        .extracting(OrderReport.Execution::quantity)
        .containsExactly(Quantity.of(40), Quantity.of(40), Quantity.of(20));
  }

  @Test
  void whatRestsAtTheCloseExpiresAndKeepsWhatWasFilled() {
    Floor floor = friday(week(), SLOW).pulse(1).close();

    assertThat(floor.broker().working()).isEmpty();
    OrderReport order = floor.orders().getFirst();
    assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(order.filled()).isEqualTo(Quantity.of(40));
    assertThat(floor.broker().account().cash()).isEqualTo(Money.of(8_000));
  }

  @Test
  void aCancelledOrderKeepsWhatWasFilledAndAFinalOneStaysAsItIs() {
    Floor floor = friday(week(), SLOW).pulse(1);
    OrderReport order = floor.broker().working().getFirst();

    floor.broker().cancel(order.order());
    floor.broker().cancel(order.order());
    floor.pulse(2);

    OrderReport cancelled = floor.orders().getFirst();
    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancelled.filled()).isEqualTo(Quantity.of(40));
    floor.close();
    assertThat(floor.orders()).containsExactly(cancelled);
  }

  @Test
  void anOrderInARejectedSymbolIsRejected() {
    Floor floor = friday(week(), FillRule.WHOLE.rejecting(ACME));

    assertThat(floor.story()).endsWith("03-08 REJECTED ACME: no orders in ACME");
    assertThat(floor.broker().account().cash()).isEqualTo(Money.of(10_000));
  }

  @Test
  void withoutAPriceARestingOrderWaitsForOne() {
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-11").bars("ACME", "50/50 50/50 -");
    BrokerState resting = friday(market, RESTING).broker().state();

    BrokerState sentOnMonday =
        new BrokerState(
            resting.cash(),
            resting.positions(),
            resting.orders(),
            Optional.of(LocalDate.parse("2024-03-11")));

    assertThat(met(market, 2, sentOnMonday).working()).isEqualTo(resting.orders());
    assertThat(met(market, 1, resting).working()).isEmpty();
  }

  @Test
  void cashThatIsGoneWhenAnOrderMeetsTheMarketEndsIt() {
    BrokerState resting = friday(week(), RESTING).broker().state();

    BrokerState after =
        met(
                week(),
                1,
                new BrokerState(
                    Money.of(4_999), resting.positions(), resting.orders(), resting.opened()))
            .state();

    assertThat(after.orders().getFirst().status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(after.cash()).isEqualTo(Money.of(4_999));
  }

  private static SimulatedBroker met(TinyMarket market, int session, BrokerState state) {
    SimulatedBroker broker =
        new SimulatedBroker(
            "A1",
            new HistoricalMarket(market.history(), market.begin() + session),
            Costs.slippage(Fraction.ZERO),
            RESTING,
            state);
    broker.meetMarket();
    return broker;
  }

  @Test
  void aBrokerThatGoesOnFromItsStateIsTheSameBroker() {
    Floor floor = friday(week(), SLOW).pulse(1);
    BrokerState before = floor.broker().state();

    floor.restartBroker();

    assertThat(floor.broker().state()).isEqualTo(before);
    floor.pulse(2).pulse(3);
    assertThat(floor.orders())
        .singleElement()
        .satisfies(order -> assertThat(order.status()).isEqualTo(OrderStatus.FILLED));
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void aSplitMeetsNoRestingOrderAndIsBookedOnceASession() {
    Floor floor = friday(week().split("ACME", "2024-03-11", "2"), SLOW).pulse(1);
    floor.broker().closeSession();
    floor.open();

    assertThat(floor.broker().account().positions()).containsEntry(ACME, Quantity.of(80));
    assertThat(floor.broker().working()).isEmpty();
    assertThat(floor.differences()).isEqualTo(List.of());
  }

  @Test
  void whatABrokenOffSessionLeftRestingExpiresAtTheNextOpen() {
    Floor floor = friday(week(), SLOW).pulse(1).restartBroker().open();

    assertThat(floor.orders().getFirst().status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(floor.story())
        .endsWith("03-08 bought 40 ACME at 50", "03-11 EXPIRED ACME: the session closed");
    assertThat(floor.differences()).isEmpty();
  }
}
