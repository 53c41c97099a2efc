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

class AtrChannelTest {

  /// EMA(3) 12, true ranges 0 and 8.
  private static final String BREAKOUT = Rig.flat("8 8 8 16");

  private static final String QUIET = Rig.flat("90 90 90 90");

  private final Rig rig = rig("0.75");

  @Test
  void aCloseAboveTheChannelIsBoughtAndCarriesItsAtr() {
    Signal.Enter bought =
        (Signal.Enter)
            rig("0.5")
                .rule()
                .decide(Seen.market().bars("AAA", BREAKOUT).now())
                .signals()
                .getFirst();

    assertThat(rig.decides(BREAKOUT))
        .containsExactly("enter AAA breakout.atr_entry weight 0.3 rank 1");
    assertThat(bought.readings())
        .containsExactly(
            Reading.compared("close", 16, ">", 14), Reading.of("channel_strength", 16.0 / 14 - 1));
    assertThat(bought.entryFacts()).isEqualTo(Map.of("atr", 4.0));
  }

  @Test
  void aCloseAtTheChannelIsNotAboveIt() {
    assertThat(rig("1").decides(BREAKOUT)).containsExactly("not AAA close_not_above_channel");
  }

  @Test
  void theOneFurthestAboveItsChannelIsBoughtFirst() {
    assertThat(rig.buys(Rig.flat("8 8 8 12"), BREAKOUT)).containsExactly("BBB", "AAA");
  }

  @Test
  void aCloseSoManyAtrsOfTheEntryBelowItsPriceSells() {
    assertThat(rig.holding(QUIET, 96, 1, Map.of("atr", 4.0)))
        .containsExactly("exit AAA breakout.atr_stop");
    assertThat(rig.holding(QUIET, 95.99, 1, Map.of("atr", 4.0)))
        .containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void theAtrOfTodayDoesNotMoveTheStop() {
    String wild = "90/200/90/90 90/200/90/90 90/200/90/90 90/200/90/90";

    assertThat(rig.holding(wild, 96, 1, Map.of("atr", 4.0)))
        .containsExactly("exit AAA breakout.atr_stop");
  }

  @Test
  void aPositionThatCarriesNoAtrIsLeftToTheOtherExits() {
    assertThat(rig.holding(QUIET, 1000, 4)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 1000, 5)).containsExactly("exit AAA breakout.max_hold");
  }

  @Test
  void aPositionIsSoldAfterItsLongestHold() {
    assertThat(rig.holding(QUIET, 90, 4)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 90, 5)).containsExactly("exit AAA breakout.max_hold");
  }

  @Test
  void aCloseBelowTheEmaSellsAndOneAtItDoesNot() {
    assertThat(rig.holding(QUIET, 90, 1)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(Rig.flat("90 90 90 89.99"), 90, 1))
        .containsExactly("exit AAA breakout.atr_channel_exit");
  }

  @Test
  void theFirstExitRuleThatHoldsNamesTheExit() {
    String fall = Rig.flat("90 90 90 80");

    assertThat(rig.holding(fall, 200, 9, Map.of("atr", 1.0)))
        .containsExactly("exit AAA breakout.atr_stop");
    assertThat(rig.holding(fall, 80, 9, Map.of("atr", 1.0)))
        .containsExactly("exit AAA breakout.max_hold");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    AtrChannel shipped = new AtrChannel();
    MarketFilter filter = new MarketFilter(Symbol.of("SPY"), 100);
    EntryTerms terms = new EntryTerms(3, new Sizing.EqualNotional(0.3), Optional.of(filter));

    assertThat(shipped.name()).isEqualTo("daily.atr_channel");
    assertThat(shipped.family()).isEqualTo(Family.BREAKOUT);
    assertThat(shipped).isEqualTo(new AtrChannel(20, 20, 2, 1.5, 5, terms));
    assertThat(shipped.alsoReads()).containsExactly(Symbol.of("SPY"));
    assertThat(shipped.rules())
        .extracting(Rule::id)
        .containsExactly(
            "breakout.atr_entry",
            "breakout.atr_stop",
            "breakout.max_hold",
            "breakout.atr_channel_exit");
  }

  @Test
  void theLookbackHoldsTheWarmUpOfTheEma() {
    assertThat(new AtrChannel().lookback()).isEqualTo(21 + 208);
    assertThat(Rig.of(new AtrChannel(), "atr_lookback=252").rule().lookback()).isEqualTo(253);
    assertThat(Rig.of(new AtrChannel(), "market_filter_length=300").rule().lookback())
        .isEqualTo(301);
  }

  private static Rig rig(String entryMultiplier) {
    return Rig.of(
        new AtrChannel(),
        "ema_length=3 atr_lookback=2 atr_entry_multiplier=%s market_filter_symbol="
            .formatted(entryMultiplier));
  }
}
