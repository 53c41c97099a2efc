package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.broker.SimulatedBroker;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.MemoryLedger;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.RiskPolicy;
import org.junit.jupiter.api.Test;

/// A hundred shares are bought on Friday, the answer is lost, and on Monday a share becomes two.
class SessionBeginTest {

  private static final Symbol ACME = Symbol.of("ACME");

  private final TinyMarket market =
      TinyMarket.of("2024-03-07", "2024-03-11")
          .bars("ACME", "50/50 50/50 25/25")
          .split("ACME", "2024-03-11", "2");
  private final HistoricalFeed feed =
      new HistoricalFeed(market.history(), market.begin(), market.sessions().size() - 1);
  private final SimulatedBroker real =
      new SimulatedBroker("A1", feed.market(), Costs.slippage(Fraction.ZERO), Money.of(10_000));
  private final MemoryLedger ledger = new MemoryLedger();
  private boolean silent;

  @Test
  void aSplitIsNotBookedBeforeTheFillOfAnEarlierOrderIsKnown() {
    Runner runner = runner();
    for (int i = 0; i < 6; i++) {
      Moment moment = feed.next().orElseThrow();
      assertThat(runner.on(moment, moment.at())).as(moment.name()).isTrue();
    }
    assertThat(silent).isTrue();
    Moment monday = feed.next().orElseThrow();
    Instant later = monday.at().plusSeconds(120);

    assertThat(runner.on(monday, monday.at())).isFalse();
    assertThat(new Books(ledger).portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
    silent = false;
    assertThat(runner.on(monday, later)).isTrue();

    assertThat(new Books(ledger).portfolio().held(ACME)).isEqualTo(Quantity.of(200));
    assertThat(real.account().positions()).containsEntry(ACME, Quantity.of(200));
  }

  private Runner runner() {
    ledger.append(
        market.sessions().get(market.begin()).opensAt(),
        Draft.of(
            "books/opened",
            new Fact.BooksOpened(
                0,
                "run",
                market.sessions().get(market.begin()).date(),
                market.sessions().getLast().date(),
                Money.ZERO,
                new TreeMap<>(Map.of(Play.ID, Money.of(10_000))))));
    Books books = new Books(ledger);
    Script script = new Script().buy("2024-03-07", "ACME", 0.5);
    TradingLoop loop =
        new TradingLoop(
            books,
            feed.market(),
            Destination.alone(new Line(real), "A1"),
            RiskPolicy.unlimitedOf(RiskPolicy.standard()),
            Costs.slippage(Fraction.ZERO),
            List.of(new Play(market, script).strategy()),
            new WouldTripAlarm(books));
    return new Runner(ledger, books, loop, List.of(Play.ID));
  }

  /// Breaks when the first order has arrived.
  private final class Line extends Relay {

    Line(Brokerage real) {
      super(real);
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      super.submit(order);
      silent = true;
      throw new BrokerUnavailableException("no answer");
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      requireLine();
      return super.find(order);
    }

    @Override
    public AccountSnapshot account() {
      requireLine();
      return super.account();
    }

    private void requireLine() {
      if (silent) {
        throw new BrokerUnavailableException("no line");
      }
    }
  }
}
