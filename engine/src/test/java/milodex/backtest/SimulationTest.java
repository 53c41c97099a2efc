package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.Play;
import milodex.Policies;
import milodex.Script;
import milodex.TinyMarket;
import milodex.analytics.BenchmarkComparison;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.ManifestHash;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static TinyMarket week(String words) {
    return TinyMarket.of("2024-03-07", "2024-03-14").bars("ACME", words);
  }

  @Test
  void whatIsOpenAtTheEndIsMarkedWithTheCostOfSellingItAndIsNoTrade() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 60/60");
    RunResult result =
        TinyRuns.run(TinyRuns.plan(market, new Script().buy("2024-03-07", "ACME", 0.5)), market);

    WindowResult window = result.windows().getFirst();
    assertThat(story(result))
        .containsExactly("03-07 wants BUY ACME", "03-08 bought 99 ACME at 50.05");
    assertThat(window.closed()).isEmpty();
    assertThat(window.parts())
        .isEqualTo(
            new WindowResult.Parts(
                Money.of(10_000),
                Money.ZERO,
                Money.ZERO,
                Money.parse("985.05"),
                Money.ZERO,
                Money.parse("5.94"),
                Money.parse("10979.11")));
    assertThat(result.curve().equity())
        .containsExactly(10_000, 10_000, 9_995.05, 9_995.05, 9_995.05, 9_995.05, 10_979.11);
    assertThat(result.curve().invested()).containsExactly(0, 4_950, 4_950, 4_950, 4_950, 5_940);
    assertThat(result.curve().traded()).containsExactly(0, 4_954.95, 0, 0, 0, 0);
  }

  @Test
  void theCostOfSellingCountsSlippageAndCommission() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 60/60");
    BacktestPlan plan = TinyRuns.plan(market, new Script().buy("2024-03-07", "ACME", 0.5));
    Costs costs = new Costs(Fraction.parse("0.001"), Money.of(7), Fraction.ZERO, Money.ZERO);
    WindowResult window = TinyRuns.run(TinyRuns.costing(costs, plan), market).windows().getFirst();

    assertThat(window.parts().exitCosts()).isEqualTo(Money.parse("12.94"));
    assertThat(window.parts().fees()).isEqualTo(Money.of(7));
  }

  @Test
  void eachWindowCountsItsOwnRefusals() {
    TinyMarket market = week("50/50 50/50 50/50 55/55 55/55 50/50");
    Script script = new Script().buy("2024-03-11", "ACME", 0.5).buy("2024-03-13", "ACME", 0.5);
    RunResult result = TinyRuns.run(TinyRuns.windows(2, TinyRuns.plan(market, script)), market);

    assertThat(result.windows())
        .extracting(window -> window.refusals() + " " + window.expired())
        .containsExactly(
            "{gap_since_decision=1} {REFUSED=1}", "{gap_since_decision=1} {REFUSED=1}");
  }

  @Test
  void aWindowStartsFlatAndForgetsTheWishesOfTheOneBefore() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 50/50");
    Script script = new Script().buy("2024-03-11", "ACME", 0.5).buy("2024-03-12", "ACME", 0.5);
    RunResult result = TinyRuns.run(TinyRuns.windows(2, TinyRuns.plan(market, script)), market);

    assertThat(result.windows())
        .extracting(window -> window.opened().from() + " " + window.opened().to())
        .containsExactly("2024-03-11 2024-03-12", "2024-03-13 2024-03-14");
    assertThat(story(result))
        .containsExactly(
            "03-11 wants BUY ACME", "03-12 bought 99 ACME at 50.05", "03-12 wants BUY ACME");
    assertThat(result.windows().get(1).parts().end()).isEqualTo(Money.of(10_000));
    assertThat(result.outOfSample()).isPresent();
    assertThat(result.curve().sessions()).isEqualTo(4);
    assertThat(result.windows().get(0).opened().label()).isEqualTo("OOS window 1");
  }

  @Test
  void theStitchedReturnIsThatOfTheWindowsCompounded() {
    TinyMarket market = week("50/50 50/50 50/50 50/60 60/60 60/75");
    Script script = new Script().buy("2024-03-11", "ACME", 0.5).buy("2024-03-13", "ACME", 0.5);
    RunResult result = TinyRuns.run(TinyRuns.windows(2, TinyRuns.plan(market, script)), market);

    double first = result.windows().get(0).parts().end().toDouble() / 10_000;
    double second = result.windows().get(1).parts().end().toDouble() / 10_000;
    assertThat(first).isGreaterThan(1.09);
    assertThat(second).isGreaterThan(1.12);
    assertThat(result.metrics().totalReturn())
        .isInstanceOfSatisfying(
            Figure.Known.class,
            known -> assertThat(known.value()).isCloseTo(first * second - 1, within(1e-12)));
  }

  @Test
  void theAccountIsSoLargeThatTheStrategyHasItsAllocationOfIt() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 50/50");
    BacktestPlan plan = TinyRuns.plan(market, new Script());

    assertThat(opened(TinyRuns.under(RiskPolicy.standard(), plan), market).idleCash())
        .isEqualTo(Money.of(115_000));
    assertThat(opened(plan, market).idleCash()).isEqualTo(Money.ZERO);
  }

  @Test
  void refusalsTrimsAndWishesGivenUpAreCounted() {
    TinyMarket market =
        week("50/50 55/55 50/50 50/50 50/50 50/50")
            .bars("THIN", 9, 1_000, "20/20 20/20 20/20 20/20 20/20 20/20")
            .bars("HOLED", "10/10 - 10/10 10/10 10/10 10/10");
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.1)
            .buy("2024-03-07", "THIN", 0.1)
            .buy("2024-03-07", "HOLED", 0.1);
    WindowResult window = TinyRuns.run(TinyRuns.plan(market, script), market).windows().getFirst();

    assertThat(window.refusals()).containsOnly(Map.entry("gap_since_decision", 1));
    assertThat(window.entries()).isEqualTo(1);
    assertThat(window.trims()).isEqualTo(1);
    assertThat(window.expired()).containsOnly(Map.entry("REFUSED", 1), Map.entry("EXPIRED", 1));
  }

  @Test
  void progressIsToldAfterEverySessionOfAllWindowsAndEveryStepOfTheProofs() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 50/50");
    BacktestPlan plan = TinyRuns.windows(2, TinyRuns.plan(market, new Script()));
    List<String> told = new ArrayList<>();

    Backtest.run(
        TinyRuns.ready(plan, TinyRuns.store(market)), (done, of) -> told.add(done + "/" + of));

    assertThat(told).hasSize(12).startsWith("1/12", "2/12", "3/12", "4/12").endsWith("12/12");
  }

  @Test
  void aFrozenStrategyRunsToTheSameBytesAsItsDraft() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 50/50");
    ActiveStrategy draft = new Play(market, new Script().buy("2024-03-07", "ACME", 0.5)).strategy();
    Optional<ManifestHash> manifest = Optional.of(new ManifestHash("a".repeat(64)));
    ActiveStrategy frozen =
        new ActiveStrategy(
            draft.id(),
            draft.template(),
            draft.parameters(),
            draft.universe(),
            draft.limits(),
            new Circumstances.Standing("paper", manifest, manifest, List.of("halted elsewhere")));

    RunResult one = TinyRuns.run(TinyRuns.plan(draft, market), market);
    RunResult other = TinyRuns.run(TinyRuns.plan(frozen, market), market);

    assertThat(other.ready().inputs().id()).isEqualTo(one.ready().inputs().id());
    assertThat(other.ledger().head()).isEqualTo(one.ledger().head());
    assertThat(story(other)).contains("03-08 bought 99 ACME at 50.05");
  }

  @Test
  void theBenchmarkIsComparedOverTheSessionsOfTheRun() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 50/50");
    ActiveStrategy strategy = new Play(market, new Script()).strategy();
    market.bars("INDEX", "100/100 100/110 110/110 110/110 110/110 110/121");
    BacktestPlan plan = TinyRuns.plan(strategy, market);

    assertThat(
            TinyRuns.run(TinyRuns.against("INDEX", plan), market)
                .benchmark()
                .orElseThrow()
                .benchmarkReturn())
        .isInstanceOfSatisfying(
            Figure.Known.class, known -> assertThat(known.value()).isCloseTo(0.21, within(1e-12)));
  }

  @Test
  void aBenchmarkWithoutItsBarsIsUndefinedAndSaysWhy() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 50/50");
    ActiveStrategy strategy = new Play(market, new Script()).strategy();
    market.bars("HOLED", "100/100 - 110/110 110/110 110/110 110/121");
    BacktestPlan plan = TinyRuns.plan(strategy, market);

    assertThat(TinyRuns.run(TinyRuns.against("NOBODY", plan), market).benchmark())
        .contains(BenchmarkComparison.undefined("no bar of NOBODY is stored for these sessions"));
    assertThat(TinyRuns.run(TinyRuns.against("HOLED", plan), market).benchmark())
        .contains(
            BenchmarkComparison.undefined(
                "HOLED has bars for 5 of 6 sessions, and needs one before them"));
    assertThat(TinyRuns.run(plan, market).benchmark()).isEmpty();
  }

  @Test
  void withoutLimitsTheWholeAccountIsTheStrategys() {
    TinyMarket market = week("50/50 50/50 50/50 50/50 50/50 50/50");
    BacktestPlan plan =
        TinyRuns.under(
            RiskPolicy.unlimitedOf(Policies.roomy()),
            TinyRuns.plan(market, new Script().buy("2024-03-07", "ACME", 1)));

    assertThat(story(TinyRuns.run(plan, market))).contains("03-08 bought 199 ACME at 50.05");
  }

  private static Fact.BooksOpened opened(BacktestPlan plan, TinyMarket market) {
    return TinyRuns.run(plan, market).windows().getFirst().opened();
  }

  private static List<String> story(RunResult result) {
    List<Event> events = new ArrayList<>();
    result.ledger().replay(events::add);
    return Play.story(events);
  }
}
