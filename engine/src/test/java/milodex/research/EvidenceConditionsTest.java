package milodex.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import milodex.Policies;
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
  void aRuleWithoutNumbersHasLuckStandInForItsPlateau() {
    Sensitivity none = new Sensitivity(Figure.of(1), List.of());
    assertThat(found(run(4, "0.001", Policies.roomy()), "it reverts", none).get("plateau"))
        .extracting(Requirement::status)
        .isInstanceOf(Status.NotApplicable.class);
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
