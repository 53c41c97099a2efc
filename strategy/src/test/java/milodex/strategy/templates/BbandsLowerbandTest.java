package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import milodex.strategy.Family;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class BbandsLowerbandTest {

  /// SMA(4) 6, and of the last two closes the average 9 and the deviation 1.
  private static final String DIP = Rig.flat("3 3 10 8");

  /// SMA(4) 9, and of the last two closes the average 12 and the deviation 2.
  private static final String DEEPER_DIP = Rig.flat("6 6 14 10");

  private static final String QUIET = Rig.flat("9 9 9 9");

  private final Rig rig = rig("0.9");

  @Test
  void aCloseBelowTheLowerBandIsBoughtWithTheNumbersThatFired() {
    Signal bought = rig.rule().decide(Seen.market().bars("AAA", DIP).now()).signals().getFirst();

    assertThat(rig.decides(DIP))
        .containsExactly("enter AAA meanrev.bbands_entry weight 0.3 rank 1");
    assertThat(bought.readings())
        .extracting(Reading::name)
        .containsExactly("close", "close", "zscore");
    assertThat(bought.readings().get(0)).isEqualTo(Reading.compared("close", 8, ">", 6));
    assertThat(bought.readings().get(1).threshold()).isCloseTo(9 - 0.9, within(1e-12));
    assertThat(bought.readings().get(2).value()).isEqualTo(-1);
  }

  @Test
  void aCloseAtTheBandIsNotBelowIt() {
    assertThat(rig("1").decides(DIP)).containsExactly("not AAA close_not_below_band");
  }

  @Test
  void aFlatPriceIsItsOwnBandAndNotBelowIt() {
    assertThat(rig.decides(Rig.flat("3 3 9 9"))).containsExactly("not AAA close_not_below_band");
  }

  @Test
  void aCloseAtItsLongAverageIsNotAboveIt() {
    assertThat(rig.decides(Rig.flat("6 8 10 8"))).containsExactly("not AAA close_not_above_sma");
  }

  @Test
  void theLowestZScoreIsBoughtFirst() {
    Rig ofThree =
        Rig.of(new BbandsLowerband(), "ma_filter_length=6 bbands_lookback=3 bbands_stddev=0.5");
    String twoUpOneDown = Rig.flat("3 3 3 10 10 8");
    String upAndDown = Rig.flat("3 3 3 6 10 6");

    assertThat(ofThree.buys(upAndDown, twoUpOneDown)).containsExactly("BBB", "AAA");
    assertThat(rig.buys(DEEPER_DIP, DIP)).containsExactly("AAA", "BBB");
  }

  @Test
  void aCloseAtTheStopSells() {
    assertThat(rig.holding(QUIET, 12, 1)).containsExactly("exit AAA meanrev.stop_loss");
    assertThat(rig.holding(QUIET, 11.99, 1)).containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void aPositionIsSoldAfterItsLongestHold() {
    assertThat(rig.holding(QUIET, 9, 4)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 9, 5)).containsExactly("exit AAA meanrev.max_hold");
  }

  @Test
  void aCloseAboveTheBandsAverageSellsAndOneAtItDoesNot() {
    assertThat(rig.holding(QUIET, 9, 1)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(Rig.flat("9 9 9 9.01"), 9, 1))
        .containsExactly("exit AAA meanrev.bbands_exit");
  }

  @Test
  void theFirstExitRuleThatHoldsNamesTheExit() {
    assertThat(rig.holding(Rig.flat("9 9 9 10"), 100, 9))
        .containsExactly("exit AAA meanrev.stop_loss");
    assertThat(rig.holding(Rig.flat("9 9 9 10"), 9, 9))
        .containsExactly("exit AAA meanrev.max_hold");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    BbandsLowerband shipped = new BbandsLowerband();
    EntryTerms terms = new EntryTerms(3, new Sizing.EqualNotional(0.3), Optional.empty());

    assertThat(shipped.name()).isEqualTo("daily.bbands_lowerband");
    assertThat(shipped.family()).isEqualTo(Family.MEANREV);
    assertThat(shipped).isEqualTo(new BbandsLowerband(200, 20, 2, 0.06, 5, terms));
    assertThat(shipped.lookback()).isEqualTo(201);
    assertThat(shipped.rules())
        .extracting(Rule::id)
        .containsExactly(
            "meanrev.bbands_entry", "meanrev.stop_loss", "meanrev.max_hold", "meanrev.bbands_exit");
  }

  @Test
  void theLookbackCoversTheLongerOfBothAverages() {
    assertThat(Rig.of(new BbandsLowerband(), "bbands_lookback=250").rule().lookback())
        .isEqualTo(251);
  }

  private static Rig rig(String deviations) {
    return Rig.of(
        new BbandsLowerband(),
        "ma_filter_length=4 bbands_lookback=2 bbands_stddev=%s stop_loss_pct=0.25"
            .formatted(deviations));
  }
}
