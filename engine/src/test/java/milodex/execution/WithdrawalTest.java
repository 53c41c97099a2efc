package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import milodex.LedgerRelay;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.BrokerState;
import milodex.broker.FillRule;
import milodex.broker.SimulatedBroker;
import milodex.data.HistoricalMarket;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import org.junit.jupiter.api.Test;

/// On Friday the operator wishes to buy at Monday's open, and takes it back.
class WithdrawalTest {

  private static final Instant FRIDAY = Instant.parse("2024-03-08T15:00:00Z");
  private static final Instant MONDAY = Instant.parse("2024-03-11T13:30:00Z");
  private static final Instant MONDAY_CLOSE = Instant.parse("2024-03-11T20:00:00Z");
  private static final Costs COSTS = Costs.slippage(Fraction.ZERO);
  private static final String WHY = "the news was old";

  private final TinyMarket bars =
      TinyMarket.of("2024-03-07", "2024-03-12")
          .bars("ACME", "50/50 50/50 50/50 50/50")
          .bars("GAS", "10/10 10/10 10/10 10/10");
  private final MemoryLedger ledger = new MemoryLedger();
  private final HistoricalMarket market = new HistoricalMarket(bars.history(), bars.begin() + 1);
  private final ActiveStrategy strategy = new Play(bars, new Script()).strategy();
  private final SimulatedBroker broker =
      new SimulatedBroker(
          "A1",
          market,
          COSTS,
          FillRule.WHOLE,
          new BrokerState(
              Money.of(100_000),
              new TreeMap<>(),
              List.of(),
              Optional.of(LocalDate.parse("2024-03-08"))));
  private final Books books = opened();

  @Test
  void aWishThatIsWithdrawnBeforeItsOpenIsNeverSent() {
    Intent wish = wish(buy("ACME"));

    WithdrawAnswer answer = withdraw(wish);
    openMonday();
    desk(new Books(ledger)).work(MONDAY);

    assertThat(answer).isEqualTo(new WithdrawAnswer.Withdrawn(wish));
    assertThat(Play.story(events())).endsWith("03-08 wants BUY ACME", "03-08 WITHDRAWN BUY ACME");
    assertThat(ends()).containsExactly(WHY);
    assertThat(broker.state().orders()).isEmpty();
  }

  @Test
  void itsEndIsWrittenDownBecauseOfTheWish() {
    Intent wish = wish(buy("ACME"));

    withdraw(wish);

    Event end = events().getLast();
    assertThat(ledger.event(end.cause()).orElseThrow().fact())
        .isEqualTo(new Fact.IntentRecorded(wish));
    assertThat(books.wishesByHand().find(wish.id()).orElseThrow().end())
        .contains(
            new Fact.IntentClosed(wish.id(), Play.ID, Fact.IntentClosed.Outcome.WITHDRAWN, WHY));
  }

  @Test
  void whoWithdrawsTwiceIsToldThatItWasWithdrawnBeforeAndWhy() {
    Intent wish = wish(buy("ACME"));
    withdraw(wish);
    long before = ledger.head().seq();

    WithdrawAnswer again =
        Withdrawal.withdraw(new Books(ledger), wish.id(), "for another reason", FRIDAY);

    assertThat(again)
        .isInstanceOfSatisfying(
            WithdrawAnswer.Over.class,
            over -> {
              assertThat(over.isWithdrawn()).isTrue();
              assertThat(over.end().says()).isEqualTo(WHY);
            });
    assertThat(ledger.head().seq()).isEqualTo(before);
  }

  @Test
  void aWishWhoseOrderHasLeftIsNotWithdrawnAndTheOrderIsNamed() {
    Intent wish = wish(buy("ACME"));
    openMonday();
    desk(new Books(ledger)).work(MONDAY);
    long before = ledger.head().seq();

    WithdrawAnswer answer = withdraw(wish);

    assertThat(answer).isEqualTo(new WithdrawAnswer.Ordered(wish, WishHistory.orderOf(wish)));
    assertThat(books.orders().find(WishHistory.orderOf(wish))).isPresent();
    assertThat(ledger.head().seq()).isEqualTo(before);
  }

