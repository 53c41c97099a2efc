package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import milodex.market.Symbol;
import milodex.strategy.Alternative;
import milodex.strategy.Family;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class PullbackRsi2Test {

  /// RSI(2) 30, SMA(7) 74/7, drawdown −3/14.
  private static final double[] DIP_TO_30 = {8, 8, 8, 14, 13, 12, 11};

  /// RSI(2) 36.4, SMA(7) 69.5/7, drawdown −1.5/12.
  private static final double[] DIP_TO_36 = {8, 8, 8, 12, 11.5, 11, 10.5};

  /// RSI(2) 39.1, SMA(7) 65/7, drawdown −3/14.
  private static final double[] DIP_TO_39 = {5, 5, 5, 14, 13, 12, 11};

  private static final double[] FLAT = {95, 95, 95, 95, 95, 95, 95};

  private static final ParameterValues SHIPPED = ParameterValues.standard(new PullbackRsi2());

  private static final ParameterValues TINY =
      SHIPPED
          .with("ma_filter_length", "7")
          .with("rsi_entry_threshold", "40")
          .with("max_concurrent_positions", "2");

  private final PullbackRsi2 rule = with();

  @Test
  void aDipAboveTheAverageIsBoughtWithTheNumbersThatFired() {
    Signal bought = rule.decide(Seen.market().with("AAA", DIP_TO_30).now()).signals().getFirst();

    assertThat(bought.symbol()).isEqualTo(Symbol.of("AAA"));
    assertThat(bought.rule()).isEqualTo("meanrev.rsi_entry");
    assertThat(((Signal.Enter) bought).weight()).isEqualTo(0.3);
    assertThat(bought.readings()).extracting(Reading::name).containsExactly("close", "rsi");
    assertThat(bought.readings().get(0).threshold()).isCloseTo(74 / 7.0, within(1e-12));
    assertThat(bought.readings().get(1).value()).isCloseTo(30, within(1e-12));
  }

  @Test
  void anRsiAtTheThresholdIsNotBelowIt() {
    Seen market = Seen.market().with("AAA", DIP_TO_30);

    assertThat(Told.of(with("rsi_entry_threshold", "30").decide(market.now())))
        .containsExactly("not AAA rsi_not_below_entry");
    assertThat(Told.signals(with("rsi_entry_threshold", "30.01").decide(market.now())))
        .containsExactly("enter AAA meanrev.rsi_entry weight 0.3 rank 1");
  }

  @Test
  void aCloseAtItsAverageIsNotAboveIt() {
    Alternative flat = rule.decide(Seen.market().with("AAA", FLAT).now()).alternatives().getFirst();

    assertThat(flat.reason()).isEqualTo("close_not_above_sma");
    assertThat(flat.readings()).containsExactly(Reading.compared("close", 95, ">", 95));
  }

  @Test
  void theLowestRsiIsBoughtFirstAndWhatFindsNoSlotIsNamed() {
    Seen market =
        Seen.market().with("AAA", DIP_TO_39).with("BBB", DIP_TO_36).with("CCC", DIP_TO_30);

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly(
            "enter CCC meanrev.rsi_entry weight 0.3 rank 1",
            "enter BBB meanrev.rsi_entry weight 0.3 rank 2",
            "not AAA no_free_slot rank 3");
  }

  @Test
  void theDeepestDrawdownIsBoughtFirstIfAskedAndTiesGoBySymbol() {
    Seen market =
        Seen.market().with("CCC", DIP_TO_30).with("BBB", DIP_TO_36).with("AAA", DIP_TO_39);

    assertThat(Told.of(with("ranking", "drawdown_deepest").decide(market.now())))
        .containsExactly(
            "enter AAA meanrev.rsi_entry weight 0.3 rank 1",
            "enter CCC meanrev.rsi_entry weight 0.3 rank 2",
            "not BBB no_free_slot rank 3");
  }

  @Test
  void aCloseAtTheStopSells() {
    assertThat(decideHolding(100, 1)).containsExactly("exit AAA meanrev.stop_loss");
    assertThat(decideHolding(99.99, 1)).containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void aPositionIsSoldAfterItsLongestHold() {
    assertThat(decideHolding(95, 4)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(decideHolding(95, 5)).containsExactly("exit AAA meanrev.max_hold");
  }

  @Test
  void anRsiAboveItsExitSellsAndOneAtItDoesNot() {
    Seen rebound = Seen.market().with("AAA", 90, 90, 90, 91).holding("AAA", 90, 1);
    Seen flat = Seen.market().with("AAA", FLAT).holding("AAA", 95, 1);

    assertThat(Told.of(rule.decide(rebound.now()))).containsExactly("exit AAA meanrev.rsi_exit");
    assertThat(Told.of(rule.decide(flat.now()))).containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void theFirstExitRuleThatHoldsNamesTheExit() {
    Seen all = Seen.market().with("AAA", 90, 90, 90, 91).holding("AAA", 100, 9);
    Seen lastTwo = Seen.market().with("AAA", 90, 90, 90, 91).holding("AAA", 91, 9);

    assertThat(Told.of(rule.decide(all.now()))).containsExactly("exit AAA meanrev.stop_loss");
    assertThat(Told.of(rule.decide(lastTwo.now()))).containsExactly("exit AAA meanrev.max_hold");
  }

  @Test
  void aHeldSymbolIsNotBoughtAgain() {
    Seen market = Seen.market().with("AAA", DIP_TO_30).holding("AAA", 11, 1);

    assertThat(Told.of(rule.decide(market.now()))).containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void theLookbackCoversTheLongestWindowAndTheMarketFilterOnlyIfSet() {
    assertThat(new PullbackRsi2().lookback()).isEqualTo(201);
    assertThat(with("ma_filter_length", "5").lookback()).isEqualTo(33);
    assertThat(shipped("market_filter_length", "300").lookback()).isEqualTo(201);
    assertThat(shipped("market_filter_length", "300", "market_filter_symbol", "SPY").lookback())
        .isEqualTo(301);
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    PullbackRsi2 shipped = new PullbackRsi2();

    assertThat(shipped.name()).isEqualTo("daily.pullback_rsi2");
    assertThat(shipped.family()).isEqualTo(Family.MEANREV);
    assertThat(shipped.slots()).isEqualTo(3);
    assertThat(shipped.isLifecycleProof()).isFalse();
  }

  @Test
  void anUnknownRankingIsRefused() {
    assertThatThrownBy(() -> with("ranking", "alphabetical"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> decideHolding(double entryPrice, int sessionsHeld) {
    Seen market = Seen.market().with("AAA", FLAT).holding("AAA", entryPrice, sessionsHeld);
    return Told.of(rule.decide(market.now()));
  }

  /// The rule of these tests with some values changed.
  private static PullbackRsi2 with(String... namesAndValues) {
    return new PullbackRsi2().with(changed(TINY, namesAndValues));
  }

  /// The shipped rule with some values changed.
  private static PullbackRsi2 shipped(String... namesAndValues) {
    return new PullbackRsi2().with(changed(SHIPPED, namesAndValues));
  }

  private static ParameterValues changed(ParameterValues values, String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
