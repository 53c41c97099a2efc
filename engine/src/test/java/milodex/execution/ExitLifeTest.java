package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import milodex.Floor;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.FillRule;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import org.junit.jupiter.api.Test;

/// How exits come to their end: cut short, rejected, unanswered, beside others.
class ExitLifeTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final FillRule SLOW = FillRule.WHOLE.resting().ofVolume(Fraction.parse("0.004"));

  private static TinyMarket week() {
    return TinyMarket.of("2024-03-07", "2024-03-13")
        .bars("ACME", 1, 10_000, "50/50 50/50 50/50 50/50 50/50")
        .bars("OTHER", 1, 10_000, "20/20 20/20 20/20 20/20 20/20");
  }

  private static Script buyingAndSelling() {
    return new Script().buy("2024-03-07", "ACME", 0.5).sell("2024-03-08", "ACME");
  }

  @Test
  void theRestOfAnExitThatExpiredIsSoldInTheNextSessionUnderTheNextId() {
    Floor floor = new Floor(week(), SLOW, buyingAndSelling()).day();
    floor.open().pulse(1).pulse(2).pulse(3).close();
    floor.open().pulse(1).pulse(2).close();

    assertThat(floor.story()).last().isEqualTo("03-11 EXPIRED ACME: the session closed");
    floor.open().pulse(1);

    assertThat(sales(floor))
        .extracting(OrderReport::quantity)
        .containsExactly(Quantity.of(100), Quantity.of(20));
    assertThat(sales(floor).getLast().order().text()).endsWith("-2");
    assertThat(floor.story()).last().isEqualTo("03-12 sold 20 ACME at 50");
    assertThat(floor.books().intents().pending()).isEmpty();
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void theRestOfAnEntryThatExpiredIsNotBought() {
    Floor floor = new Floor(week(), SLOW, new Script().buy("2024-03-07", "ACME", 0.5)).day();
    floor.open().pulse(1).close().open().pulse(1).close();

    assertThat(floor.orders()).hasSize(1);
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.of(40));
    assertThat(floor.books().intents().pending()).isEmpty();
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void anExitThatWasCancelledIsSoldOnInTheSameSessionAMinuteLater() {
    Floor floor = new Floor(week(), SLOW, buyingAndSelling()).day();
    floor.open().pulse(1).pulse(2).pulse(3).close().open().pulse(1);
    floor.broker().cancel(sales(floor).getFirst().order());

    for (int second = 2; second < 60; second++) {
      floor.look(second);
    }
    assertThat(sales(floor)).hasSize(1);
    assertThat(floor.story()).last().isEqualTo("03-11 CANCELLED ACME: cancelled as it was asked");

    floor.look(70).pulse(71).pulse(72);

    assertThat(sales(floor))
        .extracting(OrderReport::filled)
        .containsExactly(Quantity.of(40), Quantity.of(60));
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void afterFiveOrdersInVainAnExitWaitsForTheNextSessionAndSaysSoOnce() {
    Floor floor = new Floor(week(), FillRule.WHOLE, buyingAndSelling()).day().open().close();
    int before = floor.story().size();
    floor.broker(real -> new Rejecting(real, 7)).open();
    for (int minute = 1; minute <= 60; minute++) {
      floor.look(minute * 60);
    }

    assertThat(floor.storyAfter(before))
        .containsExactly(
            "03-11 REJECTED ACME: no",
            "03-11 REJECTED ACME: no",
            "03-11 REJECTED ACME: no",
            "03-11 REJECTED ACME: no",
            "03-11 REJECTED ACME: no",
            "03-11 PARKED SELL ACME");

    floor.start().look(3_700).close();
    floor.broker(real -> new Rejecting(real, 2)).open().look(60).look(120);

    assertThat(floor.storyAfter(before + 6))
        .containsExactly(
            "03-12 REJECTED ACME: no", "03-12 REJECTED ACME: no", "03-12 sold 100 ACME at 50");
    assertThat(sales(floor).getFirst().order().text()).endsWith("-8");
  }

  @Test
  void anExitThatIsRefusedIsJudgedAgainOnceAMinute() {
    Floor floor = new Floor(week(), FillRule.WHOLE, buyingAndSelling()).day().open().close();
    int before = floor.story().size();
    floor.broker(Stranger::new).open();
    for (int second = 1; second < 180; second++) {
      floor.look(second);
    }

    assertThat(floor.storyAfter(before))
        .hasSize(3)
        .containsOnly("03-11 refused SELL ACME: account_mismatch");
  }

  @Test
  void anExitWithoutAnAnswerIsNotSentAgainBeforeTheBrokerHasShownThatItNeverGotIt() {
    Floor floor = new Floor(week(), FillRule.WHOLE, buyingAndSelling()).day().open().close();
    int before = floor.story().size();
    floor.broker(Lost::new).open();
    floor.broker(real -> real).look(10).look(50);
    assertThat(floor.storyAfter(before)).containsExactly("03-11 UNKNOWN ACME: no answer");

    floor.look(90).look(120);

    assertThat(floor.storyAfter(before + 1)).last().isEqualTo("03-11 sold 100 ACME at 50");
    assertThat(sales(floor)).hasSize(1);
  }

  @Test
  void anExitWhoseOrderTheOperatorResolvedIsPlannedAgain() {
    Floor floor = new Floor(week(), FillRule.WHOLE, buyingAndSelling()).day().open().close();
    floor.broker(Lost::new).open();
    ClientOrderId lost = floor.books().orders().working().getFirst().id();

    OrderResolution.resolve(floor.books(), Optional.empty(), lost, "seen nowhere", floor.at(5));
    floor.broker(real -> real).look(61);

    assertThat(sales(floor).getFirst().order().text()).endsWith("-2");
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
    assertThatThrownBy(
            () ->
                OrderResolution.resolve(
                    floor.books(), Optional.empty(), lost, "again", floor.at(70)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it is RESOLVED; only an open one is resolved");
    assertThatThrownBy(
            () -> OrderResolution.resolve(floor.books(), Optional.empty(), lost, " ", floor.at(70)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reason");
    assertThatThrownBy(
            () ->
                OrderResolution.resolve(
                    floor.books(),
                    Optional.empty(),
                    new ClientOrderId("other"),
                    "why",
                    floor.at(70)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no order other");
  }

  @Test
  void anExitWhoseOrderTheBrokerDeniesIsPlannedAgainOnceTheOperatorSaysSo() {
    Floor floor = new Floor(week(), FillRule.WHOLE, buyingAndSelling()).day().open().close();
    floor.broker(Denying::new).open().look(70).look(300);
    ClientOrderId denied = floor.books().orders().working().getFirst().id();
    assertThat(sales(floor)).isEmpty();

    OrderResolution.resolve(
        floor.books(), Optional.of(floor.broker()), denied, "they lost it", floor.at(301));
    floor.broker(real -> real).look(302);

    assertThat(sales(floor)).hasSize(1);
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void twoStrategiesInOneSymbolSellOnlyTheirOwn() {
    Script holding = new Script().buy("2024-03-07", "ACME", 0.4);
    Floor floor = new Floor(week(), FillRule.WHOLE, buyingAndSelling(), holding).day();
    floor.open().close().open();

    assertThat(sales(floor))
        .singleElement()
        .satisfies(order -> assertThat(order.quantity()).isEqualTo(Quantity.of(100)));
    assertThat(floor.books().portfolio().book(Floor.SIBLING).orElseThrow().held(ACME))
        .isEqualTo(Quantity.of(80));
    assertThat(floor.books().portfolio().book(Play.ID).orElseThrow().positions()).isEmpty();
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void twoStrategiesWhoseExitsAreCutShortStillSellOnlyTheirOwn() {
    Floor floor =
        new Floor(
                week(),
                SLOW,
                buyingAndSelling(),
                new Script().buy("2024-03-07", "ACME", 0.4).sell("2024-03-08", "ACME"))
            .day();
    floor.open().pulse(1).pulse(2).pulse(3).close();
    floor.open().pulse(1).close();
    floor.open().pulse(1).pulse(2).close();

    assertThat(sales(floor))
        .extracting(OrderReport::quantity)
        .containsExactly(Quantity.of(100), Quantity.of(80), Quantity.of(60), Quantity.of(40));
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void aWishThatFailsKeepsNoOtherExitFromBeingWorkedAndIsNotHushedUp() {
    Floor floor =
        new Floor(
                week(),
                FillRule.WHOLE,
                buyingAndSelling().buy("2024-03-07", "OTHER", 0.4).sell("2024-03-08", "OTHER"))
            .day()
            .open()
            .close();
    floor.broker(Poisoned::new);

    assertThatThrownBy(floor::open).isInstanceOf(IllegalStateException.class).hasMessage("poison");

    assertThat(floor.story()).last().isEqualTo("03-11 sold 200 OTHER at 20");
    assertThat(floor.books().orders().working())
        .singleElement()
        .satisfies(order -> assertThat(order.symbol()).isEqualTo(ACME));
  }

  @Test
  void withoutAnAnswerAboutTheAccountEverythingWaits() {
    Floor floor = new Floor(week(), FillRule.WHOLE, buyingAndSelling()).day().open().close();
    int before = floor.story().size();

    floor.broker(Deaf::new).open().look(10);
    assertThat(floor.storyAfter(before)).isEmpty();

    floor.broker(real -> real).look(20);
    assertThat(floor.storyAfter(before)).containsExactly("03-11 sold 100 ACME at 50");
  }

  private static List<OrderReport> sales(Floor floor) {
    return floor.orders().stream().filter(order -> order.side() == Side.SELL).toList();
  }

  private static OrderReport said(ApprovedOrder order, OrderStatus status) {
    return new OrderReport(
        order.id(),
        order.symbol(),
        order.side(),
        order.quantity(),
        status,
        Quantity.ZERO,
        List.of(),
        "no");
  }

  /// Rejects the first so many sales.
  private static final class Rejecting extends Relay {
    private int left;

    Rejecting(Brokerage real, int sales) {
      super(real);
      this.left = sales;
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      if (order.side() == Side.SELL && left > 0) {
        left--;
        return said(order, OrderStatus.REJECTED);
      }
      return super.submit(order);
    }
  }

  /// Loses what is sent.
  private static final class Lost extends Relay {
    Lost(Brokerage real) {
      super(real);
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      throw new BrokerUnavailableException("no answer");
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      throw new BrokerUnavailableException("no answer");
    }
  }

  /// Says that it took what is sent, and never has it.
  private static final class Denying extends Relay {
    Denying(Brokerage real) {
      super(real);
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      return said(order, OrderStatus.ACCEPTED);
    }
  }

  /// Does not tell of the account.
  private static final class Deaf extends Relay {
    Deaf(Brokerage real) {
      super(real);
    }

    @Override
    public AccountSnapshot account() {
      throw new BrokerUnavailableException("no answer");
    }
  }

  /// Answers for another account.
  private static final class Stranger extends Relay {
    Stranger(Brokerage real) {
      super(real);
    }

    @Override
    public AccountSnapshot account() {
      AccountSnapshot told = super.account();
      return new AccountSnapshot("STRANGER", told.kind(), told.cash(), told.positions());
    }
  }

  /// Fails at sales of ACME in a way that nobody foresaw.
  private static final class Poisoned extends Relay {
    Poisoned(Brokerage real) {
      super(real);
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      if (order.symbol().equals(ACME)) {
        throw new IllegalStateException("poison");
      }
      return super.submit(order);
    }
  }
}
