package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.data.ActionsImport;
import milodex.data.BarFingerprint;
import milodex.data.Intake.Outcome;
import milodex.data.SeriesImport;
import milodex.data.StoredSeries;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

  private static final Symbol SPY = Symbol.of("SPY");
  private static final String DAILY = "date,open,high,low,close,volume,adj_close\n";
  private static final String MINUTES = "timestamp,open,high,low,close,volume\n";
  private static final String ACTIONS = "ex_date,type,value,basis\n";

  @TempDir Path folder;
  private Path market;
  private ParquetBarStore store;

  @BeforeEach
  void aMarketFolderAndAnEmptyStore() {
    market = folder.resolve("market");
    store = new ParquetBarStore(folder.resolve("bars"));
  }

  @Test
  void adjustedDailyBarsOpenAtHalfPastNineInNewYork() {
    offer(
        "daily/SPY.csv",
        DAILY
            + "2024-01-02,472.16,473.67,470.49,472.65,123623700,\n"
            + "2024-07-02,543.7,549.01,543.65,549.01,40434800,545.3\n");
    ImportResult result = importAll();
    assertThat(result.isComplete()).isTrue();
    BarSeries bars = store.load(SPY, Timeframe.DAY_1).orElseThrow();
    assertThat(bars.adjustment()).isEqualTo(Adjustment.SPLIT_ADJUSTED);
    assertThat(bars.source()).isEqualTo("csv");
    assertThat(bars.session(0)).isEqualTo("2024-01-02");
    assertThat(bars.openedAt(0)).isEqualTo("2024-01-02T14:30:00Z");
    assertThat(bars.openedAt(1)).isEqualTo("2024-07-02T13:30:00Z");
    assertThat(bars.columns().open()).containsExactly(472.16, 543.7);
    assertThat(bars.columns().high()).containsExactly(473.67, 549.01);
    assertThat(bars.columns().low()).containsExactly(470.49, 543.65);
    assertThat(bars.columns().close()).containsExactly(472.65, 549.01);
    assertThat(bars.columns().volume()).containsExactly(123623700, 40434800);
    assertThat(result.series())
        .containsExactly(
            new SeriesImport(StoredSeries.of(bars), Outcome.NEW, 2, 2, 0, 0, Optional.empty()));
  }

  @Test
  void rawDailyBarsAreASeriesOfTheirOwn() {
    offer("daily/AAPL.csv", DAILY + "2020-08-31,127.58,131,126,129.04,225702700,\n");
    offer("daily-raw/AAPL.csv", DAILY + "2020-08-28,504.05,505.77,498.31,499.23,46907479,\n");
    importAll();
    assertThat(store.series())
        .extracting(StoredSeries::adjustment)
        .containsExactly(Adjustment.RAW, Adjustment.SPLIT_ADJUSTED);
  }

  @Test
  void theDaysOfASymbolByTheMinuteBecomeOneRawSeries() {
    offer(
        "intraday/SPY-20240103-1min.csv",
        MINUTES + "2024-01-03T04:00:00-05:00,470,470,470,470,5\n");
    offer(
        "intraday/SPY-20240102-1min.csv",
        MINUTES
            + "2024-01-02T09:30:00-05:00,472,473,471,472,9\n"
            + "2024-01-02T19:59:00-05:00,473,473,473,473,1\n");
    ImportResult result = importAll();
    BarSeries bars = store.load(SPY, Timeframe.MINUTE_1).orElseThrow();
    assertThat(bars.adjustment()).isEqualTo(Adjustment.RAW);
    assertThat(bars.openedAt())
        .containsExactly(
            Instant.parse("2024-01-02T14:30:00Z").getEpochSecond(),
            Instant.parse("2024-01-03T00:59:00Z").getEpochSecond(),
            Instant.parse("2024-01-03T09:00:00Z").getEpochSecond());
    assertThat(bars.session(1)).isEqualTo("2024-01-02");
    assertThat(result.series()).singleElement().extracting(SeriesImport::rows).isEqualTo(3);
  }

  @Test
  void corporateActionsOfEveryKindAreKept() {
    offer(
        "corporate-actions/SPY.csv",
        ACTIONS
            + "2020-01-02,dividend,0.50,derived\n2020-01-03,split,0.1,reported\n"
            + "2020-01-06,spinoff_ratio,0.75,reported\n2020-01-07,delisting,0,reported\n");
    offer("corporate-actions/GLD.csv", ACTIONS);
    ImportResult result = importAll();
    assertThat(store.actions(SPY))
        .extracting(action -> (Object) action.getClass().getSimpleName())
        .containsExactly("Dividend", "Split", "SpinOff", "Delisting");
    assertThat(((CorporateAction.Dividend) store.actions(SPY).getFirst()).cashPerShare())
        .isEqualByComparingTo("0.5");
    assertThat(result.actions())
        .containsExactly(
            new ActionsImport(
                Symbol.of("GLD"),
                Outcome.UNCHANGED,
                0,
                0,
                BarFingerprint.ofActions(List.of()),
                Optional.empty()),
            new ActionsImport(
                SPY,
                Outcome.NEW,
                4,
                4,
                BarFingerprint.ofActions(store.actions(SPY)),
                Optional.empty()));
  }

  @Test
  void aNewTickerIsAnActionOfTheOldOne() {
    offer("corporate-actions/FB.csv", ACTIONS + "2022-06-09,ticker_change,META,reported\n");
    importAll();
    assertThat(store.tickerChanges())
        .containsExactly(
            new CorporateAction.TickerChange(
                Symbol.of("FB"), LocalDate.parse("2022-06-09"), Symbol.of("META")));
  }

  @Test
  void aNewTickerThatIsNoneIsABrokenRow() {
    offer(
        "corporate-actions/FB.csv",
        ACTIONS
            + "2022-06-09,ticker_change,meta,reported\n2022-06-10,ticker_change,FB,reported\n"
            + "2022-06-13,split,META,reported\n");
    assertThat(importAll().faults())
        .extracting(CsvFault::says)
        .containsExactly(
            "'meta' is not a ticker: one to twelve of A-Z 0-9 . - beginning with a letter",
            "FB cannot change its ticker to itself",
            "value 'META' is not a number");
  }

  @Test
  void dailyBarsThatMayStillChangeAreLeftOutAndNamed() {
    offer("daily/SPY.csv", DAILY + "2024-02-29,10,11,9,10,100,\n2024-03-01,10,11,9,10,100,\n");
    offer("daily/QQQ.csv", DAILY + "2024-03-01,10,11,9,10,100,\n");
    offer("intraday/SPY-20240301-1min.csv", MINUTES + "2024-03-01T09:30:00-05:00,1,1,1,1,1\n");
    ImportResult result =
        importAll(
            new ImportOptions(
                "csv",
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(LocalDate.parse("2024-02-29"))));
    assertThat(result.provisional()).containsExactly(LocalDate.parse("2024-03-01"));
    assertThat(result.isComplete()).isTrue();
    assertThat(store.series())
        .extracting(one -> one.symbol() + " " + one.timeframe() + " " + one.last())
        .containsExactly("SPY 1Min 2024-03-01", "SPY 1Day 2024-02-29");
  }

  @Test
  void everyBrokenRowOfEveryFileIsToldWithItsLine() {
    String good = "2024-01-02,10,11,9,10,100,\n";
    offer(
        "daily/AAA.csv",
        DAILY
            + good
            + "2024-01-03,10,11,9,10,100\n"
            + "2024-01-04,10,x,9,10,100,\n"
            + "2024-02-30,10,11,9,10,100,\n"
            + "2024-01-05,NaN,11,9,10,100,\n"
            + "2024-01-08,10,11,-9,10,100,\n"
            + "2024-01-09,10,9,11,10,100,\n"
            + "2024-01-09,10,11,9,10,100,\n"
            + "2024-01-08,10,11,9,10,100,\n"
            + "2024-01-10,10,11,9,10,-100,\n"
            + "2024-01-11,10,11,9,10,100,n/a\n"
            + "\n");
    offer("daily-raw/BBB.csv", "Date,Open,High,Low,Close,Volume\n");
    offer("daily-raw/CCC.csv", "");
    offer("daily-raw/DDD.csv", DAILY);
    offer("daily/e e.csv", DAILY + good);
    offer("intraday/SPY.csv", MINUTES);
    offer(
        "intraday/SPY-20240102-1min.csv",
        MINUTES
            + "2024-01-02T09:30:10-05:00,1,1,1,1,1\n2024-01-03T09:30:00-05:00,1,1,1,1,1\n9:30,1,1,1,1,1\n");
    offer(
        "corporate-actions/SPY.csv",
        ACTIONS
            + "2024-01-02,merger,1,reported\n2024-01-02,split,0,reported\n2024-01-02,split,2,guessed\n");
    ImportResult result = importAll();
    assertThat(result.faults().stream().map(fault -> told(fault)).toList())
        .containsExactly(
            "daily/e e.csv: 'e e' is not a ticker: one to twelve of A-Z 0-9 . - beginning with a letter",
            "intraday/SPY.csv: is not named SYMBOL-YYYYMMDD-1min.csv",
            "daily/AAA.csv:3: has 6 columns, not 7",
            "daily/AAA.csv:4: high 'x' is not a number",
            "daily/AAA.csv:5: '2024-02-30' is not a day of the calendar",
            "daily/AAA.csv:6: open 'NaN' is not finite",
            "daily/AAA.csv:7: low -9 is not above zero",
            "daily/AAA.csv:8: high 9 is below low 11",
            "daily/AAA.csv:9: 2024-01-09 is there twice",
            "daily/AAA.csv:10: 2024-01-08 comes after a later row: not sorted",
            "daily/AAA.csv:11: volume -100 is negative",
            "daily/AAA.csv:12: adj_close 'n/a' is not a number",
            "daily/AAA.csv:13: has 1 columns, not 7",
            "daily-raw/BBB.csv:1: the header is 'Date,Open,High,Low,Close,Volume', not"
                + " 'date,open,high,low,close,volume,adj_close'",
            "daily-raw/CCC.csv: is empty",
            "daily-raw/DDD.csv:1: no bar follows the header",
            "corporate-actions/SPY.csv:2: 'merger' is no action; known: split dividend spinoff_ratio delisting ticker_change",
            "corporate-actions/SPY.csv:3: split ratio must be above zero, not 0",
            "corporate-actions/SPY.csv:4: basis 'guessed' is not reported or derived",
            "intraday/SPY-20240102-1min.csv:2: 2024-01-02T09:30:10-05:00 is not the start of a minute",
            "intraday/SPY-20240102-1min.csv:3: 2024-01-03T09:30:00-05:00 is not on 2024-01-02 in New York",
            "intraday/SPY-20240102-1min.csv:4: '9:30' is not a time with its offset");
    assertThat(store.series()).isEmpty();
  }

  @Test
  void countlessFaultsOfAFileAreCounted() {
    offer("daily/SPY.csv", DAILY + "broken\n".repeat(1200));
    List<CsvFault> faults = importAll().faults();
    assertThat(faults).hasSize(1001);
    assertThat(faults.getLast().says()).isEqualTo("and 200 more faults");
  }

  @Test
  void oneBrokenFileMeansThatNothingIsWrittenUnlessToldToKeepGoing() {
    offer("daily/QQQ.csv", DAILY + "2024-01-02,10,11,9,10,100,\n");
    offer("daily/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n2024-01-03,10\n");
    ImportResult strict = importAll();
    assertThat(strict.isComplete()).isFalse();
    assertThat(strict.series()).isEmpty();
    assertThat(store.series()).isEmpty();

    ImportResult onward = importAll(keepingGoing());
    assertThat(onward.faults()).hasSize(1);
    assertThat(store.series()).extracting(StoredSeries::symbol).containsExactly(Symbol.of("QQQ"));
  }

  @Test
  void theSameImportAgainWritesNothing() throws IOException {
    offer("daily/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n");
    offer("intraday/SPY-20240102-1min.csv", MINUTES + "2024-01-02T09:30:00-05:00,1,1,1,1,1\n");
    offer("corporate-actions/SPY.csv", ACTIONS + "2024-01-02,dividend,1,reported\n");
    importAll();
    Map<String, FileTime> before = writeTimes();
    ImportResult again = importAll();
    assertThat(again.series()).extracting(SeriesImport::outcome).containsOnly(Outcome.UNCHANGED);
    assertThat(again.actions()).extracting(ActionsImport::outcome).containsOnly(Outcome.UNCHANGED);
    assertThat(writeTimes()).isEqualTo(before);
  }

  @Test
  void laterSessionsAreAppended() {
    offer("daily/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n");
    StoredSeries before = importAll().series().getFirst().stored();
    offer("daily/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n2024-01-03,10,11,9,10.5,100,\n");
    SeriesImport after = importAll().series().getFirst();
    assertThat(after.outcome()).isEqualTo(Outcome.EXTENDED);
    assertThat(after.added()).isEqualTo(1);
    assertThat(after.unchanged()).isEqualTo(1);
    assertThat(after.replaced()).contains(before.fingerprint());
    assertThat(after.stored().last()).isEqualTo("2024-01-03");
    assertThat(store.series()).containsExactly(after.stored());
  }

  @Test
  void aStoredSessionThatWouldChangeIsRefusedUntilAReasonIsGiven() {
    offer("daily/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n2024-01-03,10,11,9,10,100,\n");
    StoredSeries before = importAll().series().getFirst().stored();
    offer("daily/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n2024-01-03,10,11,9,10.25,100,\n");

    ImportResult refused = importAll();
    assertThat(refused.disagreements())
        .singleElement()
        .satisfies(
            disagreement -> {
              assertThat(disagreement.what()).isEqualTo("SPY 1Day split-adjusted");
              assertThat(disagreement.sessions()).containsExactly(LocalDate.of(2024, 1, 3));
              assertThat(disagreement.says()).contains("close stored 10.0, offered 10.25");
            });
    assertThat(store.series()).containsExactly(before);

    SeriesImport revised = importAll(revising("the vendor corrected a close")).series().getFirst();
    assertThat(revised.outcome()).isEqualTo(Outcome.REVISED);
    assertThat(revised.changed()).isEqualTo(1);
    assertThat(revised.replaced()).contains(before.fingerprint());
    assertThat(store.series()).containsExactly(revised.stored());
    assertThat(folder.resolve("bars/revisions"))
        .isDirectoryContaining("glob:**" + before.fingerprint().hex() + ".parquet");
  }

  @Test
  void aChangedDividendIsRefusedUntilAReasonIsGiven() {
    offer("corporate-actions/SPY.csv", ACTIONS + "2024-01-02,dividend,1,reported\n");
    importAll();
    offer("corporate-actions/SPY.csv", ACTIONS + "2024-01-02,dividend,2,reported\n");
    assertThat(importAll().disagreements())
        .extracting(ImportResult.Disagreement::what)
        .containsExactly("SPY actions");
    assertThat(importAll(revising("a typing error")).actions().getFirst().outcome())
        .isEqualTo(Outcome.REVISED);
  }

  @Test
  void aSingleDailyFileMustSayWhatItIs() {
    offer("SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n");
    Path file = market.resolve("SPY.csv");
    assertThat(new CsvImport(store, ImportOptions.STRICT).run(file).faults())
        .extracting(CsvFault::says)
        .containsExactly("does not say whether its prices are raw or split-adjusted; say it");
    ImportOptions raw =
        new ImportOptions(
            "csv", Optional.of(Adjustment.RAW), false, Optional.empty(), Optional.empty());
    assertThat(new CsvImport(store, raw).run(file).series().getFirst().stored().adjustment())
        .isEqualTo(Adjustment.RAW);
  }

  @Test
  void aSingleFileOrFolderOfTheLayoutNeedsNoWord() {
    offer("daily-raw/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n");
    CsvImport csv = new CsvImport(store, ImportOptions.STRICT);
    assertThat(csv.run(market.resolve("daily-raw/SPY.csv")).isComplete()).isTrue();
    assertThat(csv.run(market.resolve("daily-raw")).series())
        .extracting(SeriesImport::outcome)
        .containsExactly(Outcome.UNCHANGED);
  }

  @Test
  void whatIsNotThereOrOffersNothingIsAFault() throws IOException {
    Files.createDirectories(market.resolve("daily"));
    assertThat(importAll().faults())
        .extracting(CsvFault::says)
        .containsExactly(
            "holds no CSV file in one of daily, daily-raw, corporate-actions, intraday");
    assertThat(new CsvImport(store, ImportOptions.STRICT).run(folder.resolve("no.csv")).faults())
        .extracting(CsvFault::says)
        .containsExactly("is not there");
  }

  @Test
  void severalPathsAreTakenInAsOneOrNotAtAll() {
    offer("daily/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n");
    offer("daily-raw/QQQ.csv", DAILY + "2024-01-02,10\n");
    List<Path> both = List.of(market.resolve("daily"), market.resolve("daily-raw/QQQ.csv"));
    CsvImport csv = new CsvImport(store, ImportOptions.STRICT);
    assertThat(csv.run(both, (_, _) -> {}).faults()).hasSize(1);
    assertThat(store.series()).isEmpty();

    offer("daily-raw/QQQ.csv", DAILY + "2024-01-02,10,11,9,10,100,\n");
    List<String> told = new ArrayList<>();
    csv.run(both, (steps, of) -> told.add(steps + "/" + of));
    assertThat(store.series())
        .extracting(StoredSeries::symbol)
        .containsExactly(Symbol.of("QQQ"), SPY);
    assertThat(told).containsExactly("1/4", "2/4", "3/4", "4/4");
  }

  @Test
  void twoFilesThatOfferTheSameBarsOrActionsAreAFault() {
    offer("daily/SPY.csv", DAILY + "2024-01-02,10,11,9,10,100,\n");
    offer("corporate-actions/SPY.csv", ACTIONS + "2024-01-02,dividend,1,reported\n");
    List<Path> overlapping =
        List.of(market, market.resolve("daily"), market.resolve("corporate-actions"));
    ImportResult result = new CsvImport(store, ImportOptions.STRICT).run(overlapping, (_, _) -> {});
    assertThat(result.faults().stream().map(this::told).toList())
        .containsExactly(
            "corporate-actions/SPY.csv: offers actions of SPY, as "
                + "corporate-actions/SPY.csv does",
            "daily/SPY.csv: offers 1Day bars of SPY that daily/SPY.csv offers too");
    assertThat(store.series()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreAFault() throws IOException {
    offer("daily/SPY.csv", "");
    Files.write(market.resolve("daily/SPY.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThat(importAll().faults())
        .extracting(CsvFault::says)
        .containsExactly("is not text in UTF-8");
  }

  @Test
  void linesMayEndAsOnWindows() {
    offer("daily/SPY.csv", (DAILY + "2024-01-02,10,11,9,10,100,\n").replace("\n", "\r\n"));
    assertThat(importAll().isComplete()).isTrue();
  }

  @Test
  void aRevisionNeedsAReasonWorthTheName() {
    assertThatThrownBy(() -> revising(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private void offer(String name, String text) {
    Path file = market.resolve(name);
    try {
      Files.createDirectories(file.resolve("..").normalize());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ImportResult importAll() {
    return importAll(ImportOptions.STRICT);
  }

  private ImportResult importAll(ImportOptions options) {
    return new CsvImport(store, options).run(market);
  }

  private static ImportOptions keepingGoing() {
    return new ImportOptions("csv", Optional.empty(), true, Optional.empty(), Optional.empty());
  }

  private static ImportOptions revising(String reason) {
    return new ImportOptions("csv", Optional.empty(), false, Optional.of(reason), Optional.empty());
  }

  private String told(CsvFault fault) {
    return fault.toString().replace(market + "/", "");
  }

  private Map<String, FileTime> writeTimes() throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("bars"))) {
      for (Path file : files.filter(path -> !path.endsWith(".lock")).toList()) {
        times.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
