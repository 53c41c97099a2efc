package milodex.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import milodex.Play;
import milodex.Policies;
import milodex.Script;
import milodex.TinyMarket;
import milodex.Whim;
import milodex.backtest.BacktestPlan;
import milodex.backtest.RunResult;
import milodex.backtest.TinyRuns;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.promotion.Policy;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Status;
import milodex.risk.RiskPolicy;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// Every condition of evidence is seen to veto, and to let pass.
class EvidenceConditionsTest {

  private static final TinyMarket MARKET =
      TinyMarket.of("2024-03-04", "2024-04-30")
          .bars("AAA", String.join(" ", Collections.nCopies(41, "100/101")));

  private static final Sensitivity FLAT =
      new Sensitivity(Figure.of(1), List.of(cell(0.9), cell(0.8)));

  @Test
  void aRunAsItShouldBeMeetsWhatItCanMeet() {
    Map<String, Requirement> found = found(run(4, "0.001", Policies.roomy()), "it reverts", FLAT);

    assertThat(found)
        .hasEntrySatisfying("proofs", EvidenceConditionsTest::passes)
        .hasEntrySatisfying("hypothesis", EvidenceConditionsTest::passes)
        .hasEntrySatisfying("windows", EvidenceConditionsTest::passes)
        .hasEntrySatisfying("costs", EvidenceConditionsTest::passes)
        .hasEntrySatisfying("limits", EvidenceConditionsTest::passes)
        .hasEntrySatisfying("plateau", EvidenceConditionsTest::passes)
        .hasEntrySatisfying("kill switch", EvidenceConditionsTest::passes);
  }

  @Test
  void eachConditionThatIsNotMetIsFailedByName() {
    assertThat(found(run(3, "0.001", Policies.roomy()), "it reverts", FLAT))
        .hasEntrySatisfying("windows", EvidenceConditionsTest::fails)
        .hasEntrySatisfying("proof depth", EvidenceConditionsTest::fails);
    assertThat(found(run(4, "0", Policies.roomy()), " ", FLAT))
        .hasEntrySatisfying("costs", EvidenceConditionsTest::fails)
        .hasEntrySatisfying("hypothesis", EvidenceConditionsTest::fails);
    assertThat(found(run(4, "0.001", RiskPolicy.unlimitedOf(Policies.roomy())), "it reverts", FLAT))
        .hasEntrySatisfying("limits", EvidenceConditionsTest::fails);
    assertThat(found(run(4, "0.001", Policies.roomy()), "it reverts", peak()))
        .hasEntrySatisfying("plateau", EvidenceConditionsTest::fails);
  }

  @Test
  void aLossThatWouldHaveTrippedTheKillSwitchCapsIt() {
    assertThat(ofFall("97/97"))
        .hasEntrySatisfying("kill switch", EvidenceConditionsTest::passes)
        .extractingByKey("kill switch")
        .returns("0 times", Requirement::actual);
    assertThat(ofFall("96.9/96.9"))
        .hasEntrySatisfying("kill switch", EvidenceConditionsTest::fails)
        .extractingByKey("kill switch")
        .returns("1 time", Requirement::actual);
  }

  @Test
  void moreThanATenthOfTheEntriesMadeSmallerByALimitCapsIt() {
    assertThat(trimmingOneEntryOf(10))
        .hasEntrySatisfying("entries trimmed", EvidenceConditionsTest::passes)
        .extractingByKey("entries trimmed")
        .returns("10 %", Requirement::actual);
    assertThat(trimmingOneEntryOf(9))
        .hasEntrySatisfying("entries trimmed", EvidenceConditionsTest::fails)
        .extractingByKey("entries trimmed")
        .returns("11 %", Requirement::actual);
  }

  @Test
  void anEntryThatIsStillHeldCountsAsTrimmedToo() {
    assertThat(trimmingOneEntryOf(1))
        .hasEntrySatisfying("entries trimmed", EvidenceConditionsTest::fails)
        .extractingByKey("entries trimmed")
        .returns("100 %", Requirement::actual);
  }

