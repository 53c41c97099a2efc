package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import milodex.TinyMarket;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.backtest.Benchmark.Regime;
import milodex.market.Symbol;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// The calm before the story sways around 100.
class BenchmarkTest {

  private static final Symbol INDEX = Symbol.of("INDEX");
  private static final LocalDate MONDAY = LocalDate.parse("2024-03-11");
  private static final LocalDate TUESDAY = LocalDate.parse("2024-03-12");

  @Test
  void aRunIsComparedWithWhatIsStoredNow() {
    TinyMarket market = market("100/100 100/110 110/110 110/121");
    BenchmarkComparison beside = read(market).compare(curve(market, 4));

    assertThat(beside.benchmarkReturn())
        .isInstanceOfSatisfying(
            Figure.Known.class, known -> assertThat(known.value()).isBetween(0.2099999, 0.2100001));
    assertThat(beside.beta()).isInstanceOf(Figure.Known.class);
  }

  @Test
  void aMissingBarMakesTheComparisonUndefined() {
    TinyMarket market = market("100/100 - 110/110 110/121");

    assertThat(read(market).compare(curve(market, 4)))
        .isEqualTo(
            BenchmarkComparison.undefined(
                "INDEX has bars for 3 of 4 sessions, and needs one before them"));
    assertThat(
            Benchmark.read(TinyRuns.store(market), Symbol.of("NOBODY"), curve(market, 4))
                .compare(curve(market, 4)))
        .isEqualTo(BenchmarkComparison.undefined("no bar of NOBODY is stored for these sessions"));
  }

  @Test
  void theTimesAreThoseOfTheLastCloseBeforeTheSession() {
    Benchmark benchmark = read(market("100/100 100/130 130/60 60/60"));

    assertThat(benchmark.regime(MONDAY)).isEqualTo(Regime.ABOVE);
    assertThat(benchmark.regime(TUESDAY)).isEqualTo(Regime.BELOW);
  }

  @Test
  void aSplitMovesNoTimes() {
    Benchmark benchmark =
        read(market("100/100 100/130 65/60 60/60").split("INDEX", "2024-03-11", "2"));

    assertThat(benchmark.regime(MONDAY)).isEqualTo(Regime.ABOVE);
    assertThat(benchmark.regime(TUESDAY)).isEqualTo(Regime.ABOVE);
  }

  @Test
  void withoutTheLastCloseOrTwoHundredOfThemTheTimesAreNotKnown() {
    assertThat(read(market("100/100 - 130/130 130/130")).regime(MONDAY)).isEqualTo(Regime.UNKNOWN);
    TinyMarket whole = market("100/100 100/130 130/60 60/60");
    LocalDate young = whole.sessions().get(TinyMarket.CALM - Benchmark.AVERAGE + 3).date();
    MemoryBarStore store =
        MemoryBarStore.of(
            whole.series().stream().map(bars -> bars.between(young, TUESDAY)).toList(), List.of());
    Benchmark benchmark = Benchmark.read(store, INDEX, curve(whole, 4));

    assertThat(benchmark.regime(MONDAY)).isEqualTo(Regime.UNKNOWN);
    assertThat(benchmark.regime(TUESDAY)).isEqualTo(Regime.BELOW);
  }

  private static TinyMarket market(String words) {
    return TinyMarket.of("2024-03-07", "2024-03-12").bars("INDEX", words);
  }

  private static Benchmark read(TinyMarket market) {
    return Benchmark.read(TinyRuns.store(market), INDEX, curve(market, 4));
  }

  /// A curve over the last sessions of the market.
  private static EquityCurve curve(TinyMarket market, int sessions) {
    int n = market.sessions().size();
    int[] days =
        market.sessions().subList(n - sessions, n).stream()
            .mapToInt(session -> Math.toIntExact(session.date().toEpochDay()))
            .toArray();
    double[] equity = new double[sessions + 1];
    Arrays.setAll(equity, i -> 100 + i % 2);
    return new EquityCurve(days, equity, new double[sessions], new double[sessions]);
  }
}
