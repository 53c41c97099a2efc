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

class DualAbsoluteTest {

  private static final String MONTH_END = "2024-02-29";

  private static final double[] UP_50 = {100, 120, 150};
  private static final double[] UP_20 = {100, 160, 120};
  private static final double[] UP_10 = {100, 90, 110};
  private static final double[] FLAT = {80, 90, 80};

  private static final ParameterValues TINY =
      ParameterValues.standard(new DualAbsolute()).with("momentum_lookback", "2");

  private final DualAbsolute rule = with();

  @Test
  void whileTheFirstRiskySymbolBeatsTheFloorTheBetterOfBothIsBought() {
    Decision first = rule.decide(market(UP_50, UP_20, UP_10).now());

    assertThat(Told.of(first))
        .containsExactly(
            "enter SPY momentum.dual_absolute_rotation weight 0.95 rank 1",
            "not AGG not_the_target",
            "not EFA not_the_target",
            "not SHY not_the_target");
    assertThat(first.rule()).isEqualTo("momentum.dual_absolute_rotation");
    assertThat(first.signals().getFirst().readings())
        .extracting(Reading::name)
        .containsExactly("total_return", "alternate_return");
    assertThat(bought(market(UP_20, UP_50, UP_10))).isEqualTo("EFA");
  }

  @Test
  void belowTheFloorBondsAreBoughtHoweverGoodTheAlternateIs() {
    assertThat(bought(market(UP_10, UP_50, UP_20))).isEqualTo("AGG");
  }

  @Test
  void aReturnEqualToTheFloorDoesNotBeatIt() {
    Decision equal = rule.decide(market(UP_20, UP_50, UP_20).now());

    assertThat(equal.signals().getFirst().symbol()).isEqualTo(Symbol.of("AGG"));
    assertThat(equal.signals().getFirst().readings())
        .singleElement()
        .satisfies(reading -> assertThat(reading.relation()).isEqualTo("<="));
  }

  @Test
  void equalRiskyReturnsGoBySymbol() {
    assertThat(bought(market(UP_20, UP_20, UP_10))).isEqualTo("EFA");
  }

  @Test
  void aDividendLiftsTheReturnOverTheFloor() {
    Seen market = Seen.on(MONTH_END).paying("SPY", 15, UP_10).with("EFA", FLAT);

    assertThat(bought(market.with("SHY", UP_20).with("AGG", FLAT))).isEqualTo("SPY");
  }

  @Test
  void theOldTargetIsSoldInTheSameSession() {
    assertThat(Told.signals(rule.decide(market(UP_10, FLAT, UP_20).holding("SPY", 1, 60).now())))
        .containsExactly(
            "exit SPY momentum.dual_absolute_rotation",
            "enter AGG momentum.dual_absolute_rotation weight 0.95 rank 1");
  }

  @Test
  void theTargetThatIsHeldIsKept() {
    Decision decision = rule.decide(market(UP_50, UP_20, UP_10).holding("SPY", 1, 60).now());

    assertThat(decision.rule()).isEqualTo("momentum.dual_absolute_hold");
    assertThat(decision.signals()).isEmpty();
  }

  @Test
  void beforeTheMonthEndsNothingIsLookedAt() {
    Decision decision = rule.decide(on("2024-02-28").holding("SPY", 1000, 60).now());

    assertThat(decision.rule()).isEqualTo("no_signal");
    assertThat(Told.of(decision))
        .containsExactly(
            "not AGG not_rebalance_day",
            "not EFA not_rebalance_day",
            "not SHY not_rebalance_day",
            "not SPY not_rebalance_day");
  }

  @Test
  void theLastSessionOfAMonthMayBeAHalfDayOrLieBeforeAHolidayOrAWeekEnd() {
    List<String> halfDays = List.of("2019-11-29", "2013-11-29");
    List<String> beforeHolidays = List.of("2010-05-28", "2018-03-29", "2004-12-31");
    List<String> beforeWeekEnds = List.of("2020-02-28", "2012-06-29");
    List<String> notYet = List.of("2019-11-27", "2018-03-28", "2010-05-27", "2020-02-27");

    assertThat(halfDays).allMatch(this::trades);
    assertThat(beforeHolidays).allMatch(this::trades);
    assertThat(beforeWeekEnds).allMatch(this::trades);
    assertThat(notYet).noneMatch(this::trades);
    assertThat(trades("2012-10-31")).as("reopened after the hurricane").isTrue();
  }

