package milodex.data;

import static milodex.data.QualityFinding.Code.CALENDAR_MISFIT;
import static milodex.data.QualityFinding.Code.DUPLICATE_SESSION;
import static milodex.data.QualityFinding.Code.FOREIGN_BARS;
import static milodex.data.QualityFinding.Code.GAP;
import static milodex.data.QualityFinding.Code.LOW_COVERAGE;
import static milodex.data.QualityFinding.Code.NEGATIVE_VOLUME;
import static milodex.data.QualityFinding.Code.NON_FINITE;
import static milodex.data.QualityFinding.Code.NON_POSITIVE_PRICE;
import static milodex.data.QualityFinding.Code.PRICE_OUTSIDE_RANGE;
import static milodex.data.QualityFinding.Code.STALE_TAIL;
import static milodex.data.QualityFinding.Code.UNEXPLAINED_JUMP;
import static milodex.data.QualityFinding.Code.UNSORTED;
import static milodex.data.QualityFinding.Code.WARM_UP_SHORTAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import milodex.data.QualityFinding.Code;
import milodex.data.QualityFinding.Severity;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import org.junit.jupiter.api.Test;

class QualityScanTest {

  private final SessionDays sessions = Bars.weekdays("2024-01-01", 500);

  @Test
  void aCalmSeriesIsClean() {
    List<QualityFinding> findings = scan(Bars.on(sessions, i -> i < 300), 299, 252);
    assertThat(findings).isEmpty();
    assertThat(DataGrade.of(findings, false)).isEqualTo(DataGrade.CLEAN);
  }

  @Test
  void brokenPricesAreSevereAndSayWhereTheFirstIs() {
    assertThat(oneBar(100, 101, 99, Double.NaN, 5)).containsExactly(NON_FINITE);
    assertThat(oneBar(100, 101, 99, 100, Double.POSITIVE_INFINITY)).containsExactly(NON_FINITE);
    assertThat(oneBar(100, 101, 0, 100, 5)).containsExactly(NON_POSITIVE_PRICE);
    assertThat(oneBar(102, 101, 99, 100, 5)).containsExactly(PRICE_OUTSIDE_RANGE);
    assertThat(oneBar(100, 101, 99, 98.99, 5)).containsExactly(PRICE_OUTSIDE_RANGE);
    assertThat(oneBar(100, 101, 99, 100, -1)).containsExactly(NEGATIVE_VOLUME);
    assertThat(oneBar(101, 101, 99, 99, 0)).isEmpty();
  }

  @Test
  void manyBrokenBarsAreOneFindingWithTheirNumber() {
    Bars bars = new Bars();
    for (int i = 0; i < 10; i++) {
      bars.bar(sessions.date(i).toString(), 100, 101, 99, 100, i < 4 ? 5 : -5);
    }
    assertThat(scan(bars.raw(), 9, 0))
        .containsExactly(
            new QualityFinding(Bars.SPY, NEGATIVE_VOLUME, sessions.date(4), "6 of 10 bars"));
  }

  @Test
  void twoDailyBarsOnOneSessionAreSevere() {
    BarRows rows = new BarRows(2);
    rows.add(sessions.day(0), 1_000, 100, 101, 99, 100, 5);
    rows.add(sessions.day(0), 2_000, 100, 101, 99, 100, 5);
    assertThat(codes(scan(spy(rows), 0, 0))).containsExactly(DUPLICATE_SESSION);
  }

  @Test
  void aSessionDateThatGoesBackIsSevere() {
    BarRows rows = new BarRows(2);
    rows.add(sessions.day(1), 1_000, 100, 101, 99, 100, 5);
    rows.add(sessions.day(0), 2_000, 100, 101, 99, 100, 5);
    assertThat(codes(scan(spy(rows), 1, 0))).contains(UNSORTED);
  }

  @Test
  void aBarOnASundayIsSevere() {
    BarSeries series =
        new Bars().bar("2024-01-05", 100).bar("2024-01-07", 100).bar("2024-01-08", 100).raw();
    List<QualityFinding> findings = scan(series, 5, 0);
    assertThat(findings)
        .containsExactly(
            new QualityFinding(
                Bars.SPY, CALENDAR_MISFIT, LocalDate.parse("2024-01-07"), "1 of 3 bars"));
    assertThat(findings.getFirst().severity()).isEqualTo(Severity.SEVERE);
    assertThat(DataGrade.of(findings, true)).isEqualTo(DataGrade.BLOCKED);
  }

  @Test
  void barsBeforeTheCalendarBeginsAreNotHeldAgainstIt() {
    BarSeries series = new Bars().bar("2023-12-31", 100).bar("2024-01-01", 100).raw();
    assertThat(scan(series, 0, 0)).isEmpty();
  }

  @Test
  void twoMissingSessionsAreToleratedAndThreeAreAGap() {
    assertThat(scan(Bars.on(sessions, i -> i != 100 && i != 101), 499, 0)).isEmpty();
    List<QualityFinding> findings = scan(Bars.on(sessions, i -> i < 100 || i > 102), 499, 0);
    assertThat(findings)
        .containsExactly(
            new QualityFinding(
                Bars.SPY,
                GAP,
                sessions.date(100),
                "no bar on 3 sessions after " + sessions.date(99)));
    assertThat(DataGrade.of(findings, false)).isEqualTo(DataGrade.NOTED);
  }

