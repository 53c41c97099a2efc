package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import org.junit.jupiter.api.Test;

class XsecRotationTest {

  private static final String FRIDAY = "2024-03-01";
  private static final String THURSDAY = "2024-02-29";

  private static final double[] UP_30 = {100, 110, 130};
  private static final double[] UP_20 = {100, 110, 120};
  private static final double[] UP_10 = {100, 120, 110};
  private static final double[] DOWN_10 = {100, 100, 90};
  private static final double[] DOWN_20 = {100, 90, 80};

  private static final ParameterValues SHIPPED = ParameterValues.standard(new XsecRotation());

  private static final ParameterValues TINY =
      SHIPPED.with("ranking_lookback", "2").with("market_filter_symbol", "");

  private final XsecRotation rule = with();

  @Test
  void onFridayTheTwoBestAreBoughtAndTheOthersAreNamedWithTheirRank() {
    Decision decision = rule.decide(fiveOn(FRIDAY).now());

    assertThat(Told.of(decision))
        .containsExactly(
            "enter DDD momentum.xsec_entry weight 0.45 rank 1",
            "enter BBB momentum.xsec_entry weight 0.45 rank 2",
            "not CCC not_among_targets rank 3",
            "not EEE not_among_targets rank 4",
            "not AAA not_among_targets rank 5");
    assertThat(decision.signals().getFirst().readings())
        .containsExactly(
            Reading.compared("rank", 1, "<=", 2),
            Reading.of("total_return", 1.1 * (130.0 / 110) - 1));
  }