  @Test
  void theLastDayTheCalendarKnowsEndsItsMonthAndWhatFollowsIsUnknown() {
    assertThat(trades("2029-12-31")).isTrue();
    assertThat(trades("2029-12-28")).isFalse();
    assertThat(trades("2030-01-31")).isFalse();
  }

  @Test
  void weeklyItLooksOnTheWeekday() {
    DualAbsolute weekly = with("rebalance", "weekly");

    assertThat(weekly.decide(on("2024-03-01").now()).signals()).isNotEmpty();
    assertThat(weekly.decide(on("2024-03-28").now()).signals()).as("Good Friday week").isNotEmpty();
    assertThat(weekly.decide(on("2024-02-29").now()).signals()).as("a Thursday").isEmpty();
  }

  @Test
  void withoutAReturnThatIsAskedForNothingIsDecided() {
    Seen noFloor =
        Seen.on(MONTH_END).with("SPY", UP_50).with("EFA", UP_20).with("AGG", FLAT).without("SHY");
    Seen noAlternate =
        Seen.on(MONTH_END)
            .with("SPY", UP_50)
            .without("EFA")
            .barred("EFA", "no_bar_today")
            .with("SHY", FLAT)
            .with("AGG", FLAT)
            .holding("EFA", 100, 60);

    assertThat(Told.of(rule.decide(noFloor.holding("EFA", 100, 60).now())))
        .containsExactly("not SHY too_few_bars");
    assertThat(Told.of(rule.decide(noAlternate.now()))).containsExactly("not EFA no_bar_today");
  }

  @Test
  void belowTheFloorTheAlternateIsNotAskedFor() {
    Seen market =
        Seen.on(MONTH_END).with("SPY", UP_10).without("EFA").with("SHY", UP_20).with("AGG", FLAT);

    assertThat(bought(market)).isEqualTo("AGG");
  }

  @Test
  void aBarredTargetIsNotBoughtButWhatItReplacesIsSold() {
    Seen market = market(UP_10, FLAT, UP_20).barred("AGG", "hole").holding("SPY", 100, 60);

    assertThat(Told.of(rule.decide(market.now())))
        .startsWith("exit SPY momentum.dual_absolute_rotation", "not AGG hole");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    DualAbsolute shipped = new DualAbsolute();

    assertThat(shipped.name()).isEqualTo("daily.dual_absolute");
    assertThat(shipped.family()).isEqualTo(Family.MOMENTUM);
    assertThat(shipped.lookback()).isEqualTo(253);
    assertThat(shipped.slots()).isEqualTo(1);
    assertThat(shipped.isLowCadence()).isTrue();
    assertThat(shipped.isLifecycleProof()).isFalse();
    assertThat(shipped.alsoReads()).hasToString("[AGG, EFA, SHY, SPY]");
  }

  @Test
  void symbolsThatMakeNoSenseTogetherAreRefused() {
    assertThatThrownBy(() -> with("bond_symbol", "SPY")).hasMessageContaining("one symbol twice");
    assertThatThrownBy(() -> with("absolute_floor_symbol", "SPY"))
        .hasMessageContaining("never beats itself");
    assertThat(with("absolute_floor_symbol", "AGG").alsoReads()).hasSize(3);
  }

  private boolean trades(String session) {
    return !rule.decide(on(session).now()).signals().isEmpty();
  }

  private String bought(Seen market) {
    return rule.decide(market.now()).signals().getFirst().symbol().ticker();
  }

  private static Seen on(String session) {
    return Seen.on(session)
        .with("AGG", FLAT)
        .with("EFA", UP_20)
        .with("SHY", UP_10)
        .with("SPY", UP_50);
  }

  private static Seen market(double[] spy, double[] efa, double[] shy) {
    return Seen.on(MONTH_END).with("AGG", FLAT).with("EFA", efa).with("SHY", shy).with("SPY", spy);
  }

  private static DualAbsolute with(String... namesAndValues) {
    ParameterValues values = TINY;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new DualAbsolute().with(values);
  }
}