  @Test
  void aWishThatTheGateRefusedOrThatExpiredIsToldToBeOver() {
    Intent refused = wish(request(Side.SELL, "ACME"));
    Intent expired = wish(buy("GAS"));
    openMonday();
    Books theirs = new Books(ledger);
    desk(theirs).workExits(MONDAY);
    desk(theirs).expire(MONDAY_CLOSE);

    assertThat(List.of(withdraw(refused), withdraw(expired)))
        .extracting(answer -> ((WithdrawAnswer.Over) answer).end().outcome())
        .containsExactly(Fact.IntentClosed.Outcome.REFUSED, Fact.IntentClosed.Outcome.EXPIRED);
    assertThat(((WithdrawAnswer.Over) withdraw(expired)).isWithdrawn()).isFalse();
  }

  @Test
  void aRulesWishIsNotTheOperatorsToWithdraw() {
    Intent rules =
        new Intent(
            "rules/own",
            Play.ID,
            Symbol.of("ACME"),
            Side.BUY,
            Fraction.parse("0.1"),
            Optional.empty(),
            "rule",
            LocalDate.parse("2024-03-08"),
            LocalDate.parse("2024-03-11"),
            Optional.empty(),
            Price.parse("50"),
            new TreeMap<>());
    books.record(FRIDAY, Draft.of("intent/own", new Fact.IntentRecorded(rules)));

    assertThat(withdraw(rules)).isEqualTo(new WithdrawAnswer.OfRule(rules));
    assertThat(books.intents().find("rules/own")).isPresent();
  }

  @Test
  void itWorksInAHaltAndWhileOthersWriteDownWhatDoesNotConcernIt() {
    Intent wish = wish(buy("ACME"));
    Books mine = new Books(before(_ -> true, () -> halt(new Books(ledger))));

    assertThat(Withdrawal.withdraw(mine, wish.id(), WHY, FRIDAY))
        .isEqualTo(new WithdrawAnswer.Withdrawn(wish));
    assertThat(mine.halts().open()).hasSize(1);
  }

  @Test
  void anOrderThatLeavesAtTheLastMomentWins() {
    Intent wish = wish(buy("ACME"));
    openMonday();
    Books mine = new Books(before(_ -> true, () -> desk(new Books(ledger)).work(MONDAY)));

    assertThat(Withdrawal.withdraw(mine, wish.id(), WHY, MONDAY))
        .isInstanceOf(WithdrawAnswer.Ordered.class);
    assertThat(ends()).isEmpty();
  }

  @Test
  void aWithdrawalAtTheLastMomentWinsAndTheDeskGoesOn() {
    Intent first = wish(buy("ACME"));
    wish(buy("GAS"));
    openMonday();
    Desk desk = desk(new Books(before(WithdrawalTest::sends, () -> withdraw(first))));

    desk.work(MONDAY);

    assertThat(Play.story(events()))
        .contains("03-11 WITHDRAWN BUY ACME")
        .anyMatch(line -> line.contains("bought 1 GAS"))
        .noneMatch(line -> line.contains("bought 1 ACME"));
    assertThat(broker.state().orders()).hasSize(1);
  }

  @Test
  void aWishThatIsWithdrawnWhileTheDeskWorksAnotherOneIsNotSent() {
    wish(buy("ACME"));
    Intent second = wish(buy("GAS"));
    openMonday();
    Desk desk = desk(new Books(before(WithdrawalTest::sends, () -> withdraw(second))));

    desk.work(MONDAY);

    assertThat(Play.story(events()))
        .contains("03-11 WITHDRAWN BUY GAS")
        .anyMatch(line -> line.contains("bought 1 ACME"))
        .noneMatch(line -> line.contains("bought 1 GAS"));
    assertThat(broker.state().orders()).hasSize(1);
  }

  @Test
  void anOrderByHandForNowIsSentThoughAWishIsWithdrawnMeanwhile() {
    Intent wish = wish(buy("GAS"));
    Books mine = new Books(before(WithdrawalTest::sends, () -> withdraw(wish)));

    HandAnswer answer = hand(mine).submit(buy("ACME"), FRIDAY);

    assertThat(answer).isInstanceOf(HandAnswer.Sent.class);
    assertThat(ends()).containsExactly(WHY);
    assertThat(broker.state().orders()).hasSize(1);
  }