  @Test
  void onAnyOtherDayNothingIsRanked() {
    Seen market = fiveOn(THURSDAY).holding("AAA", 80, 10);

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "not AAA no_exit_rule_holds",
            "not BBB not_rebalance_day",
            "not CCC not_rebalance_day",
            "not DDD not_rebalance_day",
            "not EEE not_rebalance_day");
  }

  @Test
  void whatIsRankedWorseThanTheExitRankIsSoldAndReplacedInOneSession() {
    Seen market = fiveOn(FRIDAY).holding("CCC", 100, 20).holding("EEE", 90, 20);

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "exit EEE momentum.xsec_exit",
            "enter DDD momentum.xsec_entry weight 0.45 rank 1",
            "not CCC no_exit_rule_holds",
            "not BBB no_free_slot rank 2",
            "not AAA not_among_targets rank 5");
  }

  @Test
  void aTargetThatIsHeldIsNotBoughtAgain() {
    Seen market = fiveOn(FRIDAY).holding("DDD", 100, 20).holding("BBB", 100, 20);
    Decision decision = rule.decide(market.now());

    assertThat(decision.signals()).isEmpty();
    assertThat(decision.rule()).isEqualTo("no_signal");
  }

  @Test
  void theExitRankItselfIsKept() {
    assertThat(Told.signals(rule.decide(fiveOn(FRIDAY).holding("CCC", 100, 20).now())))
        .containsExactly("enter DDD momentum.xsec_entry weight 0.45 rank 1");
    assertThat(
            Told.signals(
                with("exit_outside_top_n", "2")
                    .decide(fiveOn(FRIDAY).holding("CCC", 100, 20).now())))
        .containsExactly(
            "exit CCC momentum.xsec_exit",
            "enter DDD momentum.xsec_entry weight 0.45 rank 1",
            "enter BBB momentum.xsec_entry weight 0.45 rank 2");
  }

  @Test
  void aDividendCountsAsReturn() {
    Seen market = Seen.on(FRIDAY).with("AAA", UP_20).paying("BBB", 15, UP_10).with("CCC", DOWN_10);

    assertThat(Told.signals(rule.decide(market.now())))
        .containsExactly(
            "enter BBB momentum.xsec_entry weight 0.45 rank 1",
            "enter AAA momentum.xsec_entry weight 0.45 rank 2");
  }

  @Test
  void equalReturnsAreRankedBySymbol() {
    Seen market = Seen.on(FRIDAY).with("CCC", UP_10).with("BBB", UP_10).with("AAA", UP_10);

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "enter AAA momentum.xsec_entry weight 0.45 rank 1",
            "enter BBB momentum.xsec_entry weight 0.45 rank 2",
            "not CCC not_among_targets rank 3");
  }

  @Test
  void theStopIsAskedEveryDayAndItsSessionHasExitsOnly() {
    double stop = 90 / (1 - 0.07);

    assertThat(Told.of(rule.decide(fiveOn(THURSDAY).holding("EEE", stop, 1).now())))
        .startsWith("exit EEE momentum.stop_loss", "not AAA exits_first");
    assertThat(Told.signals(rule.decide(fiveOn(THURSDAY).holding("EEE", stop - 0.01, 1).now())))
        .isEmpty();
  }

  @Test
  void aStopOnTheRebalanceDayPutsTheRankingOff() {
    Seen market = fiveOn(FRIDAY).holding("AAA", 80, 20).holding("EEE", 100, 20);

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "exit EEE momentum.stop_loss",
            "not AAA no_exit_rule_holds",
            "not BBB exits_first",
            "not CCC exits_first",
            "not DDD exits_first");
  }

  @Test
  void inAWeekWithoutAFridayTheLastSessionBeforeItRebalances() {
    List<String> goodFriday = List.of("2024-03-28", "2012-04-05");
    List<String> independenceDay = List.of("2014-07-03", "2008-07-03");
    List<String> christmasOnFriday = List.of("2015-12-24", "2020-12-24");

    for (String thursday : goodFriday) {
      assertThat(trades(thursday)).as(thursday).isTrue();
    }
    for (String thursday : independenceDay) {
      assertThat(trades(thursday)).as(thursday).isTrue();
    }
    for (String thursday : christmasOnFriday) {
      assertThat(trades(thursday)).as(thursday).isTrue();
    }
    assertThat(trades("2024-03-27")).isFalse();
  }

  @Test
  void aClosureThatNobodyKnewOfIsNoHolidayYet() {
    assertThat(trades("2004-06-10")).as("a day of mourning, told a week before").isTrue();
    assertThat(trades("2001-09-10")).as("the day before the attacks").isFalse();
    assertThat(trades("2001-09-21")).isTrue();
  }

  @Test
  void aHalfDayAfterThanksgivingIsAFridayLikeAnyOther() {
    assertThat(trades("2019-11-29")).isTrue();
    assertThat(trades("2019-11-27")).isFalse();
  }

  @Test
  void anotherWeekdayMovesTheRebalanceAndAMissingMondayHasNone() {
    XsecRotation wednesday = with("rebalance_weekday", "wednesday");
    XsecRotation monday = with("rebalance_weekday", "monday");

    assertThat(trades(wednesday, "2024-02-28")).isTrue();
    assertThat(trades(wednesday, FRIDAY)).isFalse();
    assertThat(trades(wednesday, "2024-12-24")).as("the day before Christmas").isTrue();
    assertThat(trades(monday, "2024-02-26")).isTrue();
    for (String presidentsWeek : List.of("2024-02-16", "2024-02-20", "2024-02-23")) {
      assertThat(trades(monday, presidentsWeek)).as(presidentsWeek).isFalse();
    }
  }

  @Test
  void inTheWeekInWhichTheCalendarEndsNoDayIsTakenForTheLast() {
    assertThat(trades("2029-12-28")).isTrue();
    assertThat(trades("2029-12-31")).isFalse();
    assertThat(trades(with("rebalance_weekday", "monday"), "2029-12-31")).isTrue();
    assertThat(trades("2030-01-04")).isFalse();
  }

  @Test
  void aSymbolThatMayNotBeEnteredIsNotRanked() {
    Seen market = fiveOn(FRIDAY).barred("DDD", "hole").without("FFF").barred("FFF", "not_listed");

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "enter BBB momentum.xsec_entry weight 0.45 rank 1",
            "enter CCC momentum.xsec_entry weight 0.45 rank 2",
            "not EEE not_among_targets rank 3",
            "not AAA not_among_targets rank 4",
            "not DDD hole",
            "not FFF not_listed");
  }

  @Test
  void aHeldSymbolThatIsBarredIsJudgedByTheRankItWouldHave() {
    Seen leader = fiveOn(FRIDAY).barred("DDD", "low_coverage").holding("DDD", 100, 20);
    Seen laggard = fiveOn(FRIDAY).barred("EEE", "not_a_member").holding("EEE", 90, 20);

    assertThat(Told.of(rule.decide(leader.now())))
        .startsWith(
            "enter BBB momentum.xsec_entry weight 0.45 rank 1", "not DDD no_exit_rule_holds");
    assertThat(Told.signals(rule.decide(laggard.now()))).startsWith("exit EEE momentum.xsec_exit");
  }

  @Test
  void aHeldSymbolWithoutABarTodayWaitsAndKeepsItsSlot() {
    Seen market =
        Seen.on(FRIDAY)
            .with("AAA", UP_10)
            .with("BBB", UP_20)
            .without("CCC")
            .barred("CCC", "no_bar_today")
            .holding("CCC", 100, 20);

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "enter BBB momentum.xsec_entry weight 0.45 rank 1",
            "not CCC no_bar_today",
            "not AAA no_free_slot rank 2");
  }

  @Test
  void aRankingOfWhichMoreThanHalfIsMissingIsNotActedOn() {
    Seen half = fiveOn(FRIDAY).barred("AAA", "no_bar_today").barred("BBB", "no_bar_today");
    Seen most = half.holding("EEE", 90, 20);

    assertThat(rule.decide(half.now()).signals()).isNotEmpty();
    assertThat(Told.of(rule.decide(most.barred("CCC", "hole").now())))
        .containsExactly(
            "not EEE no_exit_rule_holds",
            "not AAA no_bar_today",
            "not BBB no_bar_today",
            "not CCC hole",
            "not DDD ranking_incomplete");
  }

  @Test
  void whatIsNotThereYetOrNoLongerDoesNotMakeARankingIncomplete() {
    Seen market = Seen.on(FRIDAY).with("AAA", UP_10);
    for (String absent : List.of("BBB", "CCC", "DDD")) {
      market.without(absent);
    }
    market.barred("CCC", "delisted").barred("DDD", "not_a_member");

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "enter AAA momentum.xsec_entry weight 0.45 rank 1",
            "not BBB too_few_bars",
            "not CCC delisted",
            "not DDD not_a_member");
  }

  @Test
  void theMarketFilterHoldsUpEntriesAndNeverExits() {
    XsecRotation filtered = with("market_filter_symbol", "SPY", "market_filter_length", "2");
    Seen market = fiveOn(FRIDAY).holding("EEE", 90, 20);

    assertThat(Told.of(filtered.decide(market.now())))
        .startsWith(
            "exit EEE momentum.xsec_exit",
            "not DDD market_filter_without_data rank 1",
            "not BBB market_filter_without_data rank 2",
            "not CCC not_among_targets rank 3");
    assertThat(Told.signals(filtered.decide(market.beside("SPY", 5, 5, 5).now())))
        .containsExactly("exit EEE momentum.xsec_exit");
    assertThat(Told.signals(filtered.decide(market.beside("SPY", 5, 5, 6).now()))).hasSize(3);
  }

  @Test
  void theOwnAverageHoldsUpAnEntryAndNothingMovesUpForIt() {
    XsecRotation filtered = with("ma_filter_length", "2");
    Seen market = Seen.on(FRIDAY).with("AAA", UP_30).with("BBB", UP_10).with("CCC", DOWN_20);

    assertThat(Told.of(filtered.decide(market.now())))
        .containsExactly(
            "enter AAA momentum.xsec_entry weight 0.45 rank 1",
            "not BBB close_not_above_sma rank 2",
            "not CCC not_among_targets rank 3");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    XsecRotation shipped = new XsecRotation();

    assertThat(shipped.name()).isEqualTo("daily.xsec_rotation");
    assertThat(shipped.family()).isEqualTo(Family.MOMENTUM);
    assertThat(shipped.slots()).isEqualTo(2);
    assertThat(shipped.lookback()).isEqualTo(201);
    assertThat(rule.lookback()).isEqualTo(3);
    assertThat(with("ma_filter_length", "50").lookback()).isEqualTo(51);
    assertThat(shipped.alsoReads()).containsExactly(Symbol.of("SPY"));
    assertThat(rule.alsoReads()).isEmpty();
    assertThat(shipped.isLowCadence()).isFalse();
  }

  @Test
  void anExitRankBelowTheTargetsIsRefused() {
    assertThatThrownBy(() -> with("exit_outside_top_n", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("would be sold again");
  }

  /// Ranked DDD, BBB, CCC, EEE, AAA.
  private static Seen fiveOn(String session) {
    return Seen.on(session)
        .with("AAA", DOWN_20)
        .with("BBB", UP_20)
        .with("CCC", UP_10)
        .with("DDD", UP_30)
        .with("EEE", DOWN_10);
  }

  private boolean trades(String session) {
    return trades(rule, session);
  }

  private static boolean trades(XsecRotation rule, String session) {
    return !rule.decide(fiveOn(session).now()).signals().isEmpty();
  }

  private static XsecRotation with(String... namesAndValues) {
    ParameterValues values = TINY;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new XsecRotation().with(values);
  }
}
