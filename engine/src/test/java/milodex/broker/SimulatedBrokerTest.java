package milodex.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.data.HistoricalMarket;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Fact.OrderSubmitted;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import org.junit.jupiter.api.Test;

/// The orders are a purchase and a sale of a hundred shares that a gate has approved.
class SimulatedBrokerTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Costs COSTS =
      new Costs(Fraction.parse("0.001"), Money.of(1), Fraction.ZERO, Money.ZERO);

  private final TinyMarket market =
      TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "50/50 50/50 60/60 - 60/61");
  private final HistoricalMarket past = new HistoricalMarket(market.history(), market.begin() + 2);

  @Test
  void aPurchasePaysTheObservedPriceSlippageAndCommission() {
    SimulatedBroker broker = broker(10_000);

    OrderReport report = broker.submit(order(Side.BUY));

    assertThat(report.status()).isEqualTo(OrderStatus.FILLED);
    assertThat(report.filled()).isEqualTo(Quantity.of(100));
    assertThat(report.executions())
        .singleElement()
        .satisfies(
            fill -> {
              assertThat(fill.price()).isEqualTo(Price.parse("60.06"));
              assertThat(fill.fee()).isEqualTo(Money.of(1));
            });
    assertThat(broker.account().cash()).isEqualTo(Money.of(10_000 - 6_006 - 1));
    assertThat(broker.account().positions()).containsEntry(ACME, Quantity.of(100));
  }

  @Test
  void aSaleGetsTheObservedPriceLessSlippageAndCommission() {
    SimulatedBroker broker = broker(10_000);
    broker.submit(order(Side.BUY));

    OrderReport report = broker.submit(order(Side.SELL));

    assertThat(report.executions().getFirst().price()).isEqualTo(Price.parse("59.94"));
    assertThat(broker.account().cash()).isEqualTo(Money.of(10_000 - 6_006 - 1 + 5_994 - 1));
    assertThat(broker.account().positions()).isEmpty();
  }

  @Test
  void whatTheCashDoesNotPayForIsRejectedAndChangesNothing() {
    SimulatedBroker broker = broker(6_006);

    OrderReport report = broker.submit(order(Side.BUY));

    assertThat(report.status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(report.executions()).isEmpty();
    assertThat(report.says()).isEqualTo("needs 6007 and holds 6006");
    assertThat(broker.account().cash()).isEqualTo(Money.of(6_006));
  }

  @Test
  void sharesItDoesNotHoldAreNotSold() {
    SimulatedBroker broker = broker(10_000);

    OrderReport report = broker.submit(order(Side.SELL));

    assertThat(report.status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(broker.account().cash()).isEqualTo(Money.of(10_000));
  }

  @Test
  void withoutABarNothingIsFilledAtAStalePrice() {
    SimulatedBroker broker = broker(10_000);
    past.openSession(market.begin() + 3);

    OrderReport report = broker.submit(order(Side.BUY));

    assertThat(report.status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(report.filled()).isEqualTo(Quantity.ZERO);
    assertThat(broker.account().cash()).isEqualTo(Money.of(10_000));
  }

  @Test
  void theFillDoesNotKnowTheCloseOfItsSession() {
    TinyMarket other =
        TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "50/50 50/50 60/99 - 60/61");
    SimulatedBroker broker =
        new SimulatedBroker(
            "A1",
            new HistoricalMarket(other.history(), other.begin() + 2),
            COSTS,
            Money.of(10_000));

    assertThat(broker.submit(order(Side.BUY))).isEqualTo(broker(10_000).submit(order(Side.BUY)));
  }

  @Test
  void anOrderThatWasOnItsWayWhenItsSenderDiedArrivesOnceItIsAskedAbout() {
    ApprovedOrder order = order(Side.BUY);
    OrderReport whole = broker(10_000).submit(order);
    OrderSubmitted sent =
        new OrderSubmitted(
            order.id(), "wish", Play.ID, order.symbol(), order.side(), order.quantity());
    List<BrokerChange> told = new ArrayList<>();
    SimulatedBroker broker =
        new SimulatedBroker(
            "A1",
            past,
            COSTS,
            FillRule.WHOLE,
            BrokerState.of(Money.of(10_000)),
            List.of(sent),
            Optional.of(told::add));

    assertThat(broker.account().positions()).isEmpty();
    assertThat(broker.find(new ClientOrderId("mx-another"))).isEmpty();
    assertThat(broker.find(order.id())).contains(whole);
    assertThat(broker.find(order.id())).contains(whole);
    assertThat(broker.submit(order)).isEqualTo(whole);

    assertThat(told)
        .extracting(BrokerChange::order)
        .containsExactly(Optional.empty(), Optional.of(whole));
    assertThat(broker.account().positions())
        .containsOnly(Map.entry(order.symbol(), order.quantity()));
  }

  private SimulatedBroker broker(long cash) {
    return new SimulatedBroker("A1", past, COSTS, Money.of(cash));
  }

  private ApprovedOrder order(Side side) {
    Script script = new Script().buy("2024-03-07", "ACME", 0.5).sell("2024-03-08", "ACME");
    List<ApprovedOrder> approved = new ArrayList<>();
    new Play(market, script)
        .broker(
            real ->
                new Relay(real) {
                  @Override
                  public OrderReport submit(ApprovedOrder order) {
                    approved.add(order);
                    return super.submit(order);
                  }
                })
        .story();
    return approved.stream().filter(one -> one.side() == side).findFirst().orElseThrow();
  }
}
