package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.data.Intake.Outcome;
import milodex.data.QualityFinding;
import milodex.data.QualityFinding.Code;
import milodex.data.QualityFinding.Severity;
import milodex.data.QualityScan;
import milodex.data.SeriesImport;
import milodex.data.SessionDays;
import milodex.data.StoredSeries;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction.Split;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real prices that lie beside the project, where they do.
class SharedMarketDataTest {

  @TempDir static Path folder;
  private static Path market;
  private static ParquetBarStore store;
  private static ImportResult result;

  @BeforeAll
  static void importAll() {
    Optional<Path> found = marketData();
    assumeTrue(found.isPresent(), "no market-data in a shared folder beside the project");
    market = found.orElseThrow();
    store = new ParquetBarStore(folder.resolve("bars"));
    result = new CsvImport(store, ImportOptions.STRICT).run(market);
  }

  @Test
  void everyFileIsTakenIn() {
    assertThat(result.faults()).isEmpty();
    assertThat(result.disagreements()).isEmpty();
    assertThat(result.actions()).hasSize(63);
    assertThat(count(Timeframe.DAY_1, Adjustment.SPLIT_ADJUSTED)).isEqualTo(63);
    assertThat(count(Timeframe.DAY_1, Adjustment.RAW)).isEqualTo(8);
    assertThat(count(Timeframe.MINUTE_1, Adjustment.RAW)).isEqualTo(5);
    assertThat(rows(Timeframe.MINUTE_1)).isEqualTo(40_583);
    assertThat(store.series()).hasSize(76);
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void theSameImportAgainFindsNothingNew() {
    ImportResult again = new CsvImport(store, ImportOptions.STRICT).run(market);
    assertThat(again.series())
        .hasSize(76)
        .allSatisfy(series -> assertThat(series.outcome()).isEqualTo(Outcome.UNCHANGED));
    assertThat(again.actions())
        .allSatisfy(actions -> assertThat(actions.outcome()).isEqualTo(Outcome.UNCHANGED));
  }

  @Test
  void spyIsStoredAsItsFileSays() {
    BarSeries spy = store.load(Symbol.of("SPY"), Timeframe.DAY_1).orElseThrow();
    assertThat(spy.size()).isEqualTo(8222);
    assertThat(spy.first()).isEqualTo("1993-01-29");
    assertThat(spy.last()).isEqualTo("2025-09-26");
    assertThat(spy.columns().close()[0]).isEqualTo(43.9375);
    assertThat(spy.columns().volume()[1]).isEqualTo(480500);
  }

  @Test
  void rawApplePricesAndTheirSplitsWin() {
    Symbol apple = Symbol.of("AAPL");
    assertThat(store.load(apple, Timeframe.DAY_1).orElseThrow().adjustment())
        .isEqualTo(Adjustment.RAW);
    assertThat(
            store.actions(apple).stream()
                .filter(Split.class::isInstance)
                .map(action -> ((Split) action).ratio().toPlainString()))
        .containsExactly("2", "2", "7", "4");
  }

  @Test
  void noDailySeriesHasASevereFinding() {
    SessionDays sessions =
        SessionDays.of(
            ExchangeCalendar.nyse()
                .sessions(LocalDate.parse("1993-01-29"), LocalDate.parse("2025-09-26")));
    List<QualityFinding> findings = new ArrayList<>();
    for (StoredSeries stored : store.series()) {
      if (stored.timeframe() == Timeframe.DAY_1) {
        BarSeries bars =
            store.load(stored.symbol(), stored.timeframe(), stored.adjustment()).orElseThrow();
        findings.addAll(
            new QualityScan(sessions, stored.last(), 252)
                .scan(bars, store.actions(stored.symbol())));
      }
    }
    assertThat(findings).noneMatch(finding -> finding.severity() == Severity.SEVERE);
    assertThat(findings).extracting(QualityFinding::code).containsOnly(Code.UNEXPLAINED_JUMP);
    assertThat(findings.stream().map(finding -> finding.symbol() + " " + finding.where()))
        .as("nothing but the days on which the market itself broke")
        .containsOnly(
            "AAPL 2000-09-29",
            "AIG 2008-09-15",
            "AIG 2008-09-17",
            "AIG 2008-09-19",
            "AIG 2009-03-16",
            "AIG 2009-03-18",
            "AIG 2009-08-05",
            "C 2008-11-24",
            "NVDA 2000-03-07",
            "WAMU 2008-09-18",
            "WAMU 2008-09-26");
  }

  private static long count(Timeframe timeframe, Adjustment adjustment) {
    return result.series().stream()
        .map(SeriesImport::stored)
        .filter(series -> series.timeframe() == timeframe && series.adjustment() == adjustment)
        .count();
  }

  private static int rows(Timeframe timeframe) {
    return result.series().stream()
        .filter(series -> series.stored().timeframe() == timeframe)
        .mapToInt(SeriesImport::rows)
        .sum();
  }

  private static Optional<Path> marketData() {
    return Stream.concat(
            Optional.ofNullable(System.getenv("MILODEX_SHARED")).map(Path::of).stream(),
            Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared")))
        .map(shared -> shared.resolve("market-data"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
