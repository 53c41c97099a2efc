package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import milodex.Floor;
import milodex.LedgerRelay;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.Brokerage;
import milodex.broker.FillRule;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances.SentOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The program dies while it submits an order, and starts again with the same ledger and broker.
class RestartTest {

  private static final Symbol ACME = Symbol.of("ACME");

  /// The steps of a submission, after or before which it dies.
  enum Step {
    BEFORE_THE_ATTEMPT,
    AFTER_THE_ATTEMPT,
    AFTER_THE_BROKER_TOOK_IT,
    AFTER_THE_RECORD
  }

  private static Floor week(FillRule rule) {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13")
            .bars("ACME", 1, 10_000, "50/50 50/50 50/50 50/50 50/50");
    Script script = new Script().buy("2024-03-07", "ACME", 0.5).sell("2024-03-08", "ACME");
    return new Floor(market, rule, script).day();
  }

  @ParameterizedTest
  @EnumSource
  void anEntryIsOrderedAtMostOnceWhereverItDies(Step step) {
    Floor floor = week(FillRule.WHOLE);

    dieAt(step, Side.BUY, floor);
    restart(floor);

    if (step == Step.AFTER_THE_ATTEMPT) {
      assertThat(floor.orders()).isEmpty();
      assertThat(floor.story()).last().asString().startsWith("03-08 NOT_RECEIVED ACME");
    } else {
      assertThat(floor.orders()).hasSize(1);
      assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.of(100));
    }
    assertThat(floor.differences()).isEmpty();
    assertThat(floor.books().orders().working()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anExitIsOrderedExactlyOnceWhereverItDies(Step step) {
    Floor floor = week(FillRule.WHOLE).open().close();

    dieAt(step, Side.SELL, floor);
    restart(floor);

    assertThat(sales(floor)).hasSize(1);
    assertThat(sales(floor).getFirst().order().text())
        .endsWith(step == Step.AFTER_THE_ATTEMPT ? "-2" : "-1");
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
    assertThat(floor.differences()).isEmpty();
    assertThat(floor.books().intents().pending()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anExitThatFillsBitByBitIsWholeWhereverItDies(Step step) {
    FillRule slow = FillRule.WHOLE.resting().ofVolume(Fraction.parse("0.004"));
    Floor floor = week(slow).open().pulse(1).pulse(2).pulse(3).close();

    dieAt(step, Side.SELL, floor);
    floor.broker().meetMarket();
    floor.broker().meetMarket();
    restart(floor);
    floor.pulse(400).pulse(500).pulse(600);

    assertThat(sales(floor)).hasSize(1);
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void anOrderWithoutAReportIsUnknownAfterTheRestart() {
    Floor floor = week(FillRule.WHOLE);

    dieAt(Step.AFTER_THE_BROKER_TOOK_IT, Side.BUY, floor);

    assertThat(new Books(copy(floor)).orders().working())
        .extracting(SentOrder::status)
        .containsExactly(OrderStatus.UNKNOWN);
  }

  @Test
  void aSecondRestartWritesNothing() {
    Floor floor = week(FillRule.WHOLE);
    dieAt(Step.AFTER_THE_BROKER_TOOK_IT, Side.BUY, floor);
    restart(floor);
    int before = floor.events().size();

    floor.restartBroker().look(500).start().look(600);

    assertThat(floor.events()).hasSize(before);
  }

  private static void dieAt(Step step, Side side, Floor floor) {
    switch (step) {
      case BEFORE_THE_ATTEMPT, AFTER_THE_ATTEMPT, AFTER_THE_RECORD ->
          floor.ledger(real -> new DyingLedger(real, step, side));
      case AFTER_THE_BROKER_TOOK_IT -> floor.broker(real -> new DyingBroker(real, side));
    }
    assertThatThrownBy(floor::open).isInstanceOf(Death.class);
  }

  /// At once, a little later, and past the time a broker needs to show what it got.
  private static void restart(Floor floor) {
    floor.broker(real -> real).ledger(real -> real);
    floor.look(40).look(50).look(130).look(200).look(300);
  }

  private static List<OrderReport> sales(Floor floor) {
    return floor.orders().stream().filter(order -> order.side() == Side.SELL).toList();
  }

  private static Ledger copy(Floor floor) {
    MemoryLedger copy = new MemoryLedger();
    floor
        .events()
        .forEach(one -> copy.append(one.at(), Draft.because(one.cause(), one.key(), one.fact())));
    return copy;
  }

  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class DyingBroker extends Relay {
    private final Side side;

    DyingBroker(Brokerage real, Side side) {
      super(real);
      this.side = side;
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      OrderReport report = super.submit(order);
      if (order.side() == side) {
        throw new Death();
      }
      return report;
    }
  }

  private record DyingLedger(Ledger real, Step step, Side side) implements LedgerRelay {

    @Override
    public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
      boolean attempt =
          drafts.getLast().fact() instanceof Fact.OrderSubmitted sent && sent.side() == side;
      boolean reportOfIt =
          drafts.getFirst().fact() instanceof Fact.OrderReported
              && new Books(real).orders().working().getFirst().side() == side;
      if (attempt && step == Step.BEFORE_THE_ATTEMPT) {
        throw new Death();
      }
      OptionalLong seq = real.appendIf(riskHead, at, drafts);
      if ((attempt && step == Step.AFTER_THE_ATTEMPT)
          || (reportOfIt && step == Step.AFTER_THE_RECORD)) {
        throw new Death();
      }
      return seq;
    }
  }
}
