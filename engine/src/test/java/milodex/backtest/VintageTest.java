package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.data.BarRows;
import milodex.ledger.ResearchFact;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

/// A run names what it read; what is stored may have been revised since.
class VintageTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol OTHER = Symbol.of("OTHER");

  private final TinyMarket market =
      TinyMarket.of("2024-03-07", "2024-03-13")
          .bars("ACME", "100/100 100/100 100/100 100/100 100/100")
          .bars("OTHER", "50/50 50/50 50/50 50/50 50/50");
  private final RunResult run =
      TinyRuns.run(TinyRuns.until(LocalDate.parse("2024-03-12"), plan()), market);

  @Test
  void barsThatWereLeftAloneAreThoseTheRunHasRead() {
    assertThat(revised(market.series(), List.of())).isEmpty();
  }

  @Test
  void aRevisedBarOfTheWarmUpMakesTheRunStale() {
    assertThat(revised(List.of(changed(ACME, 40), whole(OTHER)), List.of())).containsExactly(ACME);
  }

  @Test
  void aBarOlderThanWhatWasReadOrNewerThanThePeriodDoesNot() {
    assertThat(revised(List.of(changed(ACME, 0), whole(OTHER)), List.of())).isEmpty();
    int last = whole(ACME).size() - 1;
    assertThat(revised(List.of(changed(ACME, last), whole(OTHER)), List.of())).isEmpty();
  }

  @Test
  void aDividendThatWasMissingMakesTheRunStaleAndALaterOneDoesNot() {
    assertThat(revised(market.series(), List.of(dividend("2024-03-11")))).containsExactly(ACME);
    assertThat(revised(market.series(), List.of(dividend("2024-03-13")))).isEmpty();
  }

  @Test
  void barsThatAreGoneCannotBeWhatWasRead() {
    assertThat(revised(List.of(whole(ACME)), List.of())).containsExactly(OTHER);
  }

  @Test
  void aRunThatDidNotKeepWhereItsReadingBeganCannotBeJudged() {
    RunSummary older = RunSummary.parse("{\"data\":{\"grade\":\"clean\"}}");
    assertThat(new Vintage(TinyRuns.store(market)).revised(registration(), older)).isEmpty();
  }

  private BacktestPlan plan() {
    return TinyRuns.plan(new Play(market, new Script()).strategy(), market);
  }

  private SortedSet<Symbol> revised(List<BarSeries> series, List<CorporateAction> actions) {
    return new Vintage(MemoryBarStore.of(series, actions))
        .revised(registration(), RunSummary.of(run))
        .orElseThrow();
  }

  private ResearchFact.TrialRegistered registration() {
    RunInputs inputs = run.ready().inputs();
    return new ResearchFact.TrialRegistered(
        inputs.id(),
        run.ready().plan().strategy().id(),
        inputs.from(),
        inputs.to(),
        inputs.canonical(),
        "");
  }

  private CorporateAction dividend(String exDate) {
    return new CorporateAction.Dividend(ACME, LocalDate.parse(exDate), BigDecimal.ONE);
  }

  private BarSeries whole(Symbol symbol) {
    List<BarSeries> found = new ArrayList<>(market.series());
    found.removeIf(one -> !one.symbol().equals(symbol));
    return found.getFirst();
  }

  /// The series with one volume changed.
  private BarSeries changed(Symbol symbol, int bar) {
    BarSeries from = whole(symbol);
    BarRows rows = new BarRows(from.size());
    for (int i = 0; i < from.size(); i++) {
      rows.add(
          from.day()[i],
          from.openedAt()[i],
          from.columns().open()[i],
          from.columns().high()[i],
          from.columns().low()[i],
          from.columns().close()[i],
          from.columns().volume()[i] + (i == bar ? 1 : 0));
    }
    return rows.toSeries(symbol, from.timeframe(), from.adjustment(), from.source());
  }
}
