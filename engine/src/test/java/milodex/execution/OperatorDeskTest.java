package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.BrokerState;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.FillRule;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.broker.SimulatedBroker;
import milodex.data.HistoricalMarket;
import milodex.execution.Flattening.Step;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.ExternalTrade;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Finding;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Intent;
import milodex.ledger.MemoryLedger;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import org.junit.jupiter.api.Test;

/// At Friday's open ten shares of ACME are held at 50; the market is open, or not any more.
class OperatorDeskTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol GAS = Symbol.of("GAS");
  private static final Instant OPEN = Instant.parse("2024-03-08T14:30:00Z");
  private static final Instant CLOSE = Instant.parse("2024-03-08T21:00:00Z");
  private static final Instant MONDAY = Instant.parse("2024-03-11T13:30:00Z");
  private static final Costs COSTS = Costs.slippage(Fraction.parse("0.001"));

  private final TinyMarket bars =
      TinyMarket.of("2024-03-07", "2024-03-12")
          .bars("ACME", "50/50 50/50 50/50 50/50")
          .bars("GAS", "10/10 10/10 10/10 10/10");
  private final MemoryLedger ledger = new MemoryLedger();
  private final Books books = new Books(ledger);
  private final HistoricalMarket market = new HistoricalMarket(bars.history(), bars.begin() + 1);
  private final ActiveStrategy strategy = new Play(bars, new Script()).strategy();
  private FillRule rule = FillRule.WHOLE;
  private UnaryOperator<Brokerage> line = real -> real;
  private Optional<SimulatedBroker> simulated = Optional.empty();

  @Test
  void aSaleOfWhatTheStrategyOwnsIsSentWithItsReasonAndBooked() {
    OperatorDesk desk = desk();

    HandAnswer answer = desk.submit(sale(4), OPEN);

    assertThat(answer).isInstanceOf(HandAnswer.Sent.class);
    assertThat(((HandAnswer.Sent) answer).order().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(Play.story(events()))
        .endsWith("03-08 wants SELL ACME", "03-08 sold 4 ACME at 49.95");
    assertThat(held(ACME)).isEqualTo(Quantity.of(6));
    assertThat(broker().account().positions().get(ACME)).isEqualTo(Quantity.of(6));
    Intent wish = wishes().getFirst();
    assertThat(wish.byHand().orElseThrow().reason()).isEqualTo("bad news");
    assertThat(wish.id()).isEqualTo(Play.ID + "/operator/ACME/SELL/2024-03-08/1");
  }

  @Test
  void wishVerdictAndOrderAreOneAppendSoThatNothingIsLeftToBeWorkedLater() {
    List<List<Draft>> appends = new ArrayList<>();
    open();
    Books watched = new Books(new AppendLog(ledger, appends));
    OperatorDesk desk = desk(watched);

    desk.submit(sale(4), OPEN);

    assertThat(appends.getFirst())
        .extracting(draft -> draft.fact().getClass().getSimpleName())
        .containsExactly("IntentRecorded", "ProposalJudged", "OrderSubmitted");
    assertThat(watched.intents().pending()).isEmpty();
  }

  @Test
  void aPurchaseMeetsEveryCheckAndIsNeverTrimmed() {
    OperatorDesk desk = desk();

    assertThat(desk.submit(request(Side.BUY, GAS, 5), OPEN)).isInstanceOf(HandAnswer.Sent.class);
    HandAnswer large = desk.submit(request(Side.BUY, ACME, 5_000), OPEN);

    assertThat(large).isInstanceOf(HandAnswer.Refused.class);
    assertThat(((HandAnswer.Refused) large).codes())
        .contains("max_order_value_exceeded", "insufficient_strategy_cash");
    assertThat(held(GAS)).isEqualTo(Quantity.of(5));
    assertThat(books.portfolio().book(Play.ID).orElseThrow().position(GAS))
        .hasValueSatisfying(held -> assertThat(held.entry().rule()).isEqualTo("operator"));
  }

  @Test
  void underAHaltACoveredSaleGoesOnAndAPurchaseDoesNot() {
    OperatorDesk desk = desk();
    halt();

    assertThat(desk.submit(sale(10), OPEN)).isInstanceOf(HandAnswer.Sent.class);
    HandAnswer purchase = desk.submit(request(Side.BUY, GAS, 1), OPEN);

    assertThat(((HandAnswer.Refused) purchase).codes()).containsExactly("kill_switch_active");
    assertThat(held(ACME)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void moreThanIsOwnedIsNotSoldNotEvenThePartThatIs() {
    OperatorDesk desk = desk();

    HandAnswer answer = desk.submit(sale(11), OPEN);

    assertThat(((HandAnswer.Refused) answer).codes()).contains("uncovered_sell");
    assertThat(broker().account().positions().get(ACME)).isEqualTo(Quantity.of(10));
    assertThat(books.intents().pending()).isEmpty();
  }

  @Test
  void whenTheExchangeIsClosedNothingIsSentAndNothingWaits() {
    OperatorDesk desk = desk();
    market.closeSession();

    HandAnswer answer = desk.submit(sale(4), CLOSE);

    assertThat(((HandAnswer.Refused) answer).codes()).containsExactly("market_closed");
    assertThat(books.intents().pending()).isEmpty();
    assertThat(broker().state().orders()).isEmpty();
  }

  @Test
  void aWishForTheNextOpenIsWorkedThenAndNoSoonerEvenUnderAHalt() {
    OperatorDesk hand = desk();
    Intent wish = hand.wish(sale(4), OPEN);
    halt();
    Desk desk = loopDesk();

    desk.work(OPEN.plusSeconds(60));
    assertThat(books.intents().pending()).hasSize(1);
    market.openSession(bars.begin() + 2);
    desk.work(MONDAY);

    assertThat(wish.worksOn()).isEqualTo(LocalDate.parse("2024-03-11"));
    assertThat(books.intents().pending()).isEmpty();
    assertThat(held(ACME)).isEqualTo(Quantity.of(6));
    assertThat(Play.story(events())).endsWith("03-11 sold 4 ACME at 49.95");
  }

  @Test
  void aWishThatIsRefusedAtTheOpenIsOver() {
    desk().wish(sale(11), OPEN);
    market.openSession(bars.begin() + 2);

    loopDesk().work(MONDAY);

    assertThat(Play.story(events()))
        .endsWith(
            "03-11 refused SELL ACME: reconciliation_required, uncovered_sell",
            "03-11 REFUSED SELL ACME");
    assertThat(books.intents().pending()).isEmpty();
  }

  @Test
  void aWishThatNeverMeetsAPriceIsGivenUpAtTheClose() {
    desk().wish(sale(4), OPEN);

    loopDesk().expire(Instant.parse("2024-03-11T20:00:00Z"));

    assertThat(Play.story(events())).endsWith("03-11 EXPIRED SELL ACME");
  }

  @Test
  void aPurchaseWishedForTheNextOpenIsMadeOnTheFactsOfThen() {
    desk().wish(request(Side.BUY, GAS, 3), OPEN);
    market.openSession(bars.begin() + 2);
    Reconciliation compared = new Reconciliation();
    compared.compare(LocalDate.parse("2024-03-11"), books, broker());

    loopDesk(compared).work(MONDAY);

    assertThat(held(GAS)).isEqualTo(Quantity.of(3));
  }

  @Test
  void whatIsLeftOfAnOrderByHandIsNotPlannedAgain() {
    rule = FillRule.WHOLE.resting().ofVolume(Fraction.parse("0.000001"));
    OperatorDesk desk = desk();

    desk.submit(sale(10), OPEN);
    broker().meetMarket();
    broker().closeSession();
    new OrderWatch(books, broker()).lookAtAll(CLOSE);

    Quantity left = held(ACME);
    assertThat(left).isGreaterThan(Quantity.ZERO).isLessThan(Quantity.of(10));
    assertThat(books.intents().pending()).isEmpty();
    assertThat(books.orders().working()).isEmpty();
  }

  @Test
  void aPreviewShowsAllFindingsAndWritesNothing() {
    OperatorDesk desk = desk();
    var before = ledger.head();

    HandPreview sale = desk.preview(sale(4), OPEN).orElseThrow();
    HandPreview large = desk.preview(request(Side.BUY, ACME, 5_000), OPEN).orElseThrow();

    assertThat(ledger.head()).isEqualTo(before);
    assertThat(sale.passes()).isTrue();
    assertThat(sale.findings()).extracting(Finding::row).hasSize(28);
    assertThat(sale.covered()).isEqualTo(Quantity.of(10));
    assertThat(sale.value()).isEqualTo(Money.of(200));
    assertThat(sale.cost()).isEqualTo(Money.parse("0.2"));
    assertThat(large.passes()).isFalse();
    assertThat(large.fits().orElseThrow()).isLessThan(Quantity.of(5_000));
    HandRequest fitting =
        new HandRequest(Play.ID, Side.BUY, ACME, large.fits().orElseThrow(), "as much as fits");
    assertThat(desk.preview(fitting, OPEN).orElseThrow().passes()).isTrue();
  }

  @Test
  void anOrderThatIsNotAnsweredIsUnknownAndIsNotSentAgain() {
    line = real -> new Silent(real);
    OperatorDesk desk = desk();

    HandAnswer first = desk.submit(sale(10), OPEN);
    HandAnswer again = desk.submit(sale(10), OPEN);

    assertThat(first).isInstanceOf(HandAnswer.Unanswered.class);
    assertThat(((HandAnswer.Unanswered) first).order().status()).isEqualTo(OrderStatus.UNKNOWN);
    assertThat(((HandAnswer.Refused) again).codes()).contains("unknown_outstanding");
    assertThat(submissions()).hasSize(1);
  }

  @Test
  void theSameSaleTwiceWithinAMinuteIsTwoSalesOnlyOnceTheFirstHasEnded() {
    rule = FillRule.WHOLE.resting();
    OperatorDesk desk = desk();

    desk.submit(sale(3), OPEN);
    HandAnswer second = desk.submit(sale(3), OPEN);
    broker().meetMarket();
    HandAnswer third = desk.submit(sale(3), OPEN);

    assertThat(((HandAnswer.Refused) second).codes()).containsExactly("duplicate_order");
    assertThat(third).isInstanceOf(HandAnswer.Sent.class);
  }

  @Test
  void anotherHandThatTookTheNumberLeavesTheNextOne() {
    OperatorDesk mine = desk();
    Books others = new Books(ledger);
    OperatorDesk theirs = desk(others);

    theirs.wish(sale(1), OPEN);
    Intent second = mine.wish(sale(1), OPEN);

    assertThat(second.id()).endsWith("/2");
    assertThat(wishes()).extracting(Intent::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aNumberThatARestoredLedgerHasForgottenIsNotGivenAgain() {
    OperatorDesk before = desk();
    MemoryLedger backup = new MemoryLedger();
    ledger.replay(event -> backup.append(event.at(), Draft.of(event.key(), event.fact())));
    ClientOrderId lost = ((HandAnswer.Sent) before.submit(sale(4), OPEN)).order().id();
    Books restored = new Books(backup);
    new Restoration(OPEN, backup.head(), Optional.empty())
        .record(restored, broker().state().orders(), OPEN);

    HandAnswer again = desk(restored).submit(sale(4), OPEN);

    assertThat(((HandAnswer.Sent) again).order().id()).isNotEqualTo(lost);
    assertThat(broker().state().orders()).hasSize(2);
    assertThat(broker().account().positions().get(ACME)).isEqualTo(Quantity.of(2));
  }

  @Test
  void anOrderIsCancelledWithAReasonAndOneThatIsOverIsNot() {
    rule = FillRule.WHOLE.resting();
    OperatorDesk desk = desk();
    ClientOrderId id = ((HandAnswer.Sent) desk.submit(sale(3), OPEN)).order().id();

    CancelAnswer first = desk.cancel(id, "sent by mistake", OPEN);
    CancelAnswer again = desk.cancel(id, "sent by mistake", OPEN);

    assertThat(((CancelAnswer.Asked) first).order().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(((CancelAnswer.Asked) first).heard()).isTrue();
    assertThat(again).isInstanceOf(CancelAnswer.NotOpen.class);
    assertThat(Play.story(events())).contains("03-08 cancel ACME: sent by mistake");
    assertThatThrownBy(() -> desk.cancel(id, " ", OPEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void flatteningCancelsSellsAllAndLeavesWhatBelongsToNoStrategy() {
    rule = FillRule.WHOLE.resting();
    OperatorDesk desk = desk();
    books.record(
        OPEN,
        Draft.of(
            "outside",
            new Fact.ExternalBooked(
                LocalDate.parse("2024-03-08"),
                Money.ZERO,
                Optional.of(
                    new ExternalTrade(
                        GAS, Side.BUY, Quantity.of(7), Price.parse("10"), new TreeMap<>())),
                "mine")));
    desk.submit(sale(3), OPEN);
    halt();
    List<Step> told = new ArrayList<>();

    Flattening.Result result =
        new Flattening(desk, Optional.empty())
            .run(
                "out of here",
                OPEN,
                step -> {
                  told.add(step);
                  broker().meetMarket();
                });

    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).isInstanceOf(Step.Cancelled.class);
    assertThat(((Step.Sold) told.getLast()).request().shares()).isEqualTo(Quantity.of(10));
    assertThat(result.left().isEmpty()).isTrue();
    assertThat(held(ACME)).isEqualTo(Quantity.ZERO);
    assertThat(books.portfolio().outside().held(GAS)).isEqualTo(Quantity.of(7));
  }

  @Test
  void flatteningThatCannotBeHeardIsNotFlatAndSaysSo() {
    line = real -> new Silent(real);
    OperatorDesk desk = desk();

    Flattening.Result result =
        new Flattening(desk, Optional.of(Play.ID)).run("out of here", OPEN, _ -> {});

    assertThat(result.isFlat()).isFalse();
    assertThat(result.left().cancels()).hasSize(1);
    assertThat(result.left().owned()).containsKey(Play.ID);
  }

  @Test
  void whatCannotBeAskedForIsTheCallersMistake() {
    OperatorDesk desk = desk();

    assertThatThrownBy(() -> desk.submit(request(Side.BUY, Symbol.of("NONE"), 1), OPEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not in the universe");
    assertThatThrownBy(() -> request(Side.BUY, GAS, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HandRequest(Play.ID, Side.BUY, GAS, Quantity.of(1), " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private OperatorDesk desk() {
    open();
    return desk(books);
  }

  private OperatorDesk desk(Books whose) {
    return new OperatorDesk(
        whose,
        market,
        Destination.alone(line.apply(broker()), "A1"),
        new RiskGate(RiskPolicy.standard()),
        COSTS,
        List.of(strategy));
  }

  private Desk loopDesk() {
    return loopDesk(new Reconciliation());
  }

  private Desk loopDesk(Reconciliation compared) {
    return new Desk(
        books,
        market,
        Destination.alone(broker(), "A1"),
        compared,
        new RiskGate(RiskPolicy.standard()),
        COSTS,
        List.of(strategy));
  }

  private SimulatedBroker broker() {
    return simulated.orElseThrow();
  }

  private void open() {
    simulated =
        Optional.of(
            new SimulatedBroker(
                "A1",
                market,
                COSTS,
                rule,
                new BrokerState(
                    Money.of(99_500),
                    new TreeMap<>(Map.of(ACME, Quantity.of(10))),
                    List.of(),
                    Optional.of(LocalDate.parse("2024-03-08")))));
    books.record(
        OPEN.minusSeconds(3_600),
        List.of(
            Draft.of(
                "opened",
                new Fact.BooksOpened(
                    0,
                    "play",
                    LocalDate.parse("2024-03-07"),
                    LocalDate.parse("2024-03-12"),
                    Money.of(90_000),
                    new TreeMap<>(Map.of(Play.ID, Money.of(10_000))))),
            Draft.of(
                "bought",
                new Fact.FillRecorded(
                    new Fill(
                        "x1",
                        new ClientOrderId("o"),
                        Play.ID,
                        ACME,
                        Side.BUY,
                        Quantity.of(10),
                        Price.parse("50"),
                        Money.ZERO,
                        LocalDate.parse("2024-03-07"),
                        "rule",
                        new TreeMap<>())))));
  }

  private void halt() {
    new KillSwitch(books, Optional.empty(), SendLock.alone())
        .trip(HaltScope.ACCOUNT, HaltMode.HALT, "operator", "a test", OPEN);
  }

  private static HandRequest sale(long shares) {
    return request(Side.SELL, ACME, shares);
  }

  private static HandRequest request(Side side, Symbol symbol, long shares) {
    return new HandRequest(Play.ID, side, symbol, Quantity.of(shares), "bad news");
  }

  private Quantity held(Symbol symbol) {
    books.catchUp();
    return books.portfolio().book(Play.ID).orElseThrow().held(symbol);
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }

  private List<Intent> wishes() {
    return events().stream()
        .map(Event::fact)
        .filter(Fact.IntentRecorded.class::isInstance)
        .map(fact -> ((Fact.IntentRecorded) fact).intent())
        .toList();
  }

  private List<Event> submissions() {
    return events().stream().filter(one -> one.fact() instanceof Fact.OrderSubmitted).toList();
  }

  /// Never answers a submit, and takes no order.
  private static final class Silent extends Relay {

    Silent(Brokerage real) {
      super(real);
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      throw new BrokerUnavailableException("no answer within 10 s");
    }
  }
}
