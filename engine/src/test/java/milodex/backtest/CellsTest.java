package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import milodex.Play;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.execution.ActiveStrategy;
import milodex.strategy.ParameterValues;
import milodex.strategy.templates.IbsLowclose;
import org.junit.jupiter.api.Test;

/// Cells that never differ in a wish are one run, and each comes to what it would come to alone.
class CellsTest {

  @Test
  void everyCellComesToWhatItComesToAlone() {
    Seeds.forEachSeed(
        8,
        seed -> {
          List<Preparation.Ready> grid =
              grid(RandomMarket.of(Seeds.random(seed)), seed % 2 == 0 ? 2 : 0);
          Collections.shuffle(grid, new Random(seed));
          Cells cells = new Cells();
          for (Preparation.Ready ready : grid) {
            assertThat(cells.compute(ready)).isEqualTo(Backtest.cell(ready));
          }
          assertThat(cells.runs()).isBetween(2, grid.size() / 2);
        });
  }

  @Test
  void cellsOfOtherBarsOrCostsAreRunsOfTheirOwn() {
    TinyMarket market = RandomMarket.of(Seeds.random(1));
    Cells cells = new Cells();
    cells.compute(ready(market, 0, "0.5", 4));
    cells.compute(ready(market, 2, "0.5", 4));
    cells.compute(ready(RandomMarket.of(Seeds.random(2)), 0, "0.5", 4));
    assertThat(cells.runs()).isEqualTo(3);
  }

  private static List<Preparation.Ready> grid(TinyMarket market, int windows) {
    List<Preparation.Ready> grid = new ArrayList<>();
    for (String threshold : List.of("0.3", "0.301", "0.6")) {
      for (int days : new int[] {1, 3, 40, 41, 42, 43, 44}) {
        grid.add(ready(market, windows, threshold, days));
      }
    }
    return grid;
  }

  private static Preparation.Ready ready(
      TinyMarket market, int windows, String threshold, int days) {
    ParameterValues values =
        ParameterValues.standard(new IbsLowclose())
            .with("ma_filter_length", "2")
            .with("ibs_entry_threshold", threshold)
            .with("max_hold_days", Integer.toString(days));
    IbsLowclose rule = new IbsLowclose().with(values);
    ActiveStrategy played = new Play(market, rule).strategy();
    ActiveStrategy strategy =
        new ActiveStrategy(
            played.id(), rule, values, played.universe(), played.limits(), played.standing());
    return TinyRuns.ready(
        TinyRuns.windows(windows, TinyRuns.plan(strategy, market)), TinyRuns.store(market));
  }
}
