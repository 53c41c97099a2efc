package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.Whim;
import milodex.ledger.CanonicalJson;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import org.junit.jupiter.api.Test;

/// A cell of a sweep is the run it names, and says that it is not proved.
class CellTest {

  @Test
  void theSummaryOfACellIsThatOfItsBacktestButForTheProofs() {
    Seeds.forEachSeed(
        12,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          BacktestPlan plan = TinyRuns.windows(seed % 2 == 0 ? 3 : 0, plan(market, seed));
          Preparation.Ready ready = TinyRuns.ready(plan, TinyRuns.store(market));
          String run = RunSummary.of(Backtest.run(ready, (_, _) -> {})).canonical();

          assertThat(without("not_proved", Backtest.cell(ready).summary()))
              .isEqualTo(without("proofs", run));
          assertThat(run).contains("\"trades\"");
        });
  }

  @Test
  void aCellSaysThatItIsNotProved() {
    TinyMarket market = RandomMarket.of(Seeds.random(1));
    RunSummary cell =
        RunSummary.parse(
            Backtest.cell(TinyRuns.ready(plan(market, 1), TinyRuns.store(market))).summary());

    assertThat(cell.notProved()).contains("a cell of a sweep; run `backtest` for proofs");
    assertThat(cell.proofs()).isEmpty();
    assertThat(cell.isInvalid()).isFalse();
    assertThat(cell.isFullyProved()).isFalse();
    assertThat(cell.label(1)).startsWith("NOT PROVED");
  }

  private static String without(String key, String summary) {
    Map<String, Object> tree = new TreeMap<>();
    ((Map<?, ?>) CanonicalJson.parse(summary))
        .forEach((name, value) -> tree.put(name.toString(), value));
    assertThat(tree.remove(key)).isNotNull();
    return CanonicalJson.write(tree);
  }

  private static BacktestPlan plan(TinyMarket market, long seed) {
    BacktestPlan plan = TinyRuns.plan(market, new Whim(seed));
    return new BacktestPlan(
        plan.strategy(),
        plan.from(),
        plan.to(),
        0,
        Money.of(50_000),
        new Costs(
            Fraction.parse("0.0007"), Money.ZERO, Fraction.parse("0.0003"), Money.parse("0.35")),
        plan.policy(),
        plan.benchmark());
  }
}