  @Test
  void aUniverseChosenWithHindsightOrOnlyLaterWithoutItCapsIt() {
    LocalDate first = run(4, "0.001", Policies.roomy()).curve().date(0);

    assertThat(found(new Play(MARKET, new Whim(1))))
        .hasEntrySatisfying("no hindsight", EvidenceConditionsTest::fails)
        .extractingByKey("no hindsight")
        .returns("chosen with hindsight", Requirement::actual);
    assertThat(found(new Play(MARKET, new Whim(1)).chosenAsOf(first.plusDays(1))))
        .hasEntrySatisfying("no hindsight", EvidenceConditionsTest::fails)
        .extractingByKey("no hindsight")
        .returns("without hindsight from " + first.plusDays(1), Requirement::actual);
    assertThat(found(new Play(MARKET, new Whim(1)).chosenAsOf(first)))
        .hasEntrySatisfying("no hindsight", EvidenceConditionsTest::passes);
  }

  @Test
  void aRuleWithoutNumbersHasLuckStandInForItsPlateau() {
    Sensitivity none = new Sensitivity(Figure.of(1), List.of());
    assertThat(found(run(4, "0.001", Policies.roomy()), "it reverts", none).get("plateau"))
        .extracting(Requirement::status)
        .isInstanceOf(Status.NotApplicable.class);
  }

  /// All of the account is in a share that closes at 100 and then at `bar`.
  private static Map<String, Requirement> ofFall(String bar) {
    TinyMarket market =
        TinyMarket.of("2024-03-07", "2024-03-13")
            .bars("AAA", "100/100 100/100 " + bar + " 97/97 97/97");
    return found(market, new Script().buy("2024-03-07", "AAA", 1), "0");
  }

  /// One entry in a thin share, which is cut to a hundredth of its volume and held, and round trips
  /// in another share that nothing cuts.
  private static Map<String, Requirement> trimmingOneEntryOf(int entries) {
    TinyMarket market =
        TinyMarket.of("2024-03-04", "2024-04-30")
            .bars("AAA", String.join(" ", Collections.nCopies(41, "50/50")))
            .bars("THIN", 2, 1_000, String.join(" ", Collections.nCopies(41, "20/20")));
    Script script = new Script().buy("2024-03-04", "THIN", 0.1);
    for (int i = 0; i < entries - 1; i++) {
      script.buy(session(market, 2 * i), "AAA", 0.1).sell(session(market, 2 * i + 1), "AAA");
    }
    return found(market, script, "0.001");
  }

  private static String session(TinyMarket market, int i) {
    return market.sessions().get(market.begin() + i).date().toString();
  }

  private static Map<String, Requirement> found(TinyMarket market, Script script, String slippage) {
    BacktestPlan plan = TinyRuns.plan(market, script);
    Costs costs = Costs.slippage(Fraction.parse(slippage));
    return found(TinyRuns.run(TinyRuns.costing(costs, plan), market), "it reverts", FLAT);
  }

  private static Map<String, Requirement> found(Play play) {
    BacktestPlan plan = TinyRuns.windows(4, TinyRuns.plan(play.strategy(), MARKET));
    return found(TinyRuns.run(plan, MARKET), "it reverts", FLAT);
  }

  private static Sensitivity peak() {
    return new Sensitivity(Figure.of(1), List.of(cell(0.1), cell(-0.2), cell(0.3)));
  }

  private static Sensitivity.Cell cell(double sharpe) {
    return new Sensitivity.Cell("n", "1", "2", Figure.of(sharpe));
  }

  private static RunResult run(int windows, String slippage, RiskPolicy policy) {
    BacktestPlan plan = TinyRuns.windows(windows, TinyRuns.plan(MARKET, new Whim(1)));
    Costs costs = Costs.slippage(Fraction.parse(slippage));
    return TinyRuns.run(TinyRuns.under(policy, TinyRuns.costing(costs, plan)), MARKET);
  }

  private static Map<String, Requirement> found(
      RunResult run, String hypothesis, Sensitivity sensitivity) {
    return new EvidenceConditions(
            run, hypothesis, sensitivity, new HoldoutResult.Unopened("sealed"))
        .requirements(Policy.CURRENT).stream()
            .collect(Collectors.toMap(Requirement::title, Function.identity()));
  }

  private static void passes(Requirement requirement) {
    assertThat(requirement.status()).as(requirement.title()).isInstanceOf(Status.Pass.class);
  }

  private static void fails(Requirement requirement) {
    assertThat(requirement.status()).as(requirement.title()).isInstanceOf(Status.Fail.class);
  }
}
