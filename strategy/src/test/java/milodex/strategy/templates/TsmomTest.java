package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import milodex.strategy.Family;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class TsmomTest {

  /// Momentum over two sessions 1/4, SMA(3) 335/3.
  private static final String RISE = Rig.flat("100 110 125");

  private static final String QUIET = Rig.flat("90 90 90");

  private final Rig rig = rig("0.25", "0");

  @Test
  void aMomentumAtTheEntryThresholdIsEnough() {
    Signal bought = rig.rule().decide(Seen.market().bars("AAA", RISE).now()).signals().getFirst();

    assertThat(rig.decides(RISE))
        .containsExactly("enter AAA momentum.tsmom_entry weight 0.3 rank 1");
    assertThat(bought.readings().getLast())
        .isEqualTo(Reading.compared("momentum", 0.25, ">=", 0.25));
    assertThat(rig("0.2501", "0").decides(RISE)).containsExactly("not AAA momentum_below_entry");
  }

  @Test
  void aCloseAtItsAverageIsNotAboveIt() {
    assertThat(rig("0", "0").decides(QUIET)).containsExactly("not AAA close_not_above_sma");
  }

  @Test
  void theHighestMomentumIsBoughtFirst() {
    assertThat(rig.buys(RISE, Rig.flat("50 60 70"), Rig.flat("200 220 260")))
        .containsExactly("BBB", "CCC", "AAA");
  }

  @Test
  void aCloseAtTheStopSells() {
    assertThat(rig.holding(QUIET, 120, 1)).containsExactly("exit AAA momentum.stop_loss");
    assertThat(rig.holding(QUIET, 119.99, 1)).containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void aPositionIsSoldAfterItsLongestHold() {
    assertThat(rig.holding(QUIET, 90, 9)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 90, 10)).containsExactly("exit AAA momentum.max_hold");
  }

  @Test
  void aMomentumBelowTheExitThresholdSellsAndOneAtItDoesNot() {
    assertThat(rig.holding(QUIET, 90, 1)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(Rig.flat("90 90 89.99"), 90, 1))
        .containsExactly("exit AAA momentum.tsmom_exit");
    assertThat(rig("0.25", "0.25").holding(RISE, 125, 1))
        .containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void theFirstExitRuleThatHoldsNamesTheExit() {
    String fall = Rig.flat("90 90 80");

    assertThat(rig.holding(fall, 200, 20)).containsExactly("exit AAA momentum.stop_loss");
    assertThat(rig.holding(fall, 80, 20)).containsExactly("exit AAA momentum.max_hold");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    Tsmom shipped = new Tsmom();
    EntryTerms terms = new EntryTerms(3, new Sizing.EqualNotional(0.3), Optional.empty());

    assertThat(shipped.name()).isEqualTo("daily.tsmom");
    assertThat(shipped.family()).isEqualTo(Family.MOMENTUM);
    assertThat(shipped).isEqualTo(new Tsmom(200, 20, 0.05, 0, 0.07, 10, terms));
    assertThat(shipped.lookback()).isEqualTo(201);
    assertThat(shipped.rules())
        .extracting(Rule::id)
        .containsExactly(
            "momentum.tsmom_entry",
            "momentum.stop_loss",
            "momentum.max_hold",
            "momentum.tsmom_exit");
  }

  @Test
  void theLookbackReachesTheCloseTheMomentumBeginsAt() {
    assertThat(Rig.of(new Tsmom(), "momentum_lookback=252").rule().lookback()).isEqualTo(253);
  }

  private static Rig rig(String entry, String exit) {
    return Rig.of(
        new Tsmom(),
        "ma_filter_length=3 momentum_lookback=2 momentum_entry_threshold=%s momentum_exit_threshold=%s stop_loss_pct=0.25"
            .formatted(entry, exit));
  }
}
