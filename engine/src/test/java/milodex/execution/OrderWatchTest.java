package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import milodex.Floor;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.BrokerState;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.FillRule;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances.SentOrder;
import org.junit.jupiter.api.Test;

/// A hundred shares of ACME are wished for on Thursday and ordered at Friday's open.
class OrderWatchTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final FillRule RESTING = FillRule.WHOLE.resting();
  private static final FillRule SLOW = RESTING.ofVolume(Fraction.parse("0.004"));

  private static Floor thursday(FillRule rule) {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13")
            .bars("ACME", 1, 10_000, "50/50 50/50 50/50 50/50 50/50");
    Script script = new Script().buy("2024-03-07", "ACME", 0.5).buy("2024-03-08", "ACME", 0.1);
    return new Floor(market, rule, script).day();
  }

  @Test
  void whatFillsBitByBitIsBookedBitByBitEachOnce() {
    Floor floor = thursday(SLOW).open().pulse(1).look(2).look(4).pulse(8).pulse(16).pulse(32);

    assertThat(floor.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 ACCEPTED ACME: ",
            "03-08 PARTIALLY_FILLED ACME: ",
            "03-08 bought 40 ACME at 50",
            "03-08 PARTIALLY_FILLED ACME: ",
            "03-08 bought 40 ACME at 50",
            "03-08 bought 20 ACME at 50");
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void aPurchaseThatStillWorksWhenItsWishHasExpiredIsCalledBack() {
    Floor floor = thursday(SLOW).open().pulse(1);
    assertThat(floor.broker().working()).hasSize(1);

    floor.look(29 * 60);
    assertThat(floor.broker().working()).hasSize(1);
    floor.look(31 * 60);

    assertThat(floor.broker().working()).isEmpty();
    assertThat(floor.story())
        .endsWith("03-08 bought 40 ACME at 50", "03-08 CANCELLED ACME: cancelled as it was asked");
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void theFillOfAnOrderCarriesTheRuleThatWishedForIt() {
    Floor floor = thursday(RESTING).open().pulse(1);

    assertThat(fills(floor))
        .singleElement()
        .satisfies(
            fill -> {
              assertThat(fill.rule()).isEqualTo("script.buy");
              assertThat(fill.strategy()).isEqualTo(Play.ID);
              assertThat(fill.session()).isEqualTo(LocalDate.parse("2024-03-08"));
            });
  }

  @Test
  void fillsOfAFridayThatAreToldOnMondayAreBookedBeforeMondaysSplit() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-11")
            .bars("ACME", 1, 10_000, "50/50 50/50 25/25")
            .split("ACME", "2024-03-11", "2");
    Floor floor =
        new Floor(market, RESTING, new Script().buy("2024-03-07", "ACME", 0.5)).day().open();
    floor.broker().meetMarket();

    floor.start().open();

    assertThat(floor.storyAfter(2))
        .containsExactly("03-11 bought 100 ACME at 50", "03-11 split ACME 2, in lieu 25");
    assertThat(fills(floor).getFirst().session()).isEqualTo("2024-03-08");
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void aBrokerThatDoesNotAnswerChangesNothing() {
    Floor floor = thursday(RESTING).open().broker(Silent::new);
    List<String> before = floor.story();

    floor.pulse(1).pulse(100).close();

    assertThat(floor.storyAfter(before.size())).containsExactly("03-08 wants BUY ACME");
    assertThat(floor.books().orders().working()).hasSize(1);
    floor.broker(real -> real).open();
    assertThat(floor.storyAfter(before.size() + 1)).startsWith("03-11 bought 100 ACME at 50");
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void theRestIsNotAskedAboutOnceTheBrokerIsSilent() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-08")
            .bars("ACME", "50/50 50/50")
            .bars("OTHER", "50/50 50/50");
    Script two = new Script().buy("2024-03-07", "ACME", 0.5).buy("2024-03-07", "OTHER", 0.5);
    Floor floor = new Floor(market, RESTING, two).day().open();
    Counted counted = new Counted(new Silent(floor.broker()));

    floor.broker(_ -> counted).look(1);

    assertThat(floor.books().orders().working()).hasSize(2);
    assertThat(counted.asked).isEqualTo(1);
  }

  @Test
  void anOrderIsAskedAboutAfterOneTwoFourEightSecondsAndThenOnceAMinute() {
    Floor floor = thursday(RESTING);
    Counted counted = new Counted(floor.broker());
    floor.broker(_ -> counted).open();
    List<Integer> asked = new ArrayList<>();
    for (int second = 1; second <= 260; second++) {
      int before = counted.asked;
      floor.look(second);
      if (counted.asked > before) {
        asked.add(second);
      }
    }

    assertThat(asked).containsExactly(1, 2, 4, 8, 16, 32, 64, 124, 184, 244);
  }

  @Test
  void anOrderThatTheBrokerNeverGotIsFoundSoOnlyAfterAMinute() {
    Floor floor = thursday(FillRule.WHOLE).broker(Lost::new).open();
    floor.look(1).look(30).look(59);
    assertThat(floor.storyAfter(1)).containsExactly("03-08 UNKNOWN ACME: no answer");

    floor.look(120).look(180);

    assertThat(floor.storyAfter(2))
        .containsExactly(
            "03-08 NOT_RECEIVED ACME: the broker shows no such order 120 s after it was sent,"
                + " neither by its id nor as working");
    assertThat(floor.orders()).isEmpty();
    assertThat(floor.books().orders().working()).isEmpty();
  }

  @Test
  void anOrderThatTheBrokerShowsAsWorkingIsNotTakenForLost() {
    Floor floor = thursday(RESTING).broker(Forgetful::new).open();
    floor.look(61).look(180);
    assertThat(floor.books().orders().working())
        .extracting(SentOrder::status)
        .containsExactly(OrderStatus.UNKNOWN);

    floor.broker().cancel(floor.orders().getFirst().order());
    floor.look(300);

    assertThat(floor.story()).last().asString().startsWith("03-08 NOT_RECEIVED ACME");
  }

  @Test
  void anUnknownOrderReservesItsCashAndStopsEntriesInItsSymbol() {
    Floor floor =
        thursday(RESTING).broker(real -> new Silent(new Forgetful(real))).open().close().open();

    assertThat(floor.storyAfter(2))
        .containsExactly(
            "03-08 wants BUY ACME",
            "03-11 refused BUY ACME: unknown_outstanding",
            "03-11 REFUSED BUY ACME");
  }

  @Test
  void anEchoOfAnotherOrderLeavesOursUnknownAndBooksNothingOfIt() {
    Floor floor = thursday(FillRule.WHOLE).broker(Misreading::new).open().look(1).look(5).look(20);

    assertThat(floor.storyAfter(1))
        .containsExactly(
            "03-08 UNKNOWN ACME: we sent BUY 100 ACME and the broker took SELL 100 ACME",
            "03-08 HALTED 2024-03-08-1 account reduce-only: order_misheard");
    assertThat(floor.books().halts().facing(Play.ID).reduceOnly()).isPresent();
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
    assertThat(floor.differences()).hasSize(2);
  }

  @Test
  void anOrderThatAnotherTookThePlaceOfIsOneOrderWhoseFillsCountOnce() {
    for (boolean repeats : List.of(true, false)) {
      Floor plain = thursday(SLOW).open();
      Floor replaced = thursday(SLOW).broker(real -> new Replacing(real, repeats)).open();
      for (int second = 1; second <= 4; second++) {
        plain.pulse(second * 10);
        replaced.pulse(second * 10);
      }

      assertThat(replaced.books().portfolio().held(ACME)).isEqualTo(Quantity.of(100));
      assertThat(fills(replaced)).isEqualTo(fills(plain)).hasSize(3);
      assertThat(replaced.books().orders().working()).isEmpty();
      assertThat(replaced.books().halts().open()).isEmpty();
    }
  }

  @Test
  void whatWorksInThePlaceOfOursIsNoStrangersOrder() {
    Floor floor = thursday(SLOW).broker(real -> new Replacing(real, false)).open().pulse(10);
    Reconciliation compared = new Reconciliation();

    compared.compare(
        LocalDate.parse("2024-03-08"), floor.books(), new Replacing(floor.broker(), false));

    assertThat(compared.differences()).isEmpty();
  }

  @Test
  void anOrderThatWasReplacedIsCancelledUnderTheIdItWorksUnder() {
    Floor floor = thursday(SLOW).broker(real -> new Replacing(real, false)).open().pulse(10);

    floor.look(31 * 60);

    assertThat(floor.books().orders().working()).isEmpty();
    assertThat(floor.orders().getFirst().status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void anOrderReplacedByOneThatIsNotShownStaysOpen() {
    Floor floor = thursday(SLOW).open().pulse(1);
    OrderReport ours = floor.broker().working().getFirst();
    OrderReport replaced =
        new OrderReport(
            ours.order(),
            ours.symbol(),
            ours.side(),
            ours.quantity(),
            OrderStatus.CANCELLED,
            ours.filled(),
            ours.executions(),
            "",
            Optional.of(new ClientOrderId("elsewhere")));

    new OrderWatch(floor.books(), floor.broker()).hear(replaced, floor.at(2));

    assertThat(floor.books().orders().working()).hasSize(1);
    assertThat(Replacements.followed(floor.broker(), replaced).says())
        .isEqualTo("replaced by elsewhere, which the broker does not show");
    assertThat(Replacements.followed(floor.broker(), replaced).status().isFinal()).isFalse();
  }

  /// Somebody replaced each order after its first fill: the rest goes on under another id.
  private static final class Replacing extends Relay {

    private final boolean repeats;

    /// @param repeats whether the new order tells the fills of the old one again
    Replacing(Brokerage real, boolean repeats) {
      super(real);
      this.repeats = repeats;
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      return isNew(order)
          ? super.find(old(order)).filter(Replacing::isReplaced).map(this::rest)
          : super.find(order).map(one -> isReplaced(one) ? first(one) : one);
    }

    @Override
    public List<OrderReport> working() {
      return super.working().stream().map(one -> isReplaced(one) ? rest(one) : one).toList();
    }

    @Override
    public void cancel(ClientOrderId order) {
      if (isNew(order)) {
        super.cancel(old(order));
      }
    }

    private static boolean isReplaced(OrderReport order) {
      return !order.executions().isEmpty();
    }

    private static boolean isNew(ClientOrderId order) {
      return order.text().endsWith("-new");
    }

    private static ClientOrderId old(ClientOrderId order) {
      return new ClientOrderId(order.text().substring(0, order.text().length() - 4));
    }

    private static OrderReport first(OrderReport order) {
      OrderReport.Execution one = order.executions().getFirst();
      return new OrderReport(
          order.order(),
          order.symbol(),
          order.side(),
          order.quantity(),
          OrderStatus.PARTIALLY_FILLED,
          one.quantity(),
          List.of(one),
          "replaced",
          Optional.of(new ClientOrderId(order.order() + "-new")));
    }

    private OrderReport rest(OrderReport order) {
      Quantity before = order.executions().getFirst().quantity();
      List<OrderReport.Execution> all = order.executions();
      return new OrderReport(
          new ClientOrderId(order.order() + "-new"),
          order.symbol(),
          order.side(),
          repeats ? order.quantity() : order.quantity().minus(before),
          order.status(),
          repeats ? order.filled() : order.filled().minus(before),
          repeats ? all : all.subList(1, all.size()),
          order.says());
    }
  }

  @Test
  void anOrderIsNotOverBeforeAllItsFillsAreTold() {
    Floor floor = thursday(FillRule.WHOLE).broker(Late::new).open().look(1);
    assertThat(floor.storyAfter(1))
        .containsExactly(
            "03-08 ACCEPTED ACME: FILLED, and the fills of 100 shares are not told yet");
    assertThat(floor.books().orders().working().getFirst().remaining()).isEqualTo(Quantity.of(100));

    floor.broker(real -> real).look(2);

    assertThat(floor.storyAfter(2)).containsExactly("03-08 bought 100 ACME at 50");
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void whatWasToldBeforeChangesNothingWheneverItIsToldAgain() {
    Floor floor = thursday(SLOW).open();
    List<OrderReport> told = new ArrayList<>();
    for (int second = 1; second <= 3; second++) {
      told.addAll(floor.broker().working());
      floor.pulse(second * 10);
    }
    told.addAll(floor.orders());
    int before = floor.events().size();

    OrderWatch watch = new OrderWatch(floor.books(), floor.broker());
    told.forEach(report -> watch.hear(report, floor.at(40)));
    told.reversed().forEach(report -> watch.hear(report, floor.at(41)));

    assertThat(told).hasSize(4);
    assertThat(floor.events()).hasSize(before);
  }

  @Test
  void fillsThatGoByOtherNamesThanBeforeAreNotBookedAgain() {
    Floor floor = thursday(SLOW).open().pulse(1);
    OrderReport order = floor.broker().working().getFirst();

    new OrderWatch(floor.books(), floor.broker())
        .hear(filled(order, "renamed", Quantity.of(80)), floor.at(2));

    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.of(40));
    assertThat(floor.story())
        .last()
        .isEqualTo("03-08 UNKNOWN ACME: the broker tells other fills than before");
    assertThat(floor.books().orders().working().getFirst().status())
        .isEqualTo(OrderStatus.PARTIALLY_FILLED);
  }

  @Test
  void anOrderOfSomebodyElseIsLeftAlone() {
    Floor floor = thursday(SLOW).open().pulse(1);
    OrderReport ours = floor.broker().working().getFirst();
    int before = floor.events().size();
    OrderReport foreign =
        new OrderReport(
            new ClientOrderId("by-hand"),
            ours.symbol(),
            ours.side(),
            ours.quantity(),
            ours.status(),
            ours.filled(),
            ours.executions(),
            "");

    new OrderWatch(floor.books(), floor.broker()).hear(foreign, floor.at(2));

    assertThat(floor.events()).hasSize(before);
  }

  @Test
  void twoProcessesThatHearTheSameRecordItOnce() {
    Floor floor = thursday(RESTING).open();
    Books ours = floor.books();
    floor.start();
    Books theirs = floor.books();
    floor.broker().meetMarket();

    new OrderWatch(ours, floor.broker()).look(floor.at(1));
    new OrderWatch(theirs, floor.broker()).look(floor.at(1));

    assertThat(floor.storyAfter(2)).containsExactly("03-08 bought 100 ACME at 50");
    assertThat(theirs.portfolio()).isEqualTo(ours.portfolio());
  }

  @Test
  void whatTheOperatorResolvedIsFreeAndAFillThatIsToldLaterIsBookedNevertheless() {
    Floor floor = thursday(RESTING).broker(Forgetful::new).open().look(1);
    ClientOrderId order = floor.orders().getFirst().order();

    OrderResolution.resolve(
        floor.books(), Optional.empty(), order, "cancelled on the broker's site", floor.at(2));

    assertThat(floor.story())
        .last()
        .isEqualTo("03-08 RESOLVED ACME: cancelled on the broker's site");
    assertThat(floor.books().orders().working()).isEmpty();

    floor.broker(real -> real).pulse(3);

    assertThat(floor.story()).last().isEqualTo("03-08 bought 100 ACME at 50");
    assertThat(floor.books().orders().find(order).map(SentOrder::status))
        .contains(OrderStatus.RESOLVED);
    assertThat(floor.differences()).isEmpty();
  }

  @Test
  void anOrderThatTheBrokerHadTakenIsResolvedOnceTheBrokerDeniesIt() {
    Floor floor = thursday(SLOW).open().pulse(1).look(2);
    SentOrder order = floor.books().orders().working().getFirst();
    assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(hindrance(floor, Optional.of(floor.broker()), 100))
        .contains("the broker shows it, PARTIALLY_FILLED");
    assertThat(hindrance(floor, Optional.empty(), 100)).get().asString().contains("no broker");

    floor.outside(OrderWatchTest::forgetting);
    assertThat(floor.differences()).singleElement().asString().endsWith("broker no such order");
    assertThat(hindrance(floor, Optional.of(floor.broker()), 59)).get().asString().contains("59 s");
    assertThat(hindrance(floor, Optional.of(stranger(floor, order)), 100))
        .get()
        .asString()
        .contains("the order by-hand of ACME");
    OrderResolution.resolve(
        floor.books(), Optional.of(floor.broker()), order.id(), "they lost it", floor.at(60));

    assertThat(floor.differences()).isEmpty();
    assertThat(floor.books().orders().working()).isEmpty();
    assertThat(floor.books().portfolio().held(ACME)).isEqualTo(Quantity.of(40));
    assertThat(floor.start().books().orders().working()).isEmpty();
  }

  @Test
  void anOrderThatTheBrokerShowsIsNotResolved() {
    Floor floor = thursday(SLOW).open().pulse(1);
    ClientOrderId order = floor.orders().getFirst().order();

    assertThatThrownBy(
            () ->
                OrderResolution.resolve(
                    floor.books(), Optional.of(floor.broker()), order, "why", floor.at(100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the broker shows it");
    assertThat(floor.books().orders().working()).hasSize(1);
  }

  private static Optional<String> hindrance(Floor floor, Optional<Brokerage> broker, int second) {
    SentOrder order = floor.books().orders().working().getFirst();
    return OrderResolution.hindrance(floor.books(), broker, order, floor.at(second));
  }

  private static BrokerState forgetting(BrokerState state) {
    return new BrokerState(state.cash(), state.positions(), List.of(), state.opened());
  }

  /// What works there is none of ours.
  private static Brokerage stranger(Floor floor, SentOrder order) {
    return new Relay(floor.broker()) {
      @Override
      public List<OrderReport> working() {
        return List.of(
            new OrderReport(
                new ClientOrderId("by-hand"),
                order.symbol(),
                order.side(),
                order.quantity(),
                OrderStatus.ACCEPTED,
                Quantity.ZERO,
                List.of(),
                ""));
      }
    };
  }

  private static List<Fill> fills(Floor floor) {
    return floor.events().stream()
        .filter(event -> event.fact() instanceof Fact.FillRecorded)
        .map(event -> ((Fact.FillRecorded) event.fact()).fill())
        .toList();
  }

  private static OrderReport filled(OrderReport order, String execution, Quantity shares) {
    return new OrderReport(
        order.order(),
        order.symbol(),
        order.side(),
        order.quantity(),
        OrderStatus.PARTIALLY_FILLED,
        shares,
        List.of(new OrderReport.Execution(execution, shares, Price.parse("50"), Money.ZERO)),
        "");
  }

  /// Answers no question about an order.
  private static final class Silent extends Relay {
    Silent(Brokerage real) {
      super(real);
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      throw new BrokerUnavailableException("no answer");
    }
  }

  /// Counts what it is asked about orders.
  private static final class Counted extends Relay {
    private int asked;

    Counted(Brokerage real) {
      super(real);
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      asked++;
      return super.find(order);
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
  }

  /// Takes orders without an answer and does not find them under their ids.
  private static final class Forgetful extends Relay {
    Forgetful(Brokerage real) {
      super(real);
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      super.submit(order);
      throw new BrokerUnavailableException("no answer");
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      return Optional.empty();
    }
  }

  /// Takes purchases for sales.
  private static final class Misreading extends Changing {
    Misreading(Brokerage real) {
      super(
          real,
          told ->
              new OrderReport(
                  told.order(),
                  told.symbol(),
                  Side.SELL,
                  told.quantity(),
                  told.status(),
                  told.filled(),
                  told.executions(),
                  told.says()));
    }
  }

  /// Tells that an order is filled before it tells the fills.
  private static final class Late extends Changing {
    Late(Brokerage real) {
      super(
          real,
          told ->
              new OrderReport(
                  told.order(),
                  told.symbol(),
                  told.side(),
                  told.quantity(),
                  told.status(),
                  told.filled(),
                  List.of(),
                  told.says()));
    }
  }

  private static class Changing extends Relay {
    private final UnaryOperator<OrderReport> change;

    Changing(Brokerage real, UnaryOperator<OrderReport> change) {
      super(real);
      this.change = change;
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      return change.apply(super.submit(order));
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      return super.find(order).map(change);
    }
  }
}
