package milodex.analytics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MetricsTest {

  /// Daily returns 1 %, −2 %, 3 %, 0, 1 %: mean 0.006, sample deviation 0.0181659.
  private static final EquityCurve WEEK =
      Curves.of(100, 101, 98.98, 101.9494, 101.9494, 102.968894);

  @Test
  void aWeekGivesTheNumbersAHandComputes() {
    Metrics metrics = Metrics.of(WEEK, List.of());

    assertThat(metrics.sessions()).isEqualTo(5);
    assertClose(metrics.totalReturn(), 0.02968894);
    assertClose(metrics.volatility(), 0.28837475617675);
    assertClose(metrics.sharpe(), 5.243177385031818);
    assertClose(metrics.sortino(), 10.648943609579309);
    assertThat(metrics.drawdown().depth()).isCloseTo(0.02, within(1e-12));
    assertClose(metrics.calmar(), value(metrics.cagr()) / 0.02);
  }

  @Test
  void growthIsAnnualisedByCalendarTime() {
    int first = (int) LocalDate.of(2022, 12, 31).toEpochDay();
    int[] yearApart = {first, first + 365};
    EquityCurve curve =
        new EquityCurve(yearApart, new double[] {100, 110, 121}, new double[2], new double[2]);

    assertClose(Metrics.of(curve, List.of()).cagr(), Math.pow(1.21, 365.25 / 365) - 1);
  }

  @Test
  void exposureAndTurnoverAreSharesOfTheEquityOfTheirSession() {
    EquityCurve curve =
        new EquityCurve(
            new int[] {10, 11, 12, 13},
            new double[] {100, 100, 200, 200, 200},
            new double[] {50, 100, 0, 0},
            new double[] {50, 0, 200, 0});
    Metrics metrics = Metrics.of(curve, List.of());

    assertClose(metrics.exposure(), (0.5 + 0.5) / 4);
    assertClose(metrics.turnover(), (0.25 + 0.5) / 4 * 252);
  }

  @Test
  void whatCannotBeSaidIsUndefinedWithItsReason() {
    Metrics flat = Metrics.of(Curves.of(100, 100, 100, 100), List.of());
    Metrics brief = Metrics.of(Curves.of(100, 101), List.of());
    Metrics nothing = Metrics.of(Curves.of(100), List.of());

    assertUndefined(flat.sharpe(), "the returns do not vary");
    assertUndefined(flat.sortino(), "no session lost");
    assertUndefined(flat.calmar(), "no drawdown");
    assertClose(flat.volatility(), 0);
    assertUndefined(brief.sharpe(), "fewer than two sessions");
    assertUndefined(brief.sortino(), "fewer than two sessions");
    assertUndefined(brief.cagr(), "fewer than two sessions");
    assertUndefined(brief.volatility(), "fewer than two sessions");
    assertClose(brief.totalReturn(), 0.01);
    assertUndefined(nothing.totalReturn(), "no sessions");
    assertUndefined(nothing.exposure(), "no sessions");
    assertUndefined(nothing.turnover(), "no sessions");
  }

  @Test
  void aSteadyGainHasNoSharpeHoweverItsReturnsAreRounded() {
    double[] equity = new double[300];
    for (int i = 0; i < equity.length; i++) {
      equity[i] = 100_000 * Math.pow(1.001, i);
    }

    assertUndefined(Metrics.of(Curves.of(equity), List.of()).sharpe(), "the returns do not vary");
  }

  @Test
  void growthThatOverflowsAYearIsUndefined() {
    assertUndefined(
        Metrics.of(Curves.of(1, 10, 100), List.of()).cagr(), "too short a time to annualise");
  }

  @Test
  void noRatioDependsOnTheSizeOfTheAccount() {
    for (long seed = 1; seed <= 50; seed++) {
      Metrics small = Metrics.of(Curves.walk(seed, 100, Curves.START, 1), List.of());
      Metrics large = Metrics.of(Curves.walk(seed, 100, Curves.START, 1e9), List.of());

      assertClose(large.sharpe(), value(small.sharpe()));
      assertClose(large.sortino(), value(small.sortino()));
      assertClose(large.cagr(), value(small.cagr()));
      assertClose(large.calmar(), value(small.calmar()));
    }
  }

  @Test
  void theSharpeOfTheReferenceSeriesIsThatOfTheReference() throws IOException {
    Path file = sharedData().resolve("stats-data").resolve("returns_daily_a.csv");
    Assumptions.assumeTrue(Files.exists(file), "the shared reference series are not here");
    double[] returns =
        Files.readAllLines(file).stream().skip(1).mapToDouble(Double::parseDouble).toArray();

    assertThat(returns).hasSize(500);
    assertThat(Returns.deviation(returns)).isCloseTo(0.008549723, within(1e-9));
    assertThat(value(Returns.sharpe(returns))).isCloseTo(0.451778969, within(1e-9));
  }

  private static Path sharedData() {
    String named = System.getenv("MILODEX_SHARED");
    if (named != null) {
      return Path.of(named);
    }
    Path module = Path.of("").toAbsolutePath();
    return Stream.iterate(module, up -> up != null, Path::getParent)
        .map(up -> up.resolveSibling("shared"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(module.resolve("shared"));
  }
}
