package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.data.Eligibility;
import milodex.data.Eligibility.Reason;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Event;
import milodex.market.Symbol;
import milodex.market.Universe;
import org.junit.jupiter.api.Test;

/// Backtests across a ticker change, by whatever ticker the universe calls the company.
class TickerChangeRunsTest {

  private static final Symbol FB = Symbol.of("FB");
  private static final Symbol META = Symbol.of("META");

  /// Monday to Friday; on Thursday FB becomes META, a ticker another company bore until then.
  private static final TinyMarket WEEK =
      TinyMarket.of("2022-06-06", "2022-06-10")
          .bars("FB", "194/190 190/190 190/196 - -")
          .bars("META", "12/12 12/12 12/12 195/195 194/195")
          .bars("IDX", "100/100 100/100 100/100 100/100 100/100")
          .tickerChange("FB", "2022-06-09", "META");

  @Test
  void aUniverseOfTheNewTickerTradesTheCompanyAllTheTime() {
    Script script = new Script().buy("2022-06-06", "META", 0.5);
    RunResult run = run(script, member("META"));

    assertThat(story(run))
        .containsExactly("06-06 wants BUY META", "06-07 bought 26 META at 190.19");
    assertThat(script.sawOn("2022-06-10").window(META).orElseThrow().close(2)).isEqualTo(196);
    assertThat(run.ready().history().symbols()).containsExactly(META);
    assertThat(run.ready().history().assumedDelistings()).isEmpty();
  }

  @Test
  void aUniverseOfTheOldTickerCarriesItsPositionOverAndEntersNoMore() {
    RunResult run = run(new Script().buy("2022-06-06", "FB", 0.5), member("FB"));

    assertThat(story(run))
        .containsExactly(
            "06-06 wants BUY FB", "06-07 bought 26 FB at 190.19", "06-09 FB becomes META");
    assertThat(run.ready().history().assumedDelistings()).isEmpty();
    assertThat(run.ready().excluded().get(FB))
        .containsExactly(
            new Eligibility.Stretch(Reason.RENAMED, day("2022-06-09"), day("2022-06-10")));
    assertThat(run.ready().inputs().bars()).containsOnlyKeys(FB, META);
  }

  @Test
  void aUniverseThatFollowsTheTickersTradesOn() {
    Script script = new Script().buy("2022-06-06", "FB", 0.3).sell("2022-06-09", "META");
    RunResult run = run(script, member("FB", "", "2022-06-08"), member("META", "2022-06-09", ""));

    assertThat(story(run))
        .containsExactly(
            "06-06 wants BUY FB",
            "06-07 bought 15 FB at 190.19",
            "06-09 FB becomes META",
            "06-09 wants SELL META",
            "06-10 sold 15 META at 193.806");
    assertThat(script.sawOn("2022-06-08").whyBarred(META)).contains("not_a_member");
    assertThat(script.sawOn("2022-06-09").whyBarred(META)).isEmpty();
  }

  @Test
  void aNewTickerWithoutBarsClosesThePositionAtTheLastPriceAndSaysSo() {
    MemoryBarStore bars =
        MemoryBarStore.of(
            WEEK.series().stream().filter(one -> !one.symbol().equals(META)).toList(),
            WEEK.actions());
    BacktestPlan plan =
        plan(new Script().buy("2022-06-06", "FB", 0.5), member("FB"), member("IDX"));
    RunResult run = TinyRuns.run(plan, bars);

    assertThat(story(run)).last().isEqualTo("06-09 FB stopped trading, pays 196");
    assertThat(run.ready().history().assumedDelistings()).hasSize(1);
  }

  @Test
  void aTickerChangeInTheFutureChangesNothingBefore() {
    LocalDate cut = day("2022-06-08");
    for (Universe.Member member : List.of(member("FB"), member("META"))) {
      Script script = new Script().buy("2022-06-06", member.symbol().ticker(), 0.5);
      List<Event> whole = events(TinyRuns.run(plan(script, member), TinyRuns.store(WEEK)));
      BacktestPlan shorter = TinyRuns.until(cut, plan(script, member));
      List<Event> known = events(TinyRuns.run(shorter, TinyRuns.store(WEEK)));

      assertThat(known.subList(1, known.size() - 1))
          .isNotEmpty()
          .isEqualTo(whole.subList(1, known.size() - 1));
    }
  }

  @Test
  void aChangeAfterThePeriodDoesNotNameAnotherRun() {
    TinyMarket untold = TinyMarket.of("2022-06-06", "2022-06-10");
    WEEK.series().forEach(untold::with);
    BacktestPlan early = TinyRuns.until(day("2022-06-08"), plan(new Script(), member("FB")));

    assertThat(TinyRuns.ready(early, TinyRuns.store(WEEK)).inputs().id())
        .isEqualTo(TinyRuns.ready(early, TinyRuns.store(untold)).inputs().id());
  }

  private static RunResult run(Script script, Universe.Member... members) {
    return TinyRuns.run(plan(script, members), TinyRuns.store(WEEK));
  }

  private static BacktestPlan plan(Script script, Universe.Member... members) {
    ActiveStrategy plain = new Play(WEEK, script).strategy();
    return TinyRuns.plan(
        new ActiveStrategy(
            plain.id(),
            script,
            plain.parameters(),
            new Universe(
                "universe.tiny.v1",
                1,
                "tiny",
                Optional.empty(),
                Optional.empty(),
                List.of(members)),
            plain.limits(),
            plain.standing()),
        WEEK);
  }

  private static Universe.Member member(String ticker) {
    return member(ticker, "", "");
  }

  private static Universe.Member member(String ticker, String from, String to) {
    return new Universe.Member(
        Symbol.of(ticker), Universe.Kind.STOCK, Optional.empty(), date(from), date(to));
  }

  private static Optional<LocalDate> date(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(day(text));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<String> story(RunResult run) {
    return Play.story(events(run));
  }

  private static List<Event> events(RunResult run) {
    List<Event> events = new ArrayList<>();
    run.ledger().replay(events::add);
    return events;
  }
}
