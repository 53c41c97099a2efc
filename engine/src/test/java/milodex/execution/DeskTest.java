package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import milodex.LedgerRelay;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Finding;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.ClientOrderIds;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class DeskTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final StrategyId SIBLING = StrategyId.parse("null.daily.script.sibling.v1");

  /// Thursday to Wednesday; it never moves.
  private static TinyMarket week() {
    return TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", "50/50 50/50 50/50 50/50 50/50");
  }

  private static Script buying() {
    return new Script().buy("2024-03-07", "ACME", 0.5);
  }

  private static Script buyingAndSelling() {
    return buying().sell("2024-03-08", "ACME");
  }

  @Test
  void anEntryIsTrimmedToTheLimitItMeetsWithANote() {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-08").bars("ACME", 1, 1_000, "50/50 50/50");

    assertThat(new Play(market, buying()).limited().story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 trimmed BUY ACME: 1 % of mean volume: 100 -> 10 shares",
            "03-08 bought 10 ACME at 50");
  }

  @Test
  void aRefusedEntryIsClosedWithAllItsTwentyEightFindings() {
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-11").bars("ACME", "50/50 55/55 50/50");
    Play play = new Play(market, buying()).limited();
    List<Event> events = play.events();

    assertThat(Play.story(events))
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 refused BUY ACME: gap_since_decision",
            "03-08 REFUSED BUY ACME");
    Fact.ProposalJudged judged = facts(events, Fact.ProposalJudged.class).getFirst();
    assertThat(judged.findings())
        .extracting(Finding::row)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
    assertThat(facts(events, Fact.OrderSubmitted.class)).isEmpty();
  }

  @Test
  void ofTwoEntriesTheSecondGetsTheCashTheFirstLeaves() {
    TinyMarket market = week().bars("OTHER", "20/20 20/20 20/20 20/20 20/20");
    Script script = new Script().buy("2024-03-07", "ACME", 0.7).buy("2024-03-07", "OTHER", 0.7);

    assertThat(new Play(market, script).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-07 wants BUY OTHER",
            "03-08 bought 140 ACME at 50",
            "03-08 trimmed BUY OTHER: strategy cash $3000.00: 350 -> 150 shares",
            "03-08 bought 150 OTHER at 20");
  }

  @Test
  void ofTwoEntriesTheSecondIsRefusedWhenNoCashIsLeft() {
    TinyMarket market = week().bars("OTHER", "20/20 20/20 20/20 20/20 20/20");
    Script script = new Script().buy("2024-03-07", "ACME", 1).buy("2024-03-07", "OTHER", 0.5);

    assertThat(new Play(market, script).story())
        .endsWith(
            "03-08 bought 200 ACME at 50",
            "03-08 refused BUY OTHER: insufficient_strategy_cash",
            "03-08 REFUSED BUY OTHER");
  }

  @Test
  void aWeightThatBuysNoWholeShareIsARecordedOutcome() {
    List<Event> events = new Play(week(), new Script().buy("2024-03-07", "ACME", 0.004)).events();

    assertThat(Play.story(events))
        .containsExactly("03-07 wants BUY ACME", "03-08 ZERO_SHARES BUY ACME");
    assertThat(facts(events, Fact.IntentClosed.class).getFirst().says())
        .isEqualTo("0.004 of 10000.00 buys no whole share at 50");
  }

  @Test
  void aFixedAmountIsSpentWhateverTheEquityIsAndNoMoreThanTheCash() {
    Script script = new Script().spend("2024-03-07", "ACME", "2500.50");

    assertThat(new Play(week(), script).story())
        .containsExactly("03-07 wants BUY ACME", "03-08 bought 50 ACME at 50");
    assertThat(new Play(week(), script).equity(1_000).story())
        .contains("03-08 bought 20 ACME at 50");
  }

  @Test
  void aFixedAmountThatBuysNoWholeShareIsARecordedOutcome() {
    List<Event> events = new Play(week(), new Script().spend("2024-03-07", "ACME", "40")).events();

    assertThat(facts(events, Fact.IntentClosed.class).getFirst().says())
        .isEqualTo("a fixed 40.00 buys no whole share at 50");
  }

  @Test
  void theEleventhOrderOfAMinuteIsRefused() {
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-08");
    Script script = new Script();
    for (int i = 1; i <= 11; i++) {
      market.bars("S" + i, "50/50 50/50");
      script.buy("2024-03-07", "S" + i, 0.09);
    }

    assertThat(new Play(market, script).equity(100_000).limited().story())
        .contains("03-08 bought 180 S10 at 50")
        .last()
        .isEqualTo("03-08 REFUSED BUY S11");
    assertThat(new Play(market, script).equity(100_000).limited().story().get(21))
        .startsWith("03-08 refused BUY S11: order_rate_exceeded");
  }

  @Test
  void anExitThatIsRefusedWaitsAndIsNotDuplicated() {
    Script script = buyingAndSelling().sell("2024-03-11", "ACME").sell("2024-03-12", "ACME");
    Play play = new Play(week(), script).broker(real -> new Stranger(real, 4, 7));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 50",
            "03-08 wants SELL ACME",
            "03-11 refused SELL ACME: account_mismatch",
            "03-12 refused SELL ACME: account_mismatch",
            "03-13 sold 100 ACME at 50");
  }

  @Test
  void anEntryTheBrokerRejectsIsNotTriedAgain() {
    Play play =
        new Play(week(), buying())
            .broker(real -> new Broker(real, order -> answer(order, OrderStatus.REJECTED)));

    assertThat(play.story())
        .containsExactly("03-07 wants BUY ACME", "03-08 REJECTED ACME: because");
  }

  @Test
  void anExitTheBrokerRejectsIsSentAgainUnderTheNextIdInTheNextSession() {
    Play play =
        new Play(week(), buyingAndSelling())
            .broker(
                real ->
                    new Broker(
                        real,
                        order ->
                            order.side() == Side.SELL && order.id().toString().endsWith("-1")
                                ? answer(order, OrderStatus.REJECTED)
                                : real.submit(order)));
    List<Event> events = play.events();

    assertThat(Play.story(events))
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 50",
            "03-08 wants SELL ACME",
            "03-11 REJECTED ACME: because",
            "03-12 sold 100 ACME at 50");
    List<Fact.OrderSubmitted> orders = facts(events, Fact.OrderSubmitted.class);
    String exit = orders.getLast().intent();
    assertThat(orders.subList(1, 3))
        .extracting(Fact.OrderSubmitted::order)
        .containsExactly(ClientOrderIds.of(exit, 1), ClientOrderIds.of(exit, 2));
  }

  @Test
  void theRestOfAnExitThatWasCutShortIsSoldLater() {
    Play play =
        new Play(week(), buyingAndSelling().sell("2024-03-11", "ACME"))
            .broker(
                real ->
                    new Broker(
                        real,
                        order ->
                            order.side() == Side.SELL && order.quantity().equals(Quantity.of(100))
                                ? partial(order, "30")
                                : real.submit(order)));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 50",
            "03-08 wants SELL ACME",
            "03-11 CANCELLED ACME: cut short",
            "03-11 sold 30 ACME at 50",
            "03-12 sold 70 ACME at 50");
  }

  @Test
  void anOrderWithoutAnAnswerKeepsItsExposureAndBlocksItsSymbol() {
    TinyMarket market = week().bars("OTHER", "20/20 20/20 20/20 20/20 20/20");
    Script script = buying().buy("2024-03-08", "ACME", 0.1).buy("2024-03-08", "OTHER", 0.9);
    Play play =
        new Play(market, script)
            .broker(
                real ->
                    new Silent(
                        real,
                        order ->
                            order.symbol().equals(ACME)
                                ? answer(order, OrderStatus.UNKNOWN)
                                : real.submit(order)));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 UNKNOWN ACME: because",
            "03-08 wants BUY ACME",
            "03-08 wants BUY OTHER",
            "03-11 refused BUY ACME: unknown_outstanding",
            "03-11 REFUSED BUY ACME",
            "03-11 trimmed BUY OTHER: strategy cash $5000.00: 450 -> 250 shares",
            "03-11 bought 250 OTHER at 20");
    assertThat(play.books().portfolio().held(ACME)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void aSaleWithoutAnAnswerIsNotWishedForAgainAndHoldsEntriesBack() {
    TinyMarket market = week().bars("OTHER", "20/20 20/20 20/20 20/20 20/20");
    Script script = buyingAndSelling().sell("2024-03-11", "ACME").buy("2024-03-11", "OTHER", 0.3);
    Play play =
        new Play(market, script)
            .broker(
                real ->
                    new Silent(
                        real,
                        order ->
                            order.side() == Side.SELL
                                ? answer(order, OrderStatus.UNKNOWN)
                                : real.submit(order)));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 50",
            "03-08 wants SELL ACME",
            "03-11 UNKNOWN ACME: because",
            "03-11 wants BUY OTHER",
            "03-12 EXPIRED BUY OTHER");
  }

  @Test
  void aDifferenceFromTheBrokersBooksBlocksEntriesAndNotExits() {
    TinyMarket market = week().bars("OTHER", "20/20 20/20 20/20 20/20 20/20");
    Script script = buying().buy("2024-03-08", "OTHER", 0.3).sell("2024-03-11", "ACME");
    Play play =
        new Play(market, script)
            .broker(
                real ->
                    new Broker(real, real::submit) {
                      @Override
                      public AccountSnapshot account() {
                        AccountSnapshot told = super.account();
                        return told.positions().isEmpty()
                            ? told
                            : new AccountSnapshot(
                                told.accountId(),
                                told.kind(),
                                told.cash().minus(Money.parse("1.01")),
                                told.positions());
                      }
                    });

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 50",
            "03-08 wants BUY OTHER",
            "03-11 refused BUY OTHER: reconciliation_required",
            "03-11 REFUSED BUY OTHER",
            "03-11 wants SELL ACME",
            "03-12 sold 100 ACME at 50");
  }

  @Test
  void whenSomethingHappensBetweenLookingAndWritingItLooksAgainAndSendsOneOrder() {
    List<ApprovedOrder> sent = new ArrayList<>();
    Play play =
        new Play(week(), buying())
            .ledger(
                ledger ->
                    new Interrupted(
                        ledger,
                        wish ->
                            new Fact.DividendCredited(
                                Play.ID,
                                ACME,
                                LocalDate.parse("2024-03-08"),
                                Quantity.of(1),
                                Money.of(5_000),
                                Money.of(5_000))))
            .broker(
                real ->
                    new Broker(
                        real,
                        order -> {
                          sent.add(order);
                          return real.submit(order);
                        }));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 dividend 5000 for 1 ACME",
            "03-08 bought 150 ACME at 50");
    assertThat(sent).hasSize(1);
  }

  @Test
  void aWishThatAnotherProcessOrderedMeanwhileIsNotOrderedAgain() {
    Play play =
        new Play(week(), buying())
            .ledger(
                ledger ->
                    new Interrupted(
                        ledger,
                        wish ->
                            new Fact.OrderSubmitted(
                                ClientOrderIds.of(wish, 1),
                                wish,
                                Play.ID,
                                ACME,
                                Side.BUY,
                                Quantity.of(100))))
            .broker(real -> new Silent(real, real::submit));
    List<Event> events = play.events();

    assertThat(Play.story(events)).containsExactly("03-07 wants BUY ACME");
    assertThat(facts(events, Fact.OrderSubmitted.class)).hasSize(1);
    assertThat(play.books().orders().working()).hasSize(1);
  }

  @Test
  void theWishesOfStrategiesThatRunElsewhereAreLeftAlone() {
    Intent foreign =
        new Intent(
            "sibling/draft/ACME/BUY/2024-03-07",
            SIBLING,
            ACME,
            Side.BUY,
            Fraction.ONE,
            Optional.empty(),
            "rule",
            LocalDate.parse("2024-03-07"),
            LocalDate.parse("2024-03-08"),
            Optional.of(Instant.parse("2024-03-08T15:00:00Z")),
            Price.parse("50"),
            new TreeMap<>());
    Play play =
        new Play(week(), buying())
            .ledger(ledger -> new Interrupted(ledger, _ -> new Fact.IntentRecorded(foreign)));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME", "03-08 wants BUY ACME", "03-08 bought 100 ACME at 50");
    assertThat(play.books().intents().pending()).hasSize(1);
  }

  private static <T extends Fact> List<T> facts(List<Event> events, Class<T> kind) {
    return events.stream().map(Event::fact).filter(kind::isInstance).map(kind::cast).toList();
  }

  private static OrderReport answer(ApprovedOrder order, OrderStatus status) {
    return new OrderReport(
        order.id(),
        order.symbol(),
        order.side(),
        order.quantity(),
        status,
        Quantity.ZERO,
        List.of(),
        "because");
  }

  private static OrderReport partial(ApprovedOrder order, String shares) {
    Quantity filled = new Quantity(new BigDecimal(shares));
    return new OrderReport(
        order.id(),
        order.symbol(),
        order.side(),
        order.quantity(),
        OrderStatus.CANCELLED,
        filled,
        List.of(new OrderReport.Execution("x1", filled, Price.parse("50"), Money.ZERO)),
        "cut short");
  }

  /// A broker whose answers a test may change.
  private static class Broker extends Relay {
    private final Function<ApprovedOrder, OrderReport> answers;

    Broker(Brokerage real, Function<ApprovedOrder, OrderReport> answers) {
      super(real);
      this.answers = answers;
    }

    @Override
    public OrderReport submit(ApprovedOrder order) {
      return answers.apply(order);
    }
  }

  /// A broker that tells of no order afterwards.
  private static final class Silent extends Broker {
    Silent(Brokerage real, Function<ApprovedOrder, OrderReport> answers) {
      super(real, answers);
    }

    @Override
    public Optional<OrderReport> find(ClientOrderId order) {
      throw new BrokerUnavailableException("no answer");
    }
  }

  /// A broker that answers some questions after the account for another one.
  ///
  /// It is asked once for each reconciliation and once for each survey.
  private static final class Stranger extends Broker {
    private final int first;
    private final int last;
    private int asked;

    Stranger(Brokerage real, int first, int last) {
      super(real, real::submit);
      this.first = first;
      this.last = last;
    }

    @Override
    public AccountSnapshot account() {
      AccountSnapshot told = super.account();
      asked++;
      return asked >= first && asked <= last
          ? new AccountSnapshot("STRANGER", told.kind(), told.cash(), told.positions())
          : told;
    }
  }

  /// A ledger to which somebody else appends just before the first order.
  private static final class Interrupted implements LedgerRelay {
    private final Ledger real;
    private final Function<String, Fact> interruption;
    private boolean done;

    Interrupted(Ledger real, Function<String, Fact> interruption) {
      this.real = real;
      this.interruption = interruption;
    }

    @Override
    public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
      if (!done && drafts.getLast().fact() instanceof Fact.OrderSubmitted order) {
        done = true;
        real.append(at, Draft.of("interruption", interruption.apply(order.intent())));
      }
      return real.appendIf(riskHead, at, drafts);
    }

    @Override
    public Ledger real() {
      return real;
    }
  }
}
