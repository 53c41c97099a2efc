package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import milodex.backtest.MemoryBarStore;
import milodex.data.Lineage.Company;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.Dividend;
import milodex.market.CorporateAction.Split;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;

/// Companies come and go under tickers, and a ticker is no company.
class LineageTest {

  private static final Symbol FB = Symbol.of("FB");
  private static final Symbol META = Symbol.of("META");
  private static final Symbol WM = Symbol.of("WM");
  private static final Symbol WMI = Symbol.of("WMI");
  private static final Symbol WAMUQ = Symbol.of("WAMUQ");

  private final List<BarSeries> series = new ArrayList<>();
  private final List<CorporateAction> actions = new ArrayList<>();

  @Test
  void aTickerThatNeverChangedIsItsOwnCompany() {
    bars("SPY", "2024-01-02 100", "2024-01-03 101");
    Company spy = company(Symbol.of("SPY"));
    assertThat(closes(spy)).containsExactly(100, 101);
    assertThat(spy.bars().source()).isEqualTo("csv");
  }

  @Test
  void theHistoryOfTheOldTickerContinuesUnderTheNewOne() {
    bars("FB", "2022-06-07 190", "2022-06-08 196");
    bars("META", "2022-06-09 184", "2022-06-10 175");
    change(FB, "2022-06-09", META);

    Company meta = company(META);
    assertThat(meta.bars().symbol()).isEqualTo(META);
    assertThat(closes(meta)).containsExactly(190, 196, 184, 175);
    assertThat(closes(company(FB))).containsExactly(190, 196);
  }

  @Test
  void barsOfTheNewTickerBeforeTheChangeAreAnotherCompanys() {
    bars("FB", "2022-06-08 196");
    bars("META", "2022-01-03 15", "2022-06-08 12", "2022-06-09 184");
    change(FB, "2022-06-09", META);
    assertThat(closes(company(META))).containsExactly(196, 184);
  }

  @Test
  void barsOfTheOldTickerAfterTheChangeAreAnotherCompanys() {
    bars("FB", "2022-06-08 196", "2022-06-09 26", "2022-06-10 27");
    bars("META", "2022-06-09 184");
    change(FB, "2022-06-09", META);
    assertThat(closes(company(FB))).containsExactly(196);
  }

  @Test
  void aTickerTakenOverByAnotherCompanyStandsForThatOneAndTheBankKeepsItsHistory() {
    bars("WM", "2008-09-25 1.69", "2008-09-26 0.16", "2008-10-20 29", "2008-10-21 30");
    bars("WAMUQ", "2008-09-29 0.15");
    bars("WMI", "2008-09-26 31", "2008-10-17 28");
    change(WM, "2008-09-29", WAMUQ);
    change(WMI, "2008-10-20", WM);

    assertThat(closes(company(WM))).containsExactly(31, 28, 29, 30);
    assertThat(closes(company(WAMUQ))).containsExactly(1.69, 0.16, 0.15);
    assertThat(closes(company(WMI))).containsExactly(31, 28);
  }

  @Test
  void aDelistingUnderTheTickerBeforeItWasTakenIsAnotherCompanys() {
    bars("WM", "2008-09-26 0.16", "2008-10-20 29");
    bars("WMI", "2008-09-26 31");
    actions.add(new Delisting(WM, day("2008-09-26"), BigDecimal.ZERO));
    change(WMI, "2008-10-20", WM);
    assertThat(company(WM).actions()).isEmpty();
    assertThat(closes(company(WM))).containsExactly(31, 29);
  }

