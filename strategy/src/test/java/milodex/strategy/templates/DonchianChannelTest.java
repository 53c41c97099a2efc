package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import milodex.market.Symbol;
import milodex.strategy.Family;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class DonchianChannelTest {

  /// Highest high of the two bars before 12; true ranges 4 and 10, SMA(3) 11.
  private static final String BREAKOUT = "8/99/8/8 9/12/9/10 10/11/7/8 9/18/9/15";

  private static final String QUIET = Rig.flat("90 90 90 90");

  private final Rig rig =
      Rig.of(
          new DonchianChannel(),
          "ma_filter_length=3 entry_channel_length=2 exit_channel_length=2 atr_lookback=2 stop_loss_pct=0.25 market_filter_symbol=");

  @Test
  void aCloseAboveTheChannelBeforeIsBoughtAndCarriesItsAtr() {
    Signal.Enter bought =
        (Signal.Enter)
            rig.rule().decide(Seen.market().bars("AAA", BREAKOUT).now()).signals().getFirst();

    assertThat(rig.decides(BREAKOUT))
        .containsExactly("enter AAA breakout.channel_entry weight 0.3 rank 1");
    assertThat(bought.readings())
        .containsExactly(
            Reading.compared("close", 15, ">", 11),
            Reading.compared("close", 15, ">", 12),
            Reading.of("breakout_strength", 0.25));
    assertThat(bought.entryFacts()).isEqualTo(Map.of("atr", 7.0));
  }

  @Test
  void aCloseAtTheChannelIsNotAboveIt() {
    assertThat(rig.decides("8/99/8/8 9/12/9/10 10/11/7/8 9/18/9/12"))
        .containsExactly("not AAA close_not_above_channel");
  }

  @Test
  void aCloseAtItsAverageIsNotAboveIt() {
    assertThat(rig.decides(QUIET)).containsExactly("not AAA close_not_above_sma");
  }

  @Test
  void theOneFurthestAboveItsChannelIsBoughtFirst() {
    assertThat(rig.buys(BREAKOUT, Rig.flat("10 10 10 13"), Rig.flat("100 100 100 120")))
        .containsExactly("BBB", "AAA", "CCC");
  }

  @Test
  void aCloseSoManyAtrsOfTheEntryBelowItsPriceSells() {
    assertThat(rig.holding(QUIET, 100, 1, Map.of("atr", 5.0)))
        .containsExactly("exit AAA breakout.atr_stop");
    assertThat(rig.holding(QUIET, 100, 1, Map.of("atr", 5.01)))
        .containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void theAtrOfTodayDoesNotMoveTheStop() {
    String wild = "90/200/90/90 90/200/90/90 90/200/90/90 90/200/90/90";

    assertThat(rig.holding(wild, 100, 1, Map.of("atr", 5.0)))
        .containsExactly("exit AAA breakout.atr_stop");
  }

  @Test
  void aPositionThatCarriesNoAtrIsLeftToTheOtherExits() {
    assertThat(rig.holding(QUIET, 119.99, 1)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 120, 1)).containsExactly("exit AAA breakout.stop_loss");
  }

  @Test
  void aCloseAtTheStopSells() {
    assertThat(rig.holding(QUIET, 120, 1, Map.of("atr", 50.0)))
        .containsExactly("exit AAA breakout.stop_loss");
    assertThat(rig.holding(QUIET, 119.99, 1, Map.of("atr", 50.0)))
        .containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void aPositionIsSoldAfterItsLongestHold() {
    assertThat(rig.holding(QUIET, 90, 4)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 90, 5)).containsExactly("exit AAA breakout.max_hold");
  }

  @Test
  void aCloseBelowTheLowsBeforeSellsAndOneAtThemDoesNot() {
    assertThat(rig.holding("50/50/50/50 90/90/80/90 90/90/85/90 90/90/70/80", 90, 1))
        .containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding("50/50/50/50 90/90/80/90 90/90/85/90 90/90/70/79.99", 90, 1))
        .containsExactly("exit AAA breakout.channel_exit");
  }

  @Test
  void theFirstExitRuleThatHoldsNamesTheExit() {
    String fall = Rig.flat("90 90 90 80");

    assertThat(rig.holding(fall, 200, 9, Map.of("atr", 1.0)))
        .containsExactly("exit AAA breakout.atr_stop");
    assertThat(rig.holding(fall, 200, 9, Map.of("atr", 99.0)))
        .containsExactly("exit AAA breakout.stop_loss");
    assertThat(rig.holding(fall, 80, 9, Map.of("atr", 99.0)))
        .containsExactly("exit AAA breakout.max_hold");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    DonchianChannel shipped = new DonchianChannel();
    MarketFilter filter = new MarketFilter(Symbol.of("SPY"), 200);
    EntryTerms terms = new EntryTerms(3, new Sizing.EqualNotional(0.3), Optional.of(filter));

    assertThat(shipped.name()).isEqualTo("daily.donchian_20_10");
    assertThat(shipped.family()).isEqualTo(Family.BREAKOUT);
    assertThat(shipped).isEqualTo(new DonchianChannel(100, 20, 10, 20, 2, 0.1, 5, terms));
    assertThat(shipped.alsoReads()).containsExactly(Symbol.of("SPY"));
    assertThat(shipped.lookback()).isEqualTo(201);
    assertThat(shipped.rules())
        .extracting(Rule::id)
        .containsExactly(
            "breakout.channel_entry",
            "breakout.atr_stop",
            "breakout.stop_loss",
            "breakout.max_hold",
            "breakout.channel_exit");
  }

  @Test
  void theLookbackCoversTheLongestOfItsWindows() {
    for (String longest :
        new String[] {"entry_channel_length", "exit_channel_length", "atr_lookback"}) {
      Rig one = Rig.of(new DonchianChannel(), "%s=252 market_filter_symbol=".formatted(longest));
      assertThat(one.rule().lookback()).isEqualTo(253);
    }
    assertThat(Rig.of(new DonchianChannel(), "market_filter_symbol=").rule().lookback())
        .isEqualTo(101);
  }
}