  @Test
  void aWithdrawalJustBeforeTheDeskWouldHaveEndedItIsTheOnlyEnd() {
    Intent refused = wish(request(Side.SELL, "ACME"));
    openMonday();
    desk(new Books(before(WithdrawalTest::ends, () -> withdraw(refused)))).work(MONDAY);
    Intent expired = wish(buy("GAS"));
    desk(new Books(before(WithdrawalTest::ends, () -> withdraw(expired))))
        .expire(expired.expiresAt().orElseThrow());

    assertThat(ends()).containsExactly(WHY, WHY);
  }

  @Test
  void whatCannotBeAskedForIsTheCallersMistake() {
    Intent wish = wish(buy("ACME"));

    assertThatThrownBy(() -> Withdrawal.withdraw(books, wish.id(), " ", FRIDAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reason");
    assertThatThrownBy(() -> Withdrawal.withdraw(books, "no/such/wish", WHY, FRIDAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no/such/wish");
    assertThatThrownBy(() -> Withdrawal.over(books.wishesByHand().find(wish.id()).orElseThrow()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("waits");
  }

  private WithdrawAnswer withdraw(Intent wish) {
    return Withdrawal.withdraw(books, wish.id(), WHY, market.session().opensAt());
  }

  private Intent wish(HandRequest request) {
    return hand(books).wish(request, FRIDAY);
  }

  private OperatorDesk hand(Books whose) {
    return new OperatorDesk(
        whose,
        market,
        Destination.alone(broker, "A1"),
        new RiskGate(RiskPolicy.standard()),
        COSTS,
        List.of(strategy));
  }

  private static HandRequest buy(String ticker) {
    return request(Side.BUY, ticker);
  }

  private static HandRequest request(Side side, String ticker) {
    return new HandRequest(Play.ID, side, Symbol.of(ticker), Quantity.of(1), "good news");
  }

  private void openMonday() {
    market.openSession(bars.begin() + 2);
  }

  private Desk desk(Books theirs) {
    Reconciliation compared = new Reconciliation();
    compared.compare(LocalDate.parse("2024-03-11"), theirs, broker);
    return new Desk(
        theirs,
        market,
        Destination.alone(broker, "A1"),
        compared,
        new RiskGate(RiskPolicy.standard()),
        COSTS,
        List.of(strategy));
  }

  private void halt(Books theirs) {
    new KillSwitch(theirs, Optional.empty(), SendLock.alone())
        .trip(HaltScope.ACCOUNT, HaltMode.HALT, "operator", "a test", FRIDAY);
  }

  private Books opened() {
    ledger.append(
        FRIDAY.minusSeconds(3_600),
        Draft.of(
            "opened",
            new Fact.BooksOpened(
                0,
                "play",
                LocalDate.parse("2024-03-07"),
                LocalDate.parse("2024-03-12"),
                Money.of(90_000),
                new TreeMap<>(Map.of(Play.ID, Money.of(10_000))))));
    return new Books(ledger);
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }

  /// What is said of each wish that ended without an order.
  private List<String> ends() {
    return events().stream()
        .map(Event::fact)
        .filter(Fact.IntentClosed.class::isInstance)
        .map(fact -> ((Fact.IntentClosed) fact).says())
        .toList();
  }

  private static boolean sends(List<Draft> drafts) {
    return drafts.getLast().fact() instanceof Fact.OrderSubmitted;
  }

  private static boolean ends(List<Draft> drafts) {
    return drafts.getLast().fact() instanceof Fact.IntentClosed;
  }

  /// The ledger as one sees it before whose first such append somebody else does something.
  private Ledger before(Predicate<List<Draft>> append, Runnable interruption) {
    return new Interrupted(ledger, append, interruption);
  }

  private static final class Interrupted implements LedgerRelay {
    private final Ledger real;
    private final Predicate<List<Draft>> which;
    private final Runnable interruption;
    private boolean done;

    Interrupted(Ledger real, Predicate<List<Draft>> which, Runnable interruption) {
      this.real = real;
      this.which = which;
      this.interruption = interruption;
    }

    @Override
    public long append(Instant at, List<Draft> drafts) {
      interrupt(drafts);
      return real.append(at, drafts);
    }

    @Override
    public OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
      interrupt(drafts);
      return real.appendIf(riskHead, at, drafts);
    }

    private void interrupt(List<Draft> drafts) {
      if (!done && which.test(drafts)) {
        done = true;
        interruption.run();
      }
    }

    @Override
    public Ledger real() {
      return real;
    }
  }
}