  @Test
  void whatTheCompanyDidUnderItsOldTickerIsToldUnderTheNewOne() {
    bars("FB", "2022-06-08 196");
    bars("META", "2022-06-09 184");
    actions.add(new Split(FB, day("2020-01-02"), new BigDecimal("2")));
    actions.add(new Dividend(FB, day("2023-01-02"), new BigDecimal("9")));
    actions.add(new Dividend(META, day("2020-01-02"), new BigDecimal("7")));
    actions.add(new Dividend(META, day("2024-02-21"), new BigDecimal("0.5")));
    change(FB, "2022-06-09", META);

    assertThat(company(META).actions())
        .containsExactly(
            new Split(META, day("2020-01-02"), new BigDecimal("2")),
            new Dividend(META, day("2024-02-21"), new BigDecimal("0.5")));
    assertThat(company(FB).actions())
        .containsExactly(
            new Split(FB, day("2020-01-02"), new BigDecimal("2")),
            new TickerChange(FB, day("2022-06-09"), META));
  }

  @Test
  void whoseNewTickerHasNoBarsJustEnds() {
    bars("FB", "2022-06-08 196");
    change(FB, "2022-06-09", META);
    assertThat(company(FB).actions()).isEmpty();
  }

  @Test
  void seriesThatAVendorAdjustedAreNotJoined() {
    bars("FB", "2022-06-08 196");
    series.add(adjusted(one("META", "2022-06-08 12", "2022-06-09 184")));
    change(FB, "2022-06-09", META);
    assertThat(closes(company(META))).containsExactly(184);
    assertThat(company(FB).actions()).isEmpty();
  }

  @Test
  void aCompanyThatChangedTwiceIsOneAllTheWay() {
    bars("A", "2020-01-02 1");
    bars("B", "2020-01-03 2");
    bars("C", "2020-01-06 3");
    change(Symbol.of("B"), "2020-01-06", Symbol.of("C"));
    change(Symbol.of("A"), "2020-01-03", Symbol.of("B"));
    assertThat(closes(company(Symbol.of("C")))).containsExactly(1, 2, 3);
    assertThat(closes(company(Symbol.of("B")))).containsExactly(1, 2);
  }

  @Test
  void whatIsReadForAPeriodIncludesWhatTheWantedBecomeInIt() {
    bars("FB", "2022-06-08 196");
    bars("META", "2022-06-09 184");
    change(FB, "2022-06-09", META);
    assertThat(read(FB, "2022-06-01", "2022-06-30").keySet()).containsExactly(FB, META);
    assertThat(read(FB, "2022-01-01", "2022-06-08").keySet()).containsExactly(FB);
    assertThat(read(META, "2022-01-01", "2022-06-30").keySet()).containsExactly(META);
  }

  private SortedMap<Symbol, Company> read(Symbol symbol, String from, String to) {
    return Lineage.read(
        MemoryBarStore.of(series, actions), List.of(symbol), Timeframe.DAY_1, day(from), day(to));
  }

  private Company company(Symbol symbol) {
    return Optional.ofNullable(read(symbol, "1995-01-02", "2025-01-02").get(symbol)).orElseThrow();
  }

  private void change(Symbol from, String exDate, Symbol to) {
    actions.add(new TickerChange(from, day(exDate), to));
  }

  private void bars(String ticker, String... days) {
    series.add(one(ticker, days));
  }

  /// Bars told as `date close`.
  private static BarSeries one(String ticker, String... days) {
    Bars bars = new Bars();
    for (String told : days) {
      String[] words = told.split(" ");
      bars.bar(words[0], Double.parseDouble(words[1]));
    }
    return under(ticker, bars.raw(), Adjustment.RAW);
  }

  private static BarSeries adjusted(BarSeries raw) {
    return under(raw.symbol().ticker(), raw, Adjustment.SPLIT_ADJUSTED);
  }

  private static BarSeries under(String ticker, BarSeries bars, Adjustment adjustment) {
    return new BarSeries(
        Symbol.of(ticker),
        bars.timeframe(),
        adjustment,
        bars.source(),
        bars.day(),
        bars.openedAt(),
        bars.columns());
  }

  private static double[] closes(Company company) {
    return company.bars().columns().close();
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
