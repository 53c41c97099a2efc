package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import milodex.TinyMarket;
import milodex.Whim;
import milodex.analytics.EquityCurve;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// When a run earned what it earned, and how much money could have.
class BreakdownTest {

  private static final TinyMarket MARKET =
      TinyMarket.of("2024-03-04", "2024-04-30")
          .bars("AAA", String.join(" ", Collections.nCopies(41, "100/101")))
          .bars("IDX", String.join(" ", Collections.nCopies(41, "50/51")));

  @Test
  void theYearsAddUpAndAFewSessionsAreFlagged() {
    EquityCurve curve = curve("2022-12-29", 100, 110, 99, 108.9, 119.79);
    Breakdown years = Breakdown.byYear(curve);

    assertThat(years.parts()).extracting(Breakdown.Part::name).containsExactly("2022", "2023");
    assertThat(years.parts()).extracting(Breakdown.Part::sessions).containsExactly(3, 1);
    assertThat(years.parts()).allMatch(Breakdown.Part::isThin);
    assertThat(years.parts().getFirst().sum()).isEqualTo(0.1, within(1e-12));
    assertThat(years.parts().getLast().sharpe()).isInstanceOf(Figure.Undefined.class);
    assertThat(known(years.parts().getLast().share())).isEqualTo(0.5, within(1e-9));
    assertThat(known(years.withoutBest())).isEqualTo(0.1, within(1e-9));
  }

  @Test
  void oneYearHasNothingLeftWithoutItAndNothingWonHasNoShares() {
    Breakdown year = Breakdown.byYear(curve("2023-05-01", 100, 99, 98));

    assertThat(year.withoutBest()).isEqualTo(Figure.undefined("no other regime was seen"));
    assertThat(year.parts().getFirst().share()).isInstanceOf(Figure.Undefined.class);
  }

  @Test
  void theRegimesAreThoseOfTheBenchmarkAndNamedEvenIfUnseen() {
    Breakdown regimes =
        Breakdown.byRegime(run(TinyRuns.against("IDX", TinyRuns.plan(MARKET, new Whim(1)))));

    assertThat(regimes.parts())
        .extracting(Breakdown.Part::name)
        .startsWith("IDX above its average", "IDX not above it");
    assertThat(regimes.parts().stream().mapToInt(Breakdown.Part::sessions).sum()).isEqualTo(41);
    assertThat(regimes.parts().getFirst().sessions()).isGreaterThan(30);
  }

  @Test
  void withoutABenchmarkThereAreNoRegimes() {
    Breakdown none = Breakdown.byRegime(run(TinyRuns.plan(MARKET, new Whim(1))));

    assertThat(none)
        .isEqualTo(new Breakdown(List.of(), Figure.undefined("the run has no benchmark")));
  }

  private static RunResult run(BacktestPlan plan) {
    return TinyRuns.run(plan, MARKET);
  }

  /// Over the sessions from `first` on, but for weekends.
  private static EquityCurve curve(String first, double... equity) {
    int n = equity.length - 1;
    int[] session = new int[n];
    LocalDate date = LocalDate.parse(first);
    for (int i = 0; i < n; i++) {
      session[i] = Math.toIntExact(date.toEpochDay()) + i;
    }
    return new EquityCurve(session, equity, new double[n], new double[n]);
  }

  private static double known(Figure figure) {
    assertThat(figure).isInstanceOf(Figure.Known.class);
    return figure instanceof Figure.Known(double value) ? value : 0;
  }
}
