package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.data.HistoricalMarket;
import milodex.data.MarketHistory;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ParquetBarStore;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.BarWindow;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Splits and dividends that happened, on the raw prices beside the project, where they are.
class RealCorporateActionsTest {

  @TempDir static Path folder;
  private static ParquetBarStore store = new ParquetBarStore(Path.of(""));

  @BeforeAll
  static void importBars() {
    Optional<Path> market = marketData();
    assumeTrue(market.isPresent(), "no market-data in a shared folder beside the project");
    store = new ParquetBarStore(folder.resolve("bars"));
    CsvImport in = new CsvImport(store, ImportOptions.STRICT);
    in.run(market.orElseThrow().resolve("daily-raw"));
    in.run(market.orElseThrow().resolve("corporate-actions"));
    for (String ticker : List.of("AAPL", "C", "NVDA", "KO")) {
      in.run(market.orElseThrow().resolve("daily").resolve(ticker + ".csv"));
    }
  }

  @Test
  void appleGaveSevenSharesForOneIn2014() {
    Script script = new Script().buy("2014-06-05", "AAPL", 0.9);
    Play play = new Play(real("AAPL", "2014-06-05", "2014-06-11"), script);

    assertThat(play.story())
        .containsExactly(
            "06-05 wants BUY AAPL",
            "06-06 bought 13 AAPL at 649.9",
            "06-09 split AAPL 7, in lieu 92.7");
    assertThat(held(play, "AAPL")).isEqualTo(Quantity.of(91));
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.parse("1551.3"));
    BarWindow seen = script.sawOn("2014-06-09").window(Symbol.of("AAPL")).orElseThrow();
    assertThat(seen.close(0)).isEqualTo(93.7);
    assertThat(seen.close(1)).isEqualTo(645.57 / 7);
    assertThat(seen.volume(1)).isEqualTo(12_497_800 / (1 / 7.0));
  }

  @Test
  void appleGaveFourSharesForOneIn2020() {
    Play play =
        new Play(
            real("AAPL", "2020-08-27", "2020-09-02"),
            new Script().buy("2020-08-27", "AAPL", 0.9).sell("2020-08-31", "AAPL"));

    assertThat(play.story())
        .containsExactly(
            "08-27 wants BUY AAPL",
            "08-28 bought 17 AAPL at 504.05",
            "08-31 split AAPL 4, in lieu 127.58",
            "08-31 wants SELL AAPL",
            "09-01 sold 68 AAPL at 132.76");
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.parse("10458.83"));
  }

  @Test
  void citigroupTookTenSharesForOneAndPaidTheRest() {
    Play play =
        new Play(real("C", "2011-05-05", "2011-05-11"), new Script().buy("2011-05-05", "C", 0.5));

    assertThat(play.story())
        .containsExactly(
            "05-05 wants BUY C", "05-06 bought 1098 C at 4.55", "05-09 split C 0.1, in lieu 44.89");
    assertThat(held(play, "C")).isEqualTo(Quantity.of(109));
    assertThat(play.books().portfolio().cash())
        .as("10,000 - 1,098 x 4.55 + 0.8 x 44.89")
        .isEqualTo(Money.parse("5040.012"));
  }

  @Test
  void aPurchaseOfCitigroupDecidedBeforeTheSplitIsSizedAfterItAndIsNoGap() {
    assertThat(
            new Play(
                    real("C", "2011-05-05", "2011-05-11"),
                    new Script().buy("2011-05-06", "C", 0.05))
                .limited()
                .story())
        .containsExactly("05-06 wants BUY C", "05-09 bought 11 C at 44.89");
  }

  @Test
  void fewerThanTwentySharesOfAigBecameCashAndNoneWasLeft() {
    Play play =
        new Play(
            real("AIG", "2009-06-26", "2009-07-02"),
            new Script().buy("2009-06-26", "AIG", 0.002).sell("2009-06-30", "AIG"));

    assertThat(play.story())
        .containsExactly(
            "06-26 wants BUY AIG",
            "06-29 bought 13 AIG at 1.46",
            "06-30 wants SELL AIG",
            "07-01 split AIG 0.05, in lieu 19.7",
            "07-01 NOTHING_HELD SELL AIG");
    assertThat(play.books().portfolio().cash())
        .as("10,000 - 13 x 1.46 + 0.65 x 19.7")
        .isEqualTo(Money.parse("9993.825"));
    assertThat(play.books().closedTrades()).hasSize(1);
  }

  @Test
  void aigFellByAnEighthInTheNightOfItsSplitAndThatIsAGap() {
    assertThat(
            new Play(
                    real("AIG", "2009-06-26", "2009-07-02"),
                    new Script().buy("2009-06-30", "AIG", 0.05))
                .limited()
                .story())
        .anyMatch(
            line ->
                line.startsWith("07-01 refused BUY AIG") && line.contains("gap_since_decision"));
  }

  @Test
  void nvidiaGaveThreeForTwoAndPaidTheOddHalf() {
    Play play =
        new Play(
            real("NVDA", "2007-09-07", "2007-09-13"),
            new Script().buy("2007-09-07", "NVDA", 0.493));

    assertThat(play.story())
        .containsExactly(
            "09-07 wants BUY NVDA",
            "09-10 bought 95 NVDA at 51.75",
            "09-11 split NVDA 1.5, in lieu 34.35");
    assertThat(held(play, "NVDA")).isEqualTo(Quantity.of(142));
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.parse("5100.925"));
  }

  @Test
  void cocaColaPaidTheSameBeforeAndAfterItsSplitForEachOldShare() {
    Script script = new Script().buy("2012-06-11", "KO", 0.5);
    Play play = new Play(real("KO", "2012-06-11", "2012-09-13"), script);
    List<String> story = play.story();

    assertThat(story)
        .containsExactly(
            "06-11 wants BUY KO",
            "06-12 bought 66 KO at 74.98",
            "06-13 dividend 33.66 for 66 KO",
            "08-13 split KO 2, in lieu 39.31",
            "09-12 dividend 33.66 for 132 KO");
    BarWindow seen = script.sawOn("2012-09-12").window(Symbol.of("KO")).orElseThrow();
    assertThat(seen.dividend(0)).isEqualTo(0.255);
    assertThat(seen.dividend(1)).isZero();
  }

  /// A second vendor adjusted the same history; the closes differ where one of them has a bad tick.
  @ParameterizedTest
  @ValueSource(strings = {"AAPL", "C", "NVDA", "KO"})
  void theViewOfTheLastDayIsWhatAnotherVendorAdjusted(String ticker) {
    Symbol symbol = Symbol.of(ticker);
    BarSeries raw = store.load(symbol, Timeframe.DAY_1, Adjustment.RAW).orElseThrow();
    double[] vendor =
        store
            .load(symbol, Timeframe.DAY_1, Adjustment.SPLIT_ADJUSTED)
            .orElseThrow()
            .columns()
            .close();
    List<Session> sessions = ExchangeCalendar.nyse().sessions(raw.first(), raw.last());
    HistoricalMarket market =
        new HistoricalMarket(
            MarketHistory.of(sessions, List.of(raw), store.actions(symbol)), sessions.size() - 1);
    market.closeSession();
    BarWindow seen = market.window(symbol, raw.size()).orElseThrow();

    assertThat(vendor).hasSize(raw.size());
    int beyondOneInThousand = 0;
    int beyondOneInHundred = 0;
    for (int i = 0; i < vendor.length; i++) {
      double difference = Math.abs(seen.close(raw.size() - 1 - i) / vendor[i] - 1);
      beyondOneInThousand += difference > 0.001 ? 1 : 0;
      beyondOneInHundred += difference > 0.01 ? 1 : 0;
    }
    assertThat(beyondOneInThousand).isLessThanOrEqualTo(14);
    assertThat(beyondOneInHundred).isLessThanOrEqualTo(3);
  }

  private static Quantity held(Play play, String ticker) {
    return play.books().portfolio().held(Symbol.of(ticker));
  }

  /// The raw bars of a symbol over a few sessions, a year of its own before them.
  private static TinyMarket real(String ticker, String first, String last) {
    Symbol symbol = Symbol.of(ticker);
    TinyMarket market = TinyMarket.of(first, last);
    LocalDate begin = market.sessions().getFirst().date();
    LocalDate end = LocalDate.parse(last);
    market.with(
        store.load(symbol, Timeframe.DAY_1, Adjustment.RAW).orElseThrow().between(begin, end));
    for (CorporateAction action : store.actions(symbol)) {
      if (!action.exDate().isBefore(begin) && !action.exDate().isAfter(end)) {
        market.with(action);
      }
    }
    return market;
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
