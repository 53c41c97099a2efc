package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.Minutes;
import milodex.NewYork;
import milodex.Script;
import milodex.TinyMarket;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.strategy.Observation;
import milodex.strategy.templates.OpeningRangeBreakout;
import org.junit.jupiter.api.Test;

/// Days told by the minute, through the real loop, desk, gate and books.
class IntradayRunsTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final String TUESDAY = "2024-07-02 ";

  /// The half day before July 4.
  private static final String WEDNESDAY = "2024-07-03 ";

  private static final String FRIDAY = "2024-07-05 ";

  @Test
  void aWishOnTheCloseOfABarIsFilledAtTheOpenOfTheNext() {
    TinyDays days =
        minutes(
            quiet()
                .bar(TUESDAY + "10:04", 50, 50.5, 50, 50.4, 1)
                .bar(TUESDAY + "10:05", 50.6, 51, 50, 50.2, 1)
                .bar(TUESDAY + "11:00", 51.5, 51.5, 51, 51, 1));
    Script rule = new Script().buy(TUESDAY + "10:05", "ACME", 0.5).sell(TUESDAY + "11:00", "ACME");

    assertThat(days.story(rule))
        .containsExactly(
            "07-02 10:05 wants BUY ACME",
            "07-02 10:05 bought 98 ACME at 50.6",
            "07-02 11:00 wants SELL ACME",
            "07-02 11:00 sold 98 ACME at 51.5");
    assertThat(rule.sawAt(TUESDAY + "10:05").window(ACME).orElseThrow())
        .satisfies(
            bars -> {
              assertThat(bars.close(0)).isEqualTo(50.4);
              assertThat(NewYork.minute(bars.openedAt(0))).isEqualTo(TUESDAY + "10:04");
              assertThat(bars.length()).isEqualTo(3);
            });
  }

  @Test
  void fiveMinutesAreSeenOnlyOnceTheyAreOver() {
    TinyDays days =
        TinyDays.of(
            market(), Timeframe.MINUTE_5, quiet().bar(TUESDAY + "10:09", 50, 58, 50, 57, 1));
    Script rule = new Script();
    days.run(rule);

    assertThat(rule.seen().stream().map(Observation::asOf).distinct()).hasSize(78 + 42 + 78);
    assertThat(newest(rule, TUESDAY + "10:05").close(0)).isEqualTo(50);
    assertThat(newest(rule, TUESDAY + "10:10").close(0)).isEqualTo(57);
    assertThat(newest(rule, TUESDAY + "10:10").high(0)).isEqualTo(58);
  }

  @Test
  void aMinuteWithoutATradeIsNoPriceAndAnEntryTriesTheNextFiveMinutes() {
    Minutes silent = quiet().silent(TUESDAY + "10:05", TUESDAY + "10:08");
    Script rule = new Script().buy(TUESDAY + "10:05", "ACME", 0.5);

    assertThat(minutes(silent).story(rule))
        .containsExactly("07-02 10:05 wants BUY ACME", "07-02 10:08 bought 100 ACME at 50");
  }

  @Test
  void afterFiveMinutesWithoutAPriceAnEntryIsGivenUpAndAnExitIsNot() {
    Minutes silent =
        quiet()
            .silent(TUESDAY + "10:05", TUESDAY + "10:15")
            .silent(TUESDAY + "11:00", TUESDAY + "11:30");
    Script rule =
        new Script()
            .buy(TUESDAY + "10:05", "ACME", 0.5)
            .buy(TUESDAY + "10:30", "ACME", 0.5)
            .sell(TUESDAY + "11:00", "ACME");

    assertThat(minutes(silent).story(rule))
        .containsExactly(
            "07-02 10:05 wants BUY ACME",
            "07-02 10:10 EXPIRED BUY ACME",
            "07-02 10:30 wants BUY ACME",
            "07-02 10:30 bought 100 ACME at 50",
            "07-02 11:00 wants SELL ACME",
            "07-02 11:30 sold 100 ACME at 50");
  }

  @Test
  void anEntryOnTheLastBarOfTheSessionIsNotCarriedOverNight() {
    Script rule = new Script().buy(TUESDAY + "16:00", "ACME", 0.5);

    assertThat(minutes(quiet()).story(rule))
        .containsExactly("07-02 16:00 wants BUY ACME", "07-02 16:00 EXPIRED BUY ACME");
  }

  @Test
  void aBarThatClosesWithTheHalfDayIsItsLast() {
    TinyDays days = TinyDays.of(market(), Timeframe.HOUR_1, quiet());
    Script rule = new Script();
    days.run(rule);

    assertThat(rule.seen())
        .extracting(seen -> NewYork.minute(seen.asOf()))
        .containsSubsequence(
            TUESDAY + "15:30",
            TUESDAY + "16:00",
            WEDNESDAY + "10:30",
            WEDNESDAY + "12:30",
            WEDNESDAY + "13:00",
            FRIDAY + "10:30");
    assertThat(NewYork.minute(newest(rule, WEDNESDAY + "13:00").openedAt(0)))
        .isEqualTo(WEDNESDAY + "12:30");
  }

  @Test
  void anExitThatFindsNoPriceByTheCloseIsSaidAloudAndWorkedAtTheNextOpen() {
    Minutes silent = quiet().silent(WEDNESDAY + "12:45", WEDNESDAY + "13:00");
    Script rule =
        new Script().buy(WEDNESDAY + "10:00", "ACME", 0.5).sell(WEDNESDAY + "12:45", "ACME");
    TinyDays days = minutes(silent.bar(FRIDAY + "09:30", 49, 50, 49, 50, 1));

    assertThat(days.story(rule))
        .containsExactly(
            "07-03 10:00 wants BUY ACME",
            "07-03 10:00 bought 100 ACME at 50",
            "07-03 12:45 wants SELL ACME",
            "07-03 13:00 MISSED SELL ACME",
            "07-05 09:30 sold 100 ACME at 49");
    RunResult run = days.run(rule);
    assertThat(run.windows().getFirst().missedExits())
        .singleElement()
        .satisfies(missed -> assertThat(missed.session()).isEqualTo("2024-07-03"));
    assertThat(RunSummary.of(run).at("windows").items().getFirst().at("missed_exits").items())
        .hasSize(1);
  }

  @Test
  void whatIsHeldOverNightIsMarkedAtTheDailyClose() {
    Script rule = new Script().buy(TUESDAY + "10:00", "ACME", 0.5);
    TinyMarket daily = TinyMarket.of("2024-07-02", "2024-07-05").bars("ACME", "50/51 50/50 50/50");
    TinyDays days = TinyDays.of(daily, Timeframe.MINUTE_1, quiet());

    assertThat(days.run(rule).curve().equity()).startsWith(10_000, 10_100, 10_000);
  }

  @Test
  void aQuietSessionIsOneFactThatSumsItsBarsUp() {
    List<Event> events = minutes(quiet()).events(new Script().buy(FRIDAY + "09:31", "ACME", 0.5));

    assertThat(events.subList(1, 3))
        .extracting(Event::key)
        .containsExactly(
            "evaluated/null.daily.script.run.v1/2024-07-02",
            "evaluated/null.daily.script.run.v1/2024-07-03");
    assertThat(events)
        .extracting(Event::key)
        .contains(
            "evaluated/null.daily.script.run.v1/2024-07-05T13:31:00Z",
            "intent/null.daily.script.run.v1/draft/ACME/BUY/2024-07-05T13:31:00Z",
            "evaluated/null.daily.script.run.v1/2024-07-05");
  }

  @Test
  void aSessionWithoutBarsIsListedAndNothingIsDecidedInIt() {
    TinyMarket daily =
        TinyMarket.of("2024-07-01", "2024-07-09")
            .bars("ACME", "50/50 50/50 50/50 50/50 50/50 50/50");
    Minutes five = quiet().quiet("2024-07-01 09:30", "2024-07-01 16:00", 50);
    five.quiet("2024-07-08 09:30", "2024-07-08 16:00", 50);
    Script rule = new Script();
    TinyDays days = TinyDays.of(daily, Timeframe.MINUTE_5, five);
    RunResult run = days.run(rule);

    assertThat(run.ready().intraday().orElseThrow().notEvaluated())
        .containsExactly(LocalDate.parse("2024-07-09"));
    assertThat(run.ready().intraday().orElseThrow().covered()).containsEntry(ACME, 5);
    assertThat(rule.seen()).noneMatch(seen -> seen.session().equals(LocalDate.parse("2024-07-09")));
    assertThat(closes(days.events(rule)).getLast().rule()).isEqualTo("not_evaluated");
    assertThat(RunSummary.of(run).at("data", "intraday", "not_evaluated").items()).hasSize(1);
  }

  @Test
  void tooManySessionsWithoutBarsRefuseTheRunAndNameTheOthers() {
    Minutes one = Minutes.of("ACME").quiet(TUESDAY + "09:30", TUESDAY + "16:00", 50);

    assertThat(minutes(one).prepare(new Script()))
        .isInstanceOfSatisfying(
            Preparation.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("intraday_incomplete");
              assertThat(refused.says())
                  .isEqualTo("only 1 of 3 sessions have 1Min bars: 2024-07-02 to 2024-07-02");
            });
  }

  @Test
  void withoutAnyBarOfItsSizeTheUniverseIsIncomplete() {
    assertThat(
            minutes(Minutes.of("OTHER").quiet(TUESDAY + "09:30", TUESDAY + "16:00", 50))
                .prepare(new Script()))
        .isInstanceOfSatisfying(
            Preparation.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("universe_incomplete");
              assertThat(refused.says())
                  .contains("have 1Min and daily bars")
                  .contains("missing: ACME");
            });
  }

  @Test
  void dailyAndIntradayPricesOfTwoKindsOfSharesAreRefused() {
    TinyMarket daily = TinyMarket.of("2024-07-02", "2024-07-05").bars("ACME", "25/25 25/25 25/25");

    assertThat(TinyDays.of(daily, Timeframe.MINUTE_1, quiet()).prepare(new Script()))
        .isInstanceOfSatisfying(
            Preparation.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("mixed_adjustment");
              assertThat(refused.says())
                  .isEqualTo(
                      "ACME closes at 25.0 on 2024-07-02 by its daily bars and at 50.0 by its"
                          + " intraday bars");
            });
  }

  @Test
  void aSplitOverNightChangesTheUnitOfTheBarsBeforeIt() {
    TinyMarket daily =
        TinyMarket.of("2024-07-02", "2024-07-05")
            .bars("ACME", "100/100 50/50 50/50")
            .split("ACME", "2024-07-03", "2");
    Minutes bars = quiet().quiet(TUESDAY + "09:30", TUESDAY + "16:00", 100);
    Script rule =
        new Script().buy(TUESDAY + "15:00", "ACME", 0.5).sell(WEDNESDAY + "09:31", "ACME");

    assertThat(TinyDays.of(daily, Timeframe.MINUTE_1, bars).story(rule))
        .containsExactly(
            "07-02 15:00 wants BUY ACME",
            "07-02 15:00 bought 50 ACME at 100",
            "07-03 09:30 split ACME 2, in lieu 50",
            "07-03 09:31 wants SELL ACME",
            "07-03 09:31 sold 100 ACME at 50");
    assertThat(newest(rule, WEDNESDAY + "09:31").close(1)).isEqualTo(50);
    assertThat(newest(rule, TUESDAY + "16:00").close(0)).isEqualTo(100);
  }

  @Test
  void anOrderUponABarOlderThanFiveMinutesIsRefused() {
    Minutes silent = quiet().silent(TUESDAY + "10:00", TUESDAY + "10:20");
    Script rule = new Script().buy(TUESDAY + "10:20", "ACME", 0.5);

    assertThat(minutes(silent).story(rule))
        .containsExactly(
            "07-02 10:20 wants BUY ACME",
            "07-02 10:20 refused BUY ACME: stale_market_data",
            "07-02 10:20 REFUSED BUY ACME");
  }

  @Test
  void whyASymbolIsNoCandidateIsSaid() {
    Script rule = new Script();
    minutes(quiet().silent(TUESDAY + "10:00", TUESDAY + "10:01")).run(rule);

    assertThat(rule.sawAt(TUESDAY + "09:31").whyBarred(ACME)).contains("too_few_bars");
    assertThat(rule.sawAt(TUESDAY + "09:33").whyBarred(ACME)).isEmpty();
    assertThat(rule.sawAt(TUESDAY + "10:01").whyBarred(ACME)).contains("no_bar_now");
    assertThat(rule.sawAt(TUESDAY + "10:01").window(ACME)).isEmpty();
    assertThat(rule.sawAt(WEDNESDAY + "09:31").whyBarred(ACME)).isEmpty();
  }

  @Test
  void theOpenAndTheCloseAreThoseOfNewYorkOnBothSidesOfTheChangeOfTheClock() {
    TinyMarket daily = TinyMarket.of("2024-03-08", "2024-03-11").bars("ACME", "50/50 50/50");
    Minutes bars =
        Minutes.of("ACME")
            .quiet("2024-03-08 09:30", "2024-03-08 16:00", 50)
            .quiet("2024-03-11 09:30", "2024-03-11 16:00", 50);
    Script rule = new Script();
    TinyDays.of(daily, Timeframe.MINUTE_15, bars).run(rule);

    assertThat(rule.seen().stream().map(seen -> seen.asOf().toString()).distinct())
        .hasSize(52)
        .contains("2024-03-08T21:00:00Z", "2024-03-11T20:00:00Z")
        .startsWith("2024-03-08T14:45:00Z");
    assertThat(rule.sawAt("2024-03-11 16:00").window(ACME)).isPresent();
  }

  /// The range of the first half hour is 49 to 51; both days break out of it upwards at 10:30.
  @Test
  void theOpeningRangeBreakoutIsFlatBeforeTheCloseOnAHalfDayToo() {
    assertThat(breakouts(breakoutDays()))
        .containsExactly(
            "07-02 10:30 wants BUY ACME",
            "07-02 10:30 bought 180 ACME at 52.5",
            "07-02 15:45 wants SELL ACME",
            "07-02 15:45 sold 180 ACME at 52",
            "07-03 10:30 wants BUY ACME",
            "07-03 10:30 bought 179 ACME at 52.5",
            "07-03 12:45 wants SELL ACME",
            "07-03 12:45 sold 179 ACME at 52");
  }

  @Test
  void aBreakoutWhoseExactLastBarIsMissingIsSoldOnTheNextOne() {
    Minutes bars = breakoutDays().silent(WEDNESDAY + "12:40", WEDNESDAY + "12:50");

    assertThat(breakouts(bars))
        .contains("07-03 12:45 wants SELL ACME", "07-03 12:50 sold 179 ACME at 52");
  }

  @Test
  void aBreakoutThatFallsBelowItsRangeIsSoldAndNotBoughtAgainThatDay() {
    Minutes bars =
        breakoutDays()
            .quiet(TUESDAY + "11:00", TUESDAY + "11:05", 49)
            .quiet(TUESDAY + "12:00", TUESDAY + "13:00", 53);

    assertThat(breakouts(bars))
        .startsWith(
            "07-02 10:30 wants BUY ACME",
            "07-02 10:30 bought 180 ACME at 52.5",
            "07-02 11:00 would trip daily_loss_cap_exceeded",
            "07-02 11:05 wants SELL ACME",
            "07-02 11:05 sold 180 ACME at 52",
            "07-03 10:30 wants BUY ACME");
  }

  private static List<String> breakouts(Minutes bars) {
    TinyMarket daily = TinyMarket.of("2024-07-01", "2024-07-03").bars("ACME", "50/50 50/52 52/52");
    return TinyDays.of(daily, Timeframe.MINUTE_5, bars).story(new OpeningRangeBreakout());
  }

  private static Minutes breakoutDays() {
    Minutes bars = Minutes.of("ACME").quiet("2024-07-01 09:30", "2024-07-01 16:00", 50);
    for (String day : List.of(TUESDAY, WEDNESDAY)) {
      bars.quiet(day + "09:30", day + "10:25", 50)
          .bar(day + "09:40", 50, 51, 49, 50, 1)
          .quiet(day + "10:25", day + "10:30", 52)
          .quiet(day + "10:30", day + (day.equals(TUESDAY) ? "16:00" : "13:00"), 52)
          .bar(day + "10:30", 52.5, 52.5, 52, 52, 1);
    }
    return bars;
  }

  private static TinyMarket market() {
    return TinyMarket.of("2024-07-02", "2024-07-05").bars("ACME", "50/50 50/50 50/50");
  }

  private static TinyDays minutes(Minutes bars) {
    return TinyDays.of(market(), Timeframe.MINUTE_1, bars);
  }

  /// Every minute of the three sessions at 50.
  private static Minutes quiet() {
    return Minutes.of("ACME")
        .quiet(TUESDAY + "09:30", TUESDAY + "16:00", 50)
        .quiet(WEDNESDAY + "09:30", WEDNESDAY + "13:00", 50)
        .quiet(FRIDAY + "09:30", FRIDAY + "16:00", 50);
  }

  private static BarWindow newest(Script rule, String minute) {
    return rule.sawAt(minute).window(ACME).orElseThrow();
  }

  private static List<Fact.StrategyEvaluated> closes(List<Event> events) {
    return events.stream()
        .map(Event::fact)
        .map(
            fact ->
                fact instanceof Fact.StrategyEvaluated one
                    ? Optional.of(one)
                    : Optional.<Fact.StrategyEvaluated>empty())
        .flatMap(Optional::stream)
        .toList();
  }
}
