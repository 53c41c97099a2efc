package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.backtest.Preparation.Ready;
import milodex.backtest.Preparation.Refused;
import milodex.data.DataGrade;
import milodex.data.Eligibility;
import milodex.data.Eligibility.Reason;
import milodex.execution.ActiveStrategy;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.market.Universe;
import org.junit.jupiter.api.Test;

class PreparerTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol OTHER = Symbol.of("OTHER");
  private static final String CALM = "50/50 50/50 50/50 50/50 50/50";

  /// Thursday to Wednesday.
  private final TinyMarket week = TinyMarket.of("2024-03-07", "2024-03-13");

  @Test
  void whatIsThereIsReadyFromTheFirstSessionAfterWhichSomethingMayBeBought() {
    Ready ready = ready(plan(week.bars("ACME", CALM)));

    assertThat(date(ready, ready.firstSession())).isEqualTo("2024-03-07");
    assertThat(date(ready, ready.lastSession())).isEqualTo("2024-03-13");
    assertThat(ready.grade()).isEqualTo(DataGrade.CLEAN);
    assertThat(ready.absent()).isEmpty();
    assertThat(ready.excluded()).isEmpty();
  }

  @Test
  void aYearAndThirtySessionsAreReadBeforeThePeriodAndNoMore() {
    TinyMarket market = week.bars("ACME", CALM);
    Ready ready = ready(TinyRuns.between(day("2024-03-11"), day("2024-03-13"), plan(market)));

    assertThat(ready.history().sessions()).hasSize(252 + 30 + 3);
    assertThat(date(ready, 282)).isEqualTo("2024-03-11");
  }

  @Test
  void theRunBeginsWhereTheFirstSymbolIsSeasonedAndTheOthersAreListed() {
    week.bars("ACME", CALM).bars("OTHER", CALM);
    week.with(without(week, ACME, 0, 50)).with(without(week, OTHER, 0, 51));

    Ready ready = ready(plan(week));

    assertThat(date(ready, ready.firstSession())).isEqualTo("2024-03-08");
    assertThat(ready.excluded())
        .isEqualTo(
            Map.of(
                ACME, List.of(stretch(Reason.TOO_FEW_BARS, "2024-03-07", "2024-03-07")),
                OTHER, List.of(stretch(Reason.TOO_FEW_BARS, "2024-03-07", "2024-03-08"))));
  }

  @Test
  void aWeekEndHasNoSession() {
    BacktestPlan plan =
        TinyRuns.between(day("2024-03-09"), day("2024-03-10"), plan(week.bars("ACME", CALM)));

    assertThat(refused(plan))
        .isEqualTo(
            new Refused(
                "no_session",
                "the exchange has no session between 2024-03-09 and 2024-03-10",
                "ask for a longer period"));
  }

  @Test
  void fewerThanFourFifthsOfTheUniverseAreNotEnough() {
    List<String> names = List.of("AA", "BB", "CC", "DD", "EE");
    names.forEach(name -> week.bars(name, CALM));
    ActiveStrategy strategy = new Play(week, new Script()).strategy();

    assertThat(prepared(strategy, names.subList(0, 4))).isInstanceOf(Ready.class);
    assertThat(((Ready) prepared(strategy, names.subList(0, 4))).absent())
        .containsExactly(Symbol.of("EE"));
    assertThat(prepared(strategy, names.subList(0, 3)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("universe_incomplete");
              assertThat(refused.says())
                  .isEqualTo(
                      "only 3 of 5 symbols of the universe have bars in the period; missing: DD, EE");
            });
  }

  @Test
  void aSymbolThatDidNotBelongInThePeriodIsNotMissedAndNotWaitedFor() {
    TinyMarket market = week.bars("ACME", CALM);
    Universe.Member former =
        new Universe.Member(
            OTHER,
            Universe.Kind.STOCK,
            Optional.empty(),
            Optional.empty(),
            Optional.of(day("2024-03-06")));

    assertThat(ready(TinyRuns.plan(with(former, market), market)).absent()).isEmpty();
  }

  @Test
  void theRunBeginsWithTheMembershipOfItsFirstMember() {
    TinyMarket market = week.bars("OTHER", CALM);
    Universe.Member late =
        new Universe.Member(
            OTHER,
            Universe.Kind.STOCK,
            Optional.empty(),
            Optional.of(day("2024-03-11")),
            Optional.empty());
    Ready ready = ready(TinyRuns.plan(only(late, market), market));

    assertThat(date(ready, ready.firstSession())).isEqualTo("2024-03-11");
  }

  @Test
  void barsThatEndBeforeThePeriodDoesAreNoDelistingOfEverything() {
    TinyMarket market = week.bars("ACME", "50/50 50/50 50/50").bars("OTHER", "20/20 20/20");

    assertThat(refused(plan(market)))
        .isEqualTo(
            new Refused(
                "bars_end_early",
                "no bar of the universe is newer than 2024-03-11, and the period ends on"
                    + " 2024-03-13",
                "ask for a period that ends on 2024-03-11, or import newer bars"));
    assertThat(TinyRuns.prepare(TinyRuns.until(day("2024-03-11"), plan(market)), market))
        .isInstanceOf(Ready.class);
  }

  @Test
  void aUniverseThatWasDelistedAsAWholeMayRun() {
    TinyMarket market = week.bars("ACME", "50/50 50/50").delisting("ACME", "2024-03-08", "0");

    assertThat(TinyRuns.prepare(plan(market), market)).isInstanceOf(Ready.class);
  }

  @Test
  void severeFindingsInTheBarsRefuse() {
    TinyMarket market = week.bars("ACME", CALM);
    BarColumns columns = market.series().getFirst().columns();
    columns.close()[100] = -1;

    assertThat(refused(plan(market)))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("bad_data");
              assertThat(refused.says()).startsWith("2 severe findings in the bars, the first: ");
            });
  }

  @Test
  void whereNothingIsSeasonedBeforeThePeriodEndsTheWarmUpIsTooShort() {
    TinyMarket market = week.bars("ACME", CALM);
    market.with(without(market, ACME, 0, 54));

    assertThat(refused(plan(market)).code()).isEqualTo("warm_up_too_short");
    assertThat(refused(plan(market)).says())
        .isEqualTo(
            "no symbol has the 252 closed bars behind it that daily.script needs, at any session"
                + " of the period");
  }

  @Test
  void tooManyWindowsForThePeriodAreRefusedBeforeAnythingRuns() {
    TinyMarket market = week.bars("ACME", CALM);

    assertThat(refused(TinyRuns.windows(2, plan(market))))
        .isEqualTo(
            new Refused(
                "too_few_sessions",
                "5 sessions after warm-up are too few for 2 windows, which need at least 6",
                "ask for a longer period or fewer windows"));
    assertThat(TinyRuns.prepare(TinyRuns.windows(1, plan(market)), market))
        .isInstanceOf(Ready.class);
  }

  @Test
  void aPeriodOutsideTheCalendarIsNotGuessed() {
    BacktestPlan plan =
        TinyRuns.between(day("1990-01-02"), day("2024-03-13"), plan(week.bars("ACME", CALM)));

    assertThatThrownBy(() -> TinyRuns.prepare(plan, week))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outside the exchange calendar");
  }

  @Test
  void noWarmUpIsReadFromBeforeTheCalendarBegins() {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    TinyMarket market = week.bars("ACME", CALM);
    BacktestPlan plan = TinyRuns.between(calendar.firstCovered(), day("2024-03-13"), plan(market));

    assertThat(ready(plan).history().sessions().getFirst().date()).isEqualTo("1993-01-04");
  }

  @Test
  void aVendorsAdjustmentIsTheGradeOfTheRun() {
    TinyMarket market = week.bars("ACME", CALM);
    BarSeries raw = market.series().getFirst();
    market.with(
        new BarSeries(
            ACME,
            raw.timeframe(),
            Adjustment.SPLIT_ADJUSTED,
            raw.source(),
            raw.day(),
            raw.openedAt(),
            raw.columns()));
    MemoryBarStore store = TinyRuns.store(market);

    assertThat(TinyRuns.ready(plan(market), store).grade()).isEqualTo(DataGrade.VENDOR_ADJUSTED);
  }

  @Test
  void theBenchmarkIsReadAndNeverListedAsExcluded() {
    TinyMarket market = week.bars("ACME", CALM);
    ActiveStrategy strategy = new Play(market, new Script()).strategy();
    market.bars("INDEX", CALM);
    market.with(without(market, Symbol.of("INDEX"), 0, 100));
    Ready ready = ready(TinyRuns.against("INDEX", TinyRuns.plan(strategy, market)));

    assertThat(ready.excluded()).isEmpty();
    assertThat(ready.inputs().bars()).containsOnlyKeys(ACME, Symbol.of("INDEX"));
    assertThat(ready(TinyRuns.against("NOBODY", TinyRuns.plan(strategy, market))).absent())
        .containsExactly(Symbol.of("NOBODY"));
  }

  @Test
  void actionsBeforeWhatIsReadAndAfterThePeriodDoNotNameAnotherRun() {
    TinyMarket market = week.bars("ACME", CALM);
    RunInputs bare = ready(plan(market)).inputs();
    market.dividend("ACME", "2020-03-09", "1").split("ACME", "2024-03-14", "2");
    RunInputs more = ready(plan(market)).inputs();
    market.dividend("ACME", "2024-03-12", "1");

    assertThat(more.id()).isEqualTo(bare.id());
    assertThat(ready(plan(market)).inputs().id()).isNotEqualTo(bare.id());
  }

  private BacktestPlan plan(TinyMarket market) {
    return TinyRuns.plan(market, new Script());
  }

  private Ready ready(BacktestPlan plan) {
    return TinyRuns.ready(plan, TinyRuns.store(week));
  }

  private Refused refused(BacktestPlan plan) {
    return switch (TinyRuns.prepare(plan, week)) {
      case Refused refused -> refused;
      case Ready _ -> throw new AssertionError("it is ready");
    };
  }

  private Preparation prepared(ActiveStrategy strategy, List<String> stored) {
    List<BarSeries> kept =
        week.series().stream().filter(series -> stored.contains(series.symbol().ticker())).toList();
    return new Preparer(MemoryBarStore.of(kept, List.of())).prepare(TinyRuns.plan(strategy, week));
  }

  private static ActiveStrategy with(Universe.Member member, TinyMarket market) {
    ActiveStrategy plain = new Play(market, new Script()).strategy();
    return of(
        plain, Stream.concat(plain.universe().members().stream(), Stream.of(member)).toList());
  }

  private static ActiveStrategy only(Universe.Member member, TinyMarket market) {
    return of(new Play(market, new Script()).strategy(), List.of(member));
  }

  private static ActiveStrategy of(ActiveStrategy plain, List<Universe.Member> members) {
    return new ActiveStrategy(
        plain.id(),
        plain.template(),
        plain.parameters(),
        new Universe("universe.tiny.v1", 1, "tiny", Optional.empty(), Optional.empty(), members),
        plain.limits(),
        plain.standing());
  }

  /// The bars of a symbol without the first ones.
  private static BarSeries without(TinyMarket market, Symbol symbol, int from, int to) {
    Map<Symbol, BarSeries> bars =
        market.series().stream().collect(Collectors.toMap(BarSeries::symbol, one -> one));
    BarSeries whole = Optional.ofNullable(bars.get(symbol)).orElseThrow();
    return whole.between(whole.session(to - from), whole.last());
  }

  private static Eligibility.Stretch stretch(Reason reason, String from, String to) {
    return new Eligibility.Stretch(reason, day(from), day(to));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static LocalDate date(Ready ready, int session) {
    return ready.history().sessions().get(session).date();
  }
}
