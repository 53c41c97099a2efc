package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import milodex.Play;
import milodex.Policies;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.broker.Relay;
import milodex.data.BlindMarket;
import milodex.data.Market;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.RiskFact;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.risk.ApprovedOrder;
import milodex.risk.Gates;
import milodex.risk.Threshold;
import milodex.risk.Trigger;
import milodex.risk.Triggers;
import org.junit.jupiter.api.Test;

class SentryTest {

  private static final String ME = Play.ID.toString();

  @Test
  void everyCheckIsShownAbleToVetoEachSessionAndThatIsPutOnRecordOnce() {
    List<Event> events = play(calm(), new Script()).events();

    assertThat(events)
        .filteredOn(event -> event.fact() instanceof RiskFact.GateTested)
        .singleElement()
        .satisfies(event -> assertThat(((RiskFact.GateTested) event.fact()).holds()).isTrue());
  }

  @Test
  void aCheckThatLooksAwayStopsEntriesAndLetsExitsGoOn() {
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.2)
            .sell("2024-03-08", "ACME")
            .buy("2024-03-08", "OTHER", 0.2);
    AtomicInteger sessions = new AtomicInteger();
    Play play =
        new Play(calm(), script)
            .limited(Policies.roomy())
            .gate(policy -> Gates.inert(policy, "kill_switch_active", () -> sessions.get() > 1))
            .watched(
                _ -> {
                  sessions.incrementAndGet();
                  return Optional.empty();
                });

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 20 ACME at 100",
            "03-08 wants SELL ACME",
            "03-08 wants BUY OTHER",
            "03-11 INERT kill_switch_active",
            "03-11 sold 20 ACME at 100",
            "03-11 EXPIRED BUY OTHER");
  }

  @Test
  void booksAndBrokerThatDifferInThreeSessionsRunningStopEntriesOfTheAccount() {
    assertThat(halts(play(calm(), new Script()).broker(richer(2)))).isEmpty();

    List<String> story = play(calm(), new Script()).broker(richer(99)).story();

    assertThat(story)
        .filteredOn(line -> line.contains("HALTED"))
        .containsExactly("03-11 HALTED 2024-03-11-1 account reduce-only: reconcile_mismatch");
    assertThat(story).filteredOn(line -> line.contains("trouble")).hasSize(5);
  }

  @Test
  void theModeOfATriggerIsThatOfThePolicy() {
    Triggers strict = Triggers.standard().with(Trigger.RECONCILE_MISMATCH, HaltMode.HALT);

    assertThat(halts(play(calm(), new Script()).limited(Policies.roomy(strict)).broker(richer(99))))
        .containsExactly("03-11 HALTED 2024-03-11-1 account halt: reconcile_mismatch");
  }

  @Test
  void countsAndBandsAreThoseOfThePolicy() {
    Triggers sooner =
        Triggers.standard()
            .with(Threshold.RECONCILE_MISMATCH_COUNT, BigDecimal.TWO)
            .with(Threshold.EXECUTION_DIVERGENCE_COUNT, BigDecimal.ONE)
            .with(Threshold.EXECUTION_DIVERGENCE_BAND, new BigDecimal("0.01"))
            .with(Threshold.DATA_QUALITY_COUNT, BigDecimal.ONE)
            .with(Threshold.DATA_QUALITY_BAND, new BigDecimal("0.05"));

    assertThat(halts(play(calm(), new Script()).limited(Policies.roomy(sooner)).broker(richer(99))))
        .containsExactly("03-08 HALTED 2024-03-08-1 account reduce-only: reconcile_mismatch");
    assertThat(halts(play(calm(), buying()).limited(Policies.roomy(sooner)).slippage("0.019")))
        .containsExactly("03-08 HALTED 2024-03-08-1 account reduce-only: execution_divergence");
    assertThat(
            halts(
                play(holed("100/100 100/100 100/106 106/106 106/106 106/106"), buying())
                    .limited(Policies.roomy(sooner))))
        .containsExactly("03-11 HALTED 2024-03-11-1 " + ME + " reduce-only: data_quality");
  }

  @Test
  void aBrokerThatIsSilentOverMinutesOfASessionAndSeveralQuestionsIsLost() {
    assertThat(halts(play(calm(), new Script()).broker(silentFrom(2, 3)))).isEmpty();

    assertThat(halts(play(calm(), new Script()).broker(silentFrom(2, 99))))
        .containsExactly("03-11 HALTED 2024-03-11-1 account reduce-only: broker_lost");
    assertThat(says(play(calm(), new Script()).broker(silentFrom(2, 99))))
        .isEqualTo("no answer since 2024-03-08 09:30 New York, asked 3 times: gone");
  }

  @Test
  void whatIsHeldWithoutBarsThreeSessionsRunningStopsTheEntriesOfItsStrategy() {
    assertThat(halts(play(holed("100/100 100/100 - - 100/100 -"), buying()))).isEmpty();
    assertThat(halts(play(holed("100/100 100/100 - - -  100/100"), buying())))
        .containsExactly("03-13 HALTED 2024-03-13-1 " + ME + " reduce-only: data_quality");
  }

  @Test
  void closesThatNobodyBelievesAreNoBars() {
    Play play = play(holed("100/100 100/100 100/300 300/100 100/300 300/300"), buying());

    assertThat(halts(play))
        .contains("03-13 HALTED 2024-03-13-1 " + ME + " reduce-only: data_quality");
  }

  @Test
  void whatIsWishedForWithoutAPriceCountsToo() {
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.2)
            .buy("2024-03-08", "ACME", 0.2)
            .buy("2024-03-11", "ACME", 0.2);

    assertThat(halts(play(holed("100/100 - - -  100/100 100/100"), script)))
        .containsExactly("03-12 HALTED 2024-03-12-1 " + ME + " reduce-only: data_quality");
  }

  @Test
  void anOrderOfWhichNobodyKnowsForTwoSessionsHaltsTheAccount() {
    assertThat(halts(play(calm(), buying()).broker(forgetful(1)))).isEmpty();
    assertThat(halts(play(calm(), buying()).broker(forgetful(99))))
        .containsExactly("03-11 HALTED 2024-03-11-1 account halt: duplicate_uncertainty");
    assertThat(says(play(calm(), buying()).broker(forgetful(99))))
        .endsWith(", sent at 2024-03-08 09:30 New York");
  }

  @Test
  void threeFillsFarFromTheirPricesStopEntries() {
    Script script = new Script();
    TinyMarket market = TinyMarket.of("2024-03-07", "2024-03-12");
    for (int i = 1; i <= 4; i++) {
      market.bars("S" + i, "50/50 50/50 50/50 50/50");
    }
    script.buy("2024-03-07", "S1", 0.1).buy("2024-03-07", "S2", 0.1);

    assertThat(halts(play(market, script).slippage("0.03"))).isEmpty();

    script.buy("2024-03-08", "S3", 0.1).buy("2024-03-11", "S4", 0.1);
    assertThat(halts(play(market, script).slippage("0.019"))).isEmpty();
    assertThat(halts(play(market, script).slippage("0.03")))
        .containsExactly("03-11 HALTED 2024-03-11-1 account reduce-only: execution_divergence");
  }

  @Test
  void filesThatAreNotWhatRunsStopTheEntriesOfTheirStrategyAndTheExitsGoOn() {
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.2)
            .buy("2024-03-08", "OTHER", 0.2)
            .sell("2024-03-11", "ACME");
    AtomicInteger sessions = new AtomicInteger();
    Play play =
        new Play(calm(), script)
            .limited(Policies.roomy())
            .watched(
                _ ->
                    sessions.incrementAndGet() < 3
                        ? Optional.empty()
                        : Optional.of("runs 1a, files say 2b"));

    assertThat(play.story())
        .filteredOn(line -> !line.contains("wants") && !line.contains("verified"))
        .containsExactly(
            "03-08 bought 20 ACME at 100",
            "03-11 trouble manifest_drift " + ME + ": runs 1a, files say 2b",
            "03-11 HALTED 2024-03-11-1 " + ME + " reduce-only: manifest_drift",
            "03-11 refused BUY OTHER: strategy_halted",
            "03-11 REFUSED BUY OTHER",
            "03-12 trouble manifest_drift " + ME + ": runs 1a, files say 2b",
            "03-12 sold 20 ACME at 100",
            "03-13 trouble manifest_drift " + ME + ": runs 1a, files say 2b");
    assertThat(sessions).hasValue(5);
  }

  @Test
  void aRuleThatFailsKeepsItsSiblingFromNothing() {
    Script broken = new Script().buy("2024-03-07", "NOWHERE", 0.2);
    Play play = play(calm(), broken).beside(new Script().buy("2024-03-07", "ACME", 0.2));

    List<Event> events = play.events();

    assertThat(Play.story(events))
        .contains("03-08 bought 20 ACME at 100")
        .noneMatch(line -> line.contains("HALTED"))
        .filteredOn(line -> line.contains("trouble"))
        .singleElement()
        .asString()
        .startsWith("03-07 trouble runtime_errors " + ME + ": java.lang.IllegalStateException");
    assertThat(rulesOf(events)).contains(ME + " evaluation_failed 2024-03-07");
    assertThat(rulesOf(events)).hasSize(10);
  }

  @Test
  void aRuleThatFailsThreeTimesIsHaltedAlone() {
    Script broken =
        new Script()
            .buy("2024-03-07", "NOWHERE", 0.2)
            .buy("2024-03-11", "NOWHERE", 0.2)
            .buy("2024-03-12", "NOWHERE", 0.2);
    Play play = play(calm(), broken).beside(new Script().buy("2024-03-12", "ACME", 0.2));

    List<String> story = play.story();

    assertThat(story)
        .filteredOn(line -> line.contains("HALTED"))
        .containsExactly("03-12 HALTED 2024-03-12-1 " + ME + " halt: runtime_errors");
    assertThat(story).contains("03-13 bought 20 ACME at 100");
  }

  @Test
  void whereThePastIsPlayedAFailingRuleEndsTheRun() {
    Play past =
        new Play(calm(), new Script().buy("2024-03-07", "NOWHERE", 0.2)).limited(Policies.roomy());

    assertThatThrownBy(past::story).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anAccountThatCannotBeValuedEntersNothingAndGetsOut() {
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.2)
            .buy("2024-03-07", "OTHER", 0.2)
            .buy("2024-03-08", "THIRD", 0.2)
            .sell("2024-03-08", "OTHER");
    TinyMarket market = calm().bars("THIRD", "10/10 10/10 10/10 10/10 10/10");

    assertThat(play(market, script).market(blind("ACME", "2024-03-11")).story())
        .filteredOn(line -> line.startsWith("03-11"))
        .containsExactly(
            "03-11 trouble valuation_impossible account: ACME has no price, so that 20 shares of "
                + ME
                + " cannot be valued: its bars have to be brought in",
            "03-11 sold 100 OTHER at 20",
            "03-11 EXPIRED BUY THIRD",
            "03-11 trouble runtime_errors "
                + ME
                + ": java.lang.IllegalArgumentException: ACME has no mark, so 20 shares cannot be"
                + " valued");
  }

  @Test
  void anAccountThatCannotBeValuedInThreeSessionsRunningIsHalted() {
    assertThat(
            halts(
                play(calm(), buying())
                    .market(blind("ACME", "2024-03-11", "2024-03-12", "2024-03-13"))))
        .contains("03-13 HALTED 2024-03-13-1 account halt: valuation_impossible");
    assertThat(halts(play(calm(), buying()).market(blind("ACME", "2024-03-11", "2024-03-12"))))
        .isEmpty();
  }

  /// A fifth of the book in ACME.
  private static Script buying() {
    return new Script().buy("2024-03-07", "ACME", 0.2);
  }

  private static Play play(TinyMarket market, Script script) {
    return new Play(market, script).limited(Policies.roomy()).watched();
  }

  private static TinyMarket calm() {
    return TinyMarket.of("2024-03-07", "2024-03-13")
        .bars("ACME", "100/100 100/100 100/100 100/100 100/100")
        .bars("OTHER", "20/20 20/20 20/20 20/20 20/20");
  }

  private static TinyMarket holed(String words) {
    return TinyMarket.of("2024-03-07", "2024-03-14")
        .bars("ACME", words)
        .bars("OTHER", "20/20 20/20 20/20 20/20 20/20 20/20");
  }

  private static List<String> halts(Play play) {
    return play.story().stream().filter(line -> line.contains("HALTED")).toList();
  }

  /// What the first halt says.
  private static String says(Play play) {
    return play.events().stream()
        .map(Event::fact)
        .filter(RiskFact.HaltTripped.class::isInstance)
        .map(fact -> ((RiskFact.HaltTripped) fact).says())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rulesOf(List<Event> events) {
    return events.stream()
        .map(Event::fact)
        .filter(Fact.StrategyEvaluated.class::isInstance)
        .map(Fact.StrategyEvaluated.class::cast)
        .map(fact -> fact.strategy() + " " + fact.rule() + " " + fact.session())
        .toList();
  }

  private static UnaryOperator<Market> blind(String symbol, String... dates) {
    Set<LocalDate> days = new TreeSet<>();
    for (String date : dates) {
      days.add(LocalDate.parse(date));
    }
    return real -> new BlindMarket(real, Symbol.of(symbol), days);
  }

  /// In the first `sessions` sessions the broker has five dollars more than the books.
  private static UnaryOperator<Brokerage> richer(int sessions) {
    AtomicInteger begun = new AtomicInteger();
    return real ->
        new Relay(real) {
          @Override
          public AccountSnapshot account() {
            AccountSnapshot told = super.account();
            // twice a session while they differ: as it begins, and before it is worked
            return begun.getAndIncrement() < 2 * sessions
                ? new AccountSnapshot(
                    told.accountId(), told.kind(), told.cash().plus(Money.of(5)), told.positions())
                : told;
          }
        };
  }

  /// Of the questions for the account those from `first` up to `last` are not answered.
  private static UnaryOperator<Brokerage> silentFrom(int first, int last) {
    AtomicInteger asked = new AtomicInteger();
    return real ->
        new Relay(real) {
          @Override
          public AccountSnapshot account() {
            int number = asked.incrementAndGet();
            if (number >= first && number <= last) {
              throw new BrokerUnavailableException("gone");
            }
            return super.account();
          }
        };
  }

  /// The answer to an order is lost, and the first `times` questions for it are not answered.
  private static UnaryOperator<Brokerage> forgetful(int times) {
    AtomicInteger asked = new AtomicInteger();
    return real ->
        new Relay(real) {
          @Override
          public OrderReport submit(ApprovedOrder order) {
            OrderReport _ = super.submit(order);
            throw new BrokerUnavailableException("no answer");
          }

          @Override
          public Optional<OrderReport> find(ClientOrderId order) {
            if (asked.incrementAndGet() <= times) {
              throw new BrokerUnavailableException("no answer");
            }
            return super.find(order);
          }
        };
  }
}
