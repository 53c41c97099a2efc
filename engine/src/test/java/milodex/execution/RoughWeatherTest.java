package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import milodex.Floor;
import milodex.Script;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.FillRule;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.OrderStatus;
import milodex.money.Fraction;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import org.junit.jupiter.api.Test;

/// Two strategies in the same two symbols for a week, with a broker that fills bit by bit, loses
/// orders and answers, and cancels as it likes, and a program that dies again and again.
class RoughWeatherTest {

  private static final List<String> SESSIONS =
      List.of("2024-03-07", "2024-03-08", "2024-03-11", "2024-03-12", "2024-03-13", "2024-03-14");

  private final Map<OrderStatus, Integer> reported = new TreeMap<>();
  private int fills;

  @Test
  void booksAndBrokerAgreeOnceTheWeatherIsFair() {
    Seeds.forEachSeed(
        25,
        seed -> {
          Floor floor = weather(Seeds.random(seed));

          assertThat(floor.differences()).isEmpty();
          assertThat(floor.books().orders().working()).isEmpty();
          assertThat(floor.books().orders().unsettled())
              .allMatch(sent -> sent.order().status() == OrderStatus.NOT_RECEIVED);
          assertThat(bookedByOrder(floor)).isEqualTo(filledByOrder(floor));
          assertThat(sentIds(floor)).doesNotHaveDuplicates();
          count(floor);
        });
    assertThat(reported)
        .containsOnlyKeys(
            OrderStatus.ACCEPTED,
            OrderStatus.PARTIALLY_FILLED,
            OrderStatus.FILLED,
            OrderStatus.CANCELLED,
            OrderStatus.EXPIRED,
            OrderStatus.NOT_RECEIVED,
            OrderStatus.UNKNOWN);
    assertThat(fills).isGreaterThan(300);
  }

  /// The weather is to be rough indeed.
  private void count(Floor floor) {
    for (Event event : floor.events()) {
      if (event.fact() instanceof Fact.OrderReported told) {
        reported.merge(told.status(), 1, Integer::sum);
      }
      fills += event.fact() instanceof Fact.FillRecorded ? 1 : 0;
    }
  }

  private static Floor weather(RandomGenerator random) {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-14")
            .bars("ACME", 1, 10_000, "50/50 51/50 50/49 50/50 48/50 50/50")
            .bars("OTHER", 2, 10_000, "20/20 20/21 20/20 19/20 20/20 20/20");
    FillRule rule = FillRule.WHOLE.resting().ofVolume(Fraction.parse("0.003"));
    Floor floor = new Floor(market, rule, script(random), script(random));
    floor.broker(real -> new Rough(real, random));
    for (int day = 0; day < SESSIONS.size(); day++) {
      survive(floor, floor::open);
      for (int second = 1; second < 400; second += 1 + random.nextInt(20)) {
        if (random.nextInt(3) == 0) {
          floor.broker().meetMarket();
        }
        if (random.nextInt(12) == 0 && !floor.broker().working().isEmpty()) {
          floor.broker().cancel(floor.broker().working().getFirst().order());
        }
        if (random.nextInt(15) == 0) {
          floor.restartBroker();
        }
        int now = second;
        survive(floor, () -> floor.look(now));
      }
      if (day == SESSIONS.size() - 1) {
        floor.broker(real -> real).look(600).look(700).look(800);
      }
      survive(floor, floor::close);
    }
    return floor;
  }

  /// A program that dies is started again.
  private static void survive(Floor floor, Runnable moment) {
    try {
      moment.run();
    } catch (Death _) {
      floor.start();
    }
  }

  private static Script script(RandomGenerator random) {
    Script script = new Script();
    for (String session : SESSIONS.subList(0, SESSIONS.size() - 1)) {
      for (String symbol : List.of("ACME", "OTHER")) {
        switch (random.nextInt(4)) {
          case 0, 1 -> script.buy(session, symbol, 0.2);
          case 2 -> script.sell(session, symbol);
          default -> {}
        }
      }
    }
    return script;
  }

  private static Map<ClientOrderId, Quantity> bookedByOrder(Floor floor) {
    Map<ClientOrderId, Quantity> booked = new HashMap<>();
    for (Event event : floor.events()) {
      if (event.fact() instanceof Fact.FillRecorded(Fill fill)) {
        booked.merge(fill.order(), fill.quantity(), Quantity::plus);
      }
    }
    return booked;
  }

  private static Map<ClientOrderId, Quantity> filledByOrder(Floor floor) {
    Map<ClientOrderId, Quantity> filled = new HashMap<>();
    for (OrderReport order : floor.orders()) {
      if (!order.filled().isZero()) {
        filled.put(order.order(), order.filled());
      }
    }
    return filled;
  }

  private static List<ClientOrderId> sentIds(Floor floor) {
    return floor.events().stream()
        .filter(event -> event.fact() instanceof Fact.OrderSubmitted)
        .map(event -> ((Fact.OrderSubmitted) event.fact()).order())
        .toList();
  }

  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Rough extends Relay {
    private final RandomGenerator random;

    Rough(Brokerage real, RandomGenerator random) {
      super(real);
      this.random = random;
    }

    @Override
    public AccountSnapshot account() {
      fail(20);
      return super.account();
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      fail(6);
      die(12);
      OrderReport report = super.submit(order);
      fail(6);
      die(12);
      return report;
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      fail(4);
      die(60);
      return super.find(order);
    }

    @Override
    public List<OrderReport> working() {
      fail(4);
      return super.working();
    }

    private void fail(int oneIn) {
      if (random.nextInt(oneIn) == 0) {
        throw new BrokerUnavailableException("no answer");
      }
    }

    private void die(int oneIn) {
      if (random.nextInt(oneIn) == 0) {
        throw new Death();
      }
    }
  }
}