  @Test
  void coverageIsCountedBetweenTheFirstAndTheLastBar() {
    assertThat(codes(scan(Bars.on(sessions, i -> i % 40 != 39), 499, 0)))
        .containsExactly(LOW_COVERAGE);
    assertThat(scan(Bars.on(sessions, i -> i % 60 != 59), 499, 0)).isEmpty();
  }

  @Test
  void aHalvedRawPriceNeedsASplit() {
    BarSeries series = new Bars().bar("2024-01-01", 100).bar("2024-01-02", 50).raw();
    assertThat(codes(scan(series, 1, 0))).containsExactly(UNEXPLAINED_JUMP);
    assertThat(scan(series, 1, 0, action("split", "2024-01-02", "2"))).isEmpty();
    assertThat(codes(scan(series, 1, 0, action("split", "2024-01-03", "2"))))
        .containsExactly(UNEXPLAINED_JUMP);
  }

  @Test
  void aSplitThatDoesNotShowInRawPricesIsNoted() {
    BarSeries calm = new Bars().bar("2024-01-01", 100).bar("2024-01-02", 100).raw();
    assertThat(codes(scan(calm, 1, 0, action("split", "2024-01-02", "4"))))
        .containsExactly(UNEXPLAINED_JUMP);
  }

  @Test
  void aSplitIsNotAppliedToAdjustedPricesAgain() {
    BarSeries calm = new Bars().bar("2024-01-01", 100).bar("2024-01-02", 100).splitAdjusted();
    assertThat(scan(calm, 1, 0, action("split", "2024-01-02", "4"))).isEmpty();
  }

  @Test
  void whatWasPaidOutOrSpunOffExplainsAFall() {
    BarSeries series = new Bars().bar("2024-01-01", 100).bar("2024-01-02", 55).raw();
    assertThat(scan(series, 1, 0, action("dividend", "2024-01-02", "44"))).isEmpty();
    assertThat(scan(series, 1, 0, action("spinoff_ratio", "2024-01-02", "0.55"))).isEmpty();
    assertThat(codes(scan(series, 1, 0, action("dividend", "2024-01-02", "1"))))
        .containsExactly(UNEXPLAINED_JUMP);
  }

  @Test
  void anOldLastBarIsStaleUnlessTheSymbolWasDelisted() {
    BarSeries series = Bars.on(sessions, i -> i < 10);
    assertThat(scan(series, 12, 0))
        .containsExactly(
            new QualityFinding(
                Bars.SPY,
                STALE_TAIL,
                sessions.date(9),
                "the last bar is 3 sessions older than " + sessions.date(12)));
    assertThat(scan(series, 12, 0, action("delisting", sessions.date(9).toString(), "0.16")))
        .isEmpty();
  }

  @Test
  void barsAfterAnEndAreAnotherCompanysAndNoted() {
    BarSeries series = Bars.on(sessions, i -> i < 10);
    CorporateAction end = action("delisting", sessions.date(6).toString(), "0.16");
    assertThat(scan(series, 9, 0, end))
        .containsExactly(
            new QualityFinding(Bars.SPY, FOREIGN_BARS, sessions.date(7), "3 of 10 bars"));
    CorporateAction change = action("ticker_change", sessions.date(6).toString(), "NEW");
    assertThat(scan(series, 9, 0, change))
        .containsExactly(
            new QualityFinding(Bars.SPY, FOREIGN_BARS, sessions.date(6), "4 of 10 bars"));
  }

  @Test
  void aSymbolThatTradesUnderANewTickerHasNoStaleTail() {
    BarSeries series = Bars.on(sessions, i -> i < 10);
    CorporateAction change = action("ticker_change", sessions.date(10).toString(), "NEW");
    assertThat(scan(series, 12, 0, change)).isEmpty();
  }

  @Test
  void tooFewBarsForTheRuleAreNoted() {
    assertThat(codes(scan(Bars.on(sessions, i -> i < 251), 250, 252)))
        .containsExactly(WARM_UP_SHORTAGE);
  }

  @Test
  void aVendorsAdjustmentIsTheGradeUnlessSomethingBlocks() {
    assertThat(DataGrade.of(List.of(), true)).hasToString("vendor-adjusted");
  }

  private List<Code> oneBar(double open, double high, double low, double close, double volume) {
    return codes(scan(new Bars().bar("2024-01-01", open, high, low, close, volume).raw(), 0, 0));
  }

  private List<QualityFinding> scan(
      BarSeries series, int asOf, int warmUp, CorporateAction... actions) {
    return new QualityScan(sessions, sessions.date(asOf), warmUp).scan(series, List.of(actions));
  }

  private static List<Code> codes(List<QualityFinding> findings) {
    return findings.stream().map(QualityFinding::code).toList();
  }

  private static BarSeries spy(BarRows rows) {
    BarSeries like = new Bars().bar("2024-01-01", 1).raw();
    return rows.toSeries(like.symbol(), like.timeframe(), like.adjustment(), like.source());
  }

  private static CorporateAction action(String kind, String exDate, String value) {
    return ActionTerms.of(kind, Bars.SPY, LocalDate.parse(exDate), value);
  }
}
