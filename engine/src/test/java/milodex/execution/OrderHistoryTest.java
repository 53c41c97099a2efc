package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import milodex.Floor;
import milodex.Play;
import milodex.Policies;
import milodex.RandomMarket;
import milodex.Script;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.Whim;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.FillRule;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.risk.ApprovedOrder;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

  @Test
  void everyOrderOfEveryDayIsThereWithItsEndAndItsWish() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "50/50 50/50 50/50 50/50 50/50");
    Script script = new Script().buy("2024-03-07", "ACME", 0.5).sell("2024-03-11", "ACME");
    Floor floor = new Floor(market, FillRule.WHOLE, script).day().day().day().day();
    OrderHistory history = new OrderHistory();

    floor.events().forEach(history);

    assertThat(history.orders()).hasSize(2);
    assertThat(history.orders())
        .extracting(one -> one.order().side())
        .containsExactly(Side.BUY, Side.SELL);
    assertThat(history.orders())
        .allSatisfy(
            one -> {
              assertThat(one.order().status()).isEqualTo(OrderStatus.FILLED);
              assertThat(one.order().filled()).isEqualTo(one.order().quantity());
            });
    assertThat(history.orders())
        .extracting(one -> one.wish().orElseThrow().rule())
        .containsExactly("script.buy", "script.sell");
  }

  @Test
  void whatTheOperatorSaidOfAnOrderIsTheLastWord() {
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-08").bars("ACME", "50/50 50/50");
    Floor floor =
        new Floor(market, FillRule.WHOLE, new Script().buy("2024-03-07", "ACME", 0.5))
            .broker(NeverAnswers::new)
            .day()
            .open();
    OrderResolution.resolve(
        floor.books(),
        Optional.empty(),
        floor.books().orders().working().getFirst().id(),
        "it never arrived",
        floor.at(60));
    OrderHistory history = new OrderHistory();
    floor.events().forEach(history);

    assertThat(history.orders())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.order().status()).isEqualTo(OrderStatus.RESOLVED);
              assertThat(one.says()).isEqualTo("it never arrived");
            });
  }

  @Test
  void noOtherKindsOfFactsTellOfOrders() {
    Seeds.forEachSeed(
        6,
        seed -> {
          List<Event> events =
              new Play(RandomMarket.of(Seeds.random(seed)), new Whim(seed))
                  .limited(Policies.roomy())
                  .latching()
                  .events();
          OrderHistory all = new OrderHistory();
          OrderHistory some = new OrderHistory();
          events.forEach(all);
          events.stream()
              .filter(event -> OrderHistory.KINDS.contains(FactType.of(event.fact())))
              .forEach(some);

          assertThat(some.orders()).isEqualTo(all.orders());
          assertThat(all.orders()).isNotEmpty();
        });
  }

  /// A line on which every order gets lost.
  private static final class NeverAnswers extends Relay {

    NeverAnswers(Brokerage real) {
      super(real);
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      throw new BrokerUnavailableException("no answer");
    }
  }
}
