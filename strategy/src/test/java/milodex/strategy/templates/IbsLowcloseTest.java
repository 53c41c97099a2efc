package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import milodex.strategy.Family;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class IbsLowcloseTest {

  /// IBS 1/10, SMA(3) 29/3.
  private static final String WEAK_CLOSE = "8/8/8/8 9/9/9/9 15/21/11/12";

  /// IBS 2/10, SMA(3) 29/3.
  private static final String CLOSE_AT_A_FIFTH = "8/8/8/8 9/9/9/9 15/20/10/12";

  private static final String QUIET = "9/10/8/9 9/10/8/9 9/10/8/9";

  private final Rig rig = rig("0.2");

  @Test
  void aCloseNearTheLowOfTheDayIsBoughtWithTheNumbersThatFired() {
    Signal bought =
        rig.rule().decide(Seen.market().bars("AAA", WEAK_CLOSE).now()).signals().getFirst();

    assertThat(rig.decides(WEAK_CLOSE))
        .containsExactly("enter AAA meanrev.ibs_entry weight 0.45 rank 1");
    assertThat(bought.readings()).hasSize(3);
    assertThat(bought.readings().getLast()).isEqualTo(Reading.compared("ibs", 0.1, "<", 0.2));
  }

  @Test
  void anIbsAtTheThresholdIsNotBelowIt() {
    assertThat(rig.decides(CLOSE_AT_A_FIFTH)).containsExactly("not AAA ibs_not_below_threshold");
    assertThat(rig("0.21").buys(CLOSE_AT_A_FIFTH)).containsExactly("AAA");
  }

  @Test
  void aCloseAtItsAverageIsNotAboveIt() {
    assertThat(rig.decides("12/12/12/12 12/12/12/12 15/21/11/12"))
        .containsExactly("not AAA close_not_above_sma");
  }

  @Test
  void aBarWithoutARangeIsNoCandidate() {
    assertThat(rig.decides("8/8/8/8 9/9/9/9 12/12/12/12")).containsExactly("not AAA no_range");
  }

  @Test
  void theLowestIbsIsBoughtFirst() {
    assertThat(rig("0.5").buys(CLOSE_AT_A_FIFTH, WEAK_CLOSE)).containsExactly("BBB", "AAA");
  }

  @Test
  void aCloseAtTheStopSells() {
    assertThat(rig.holding(QUIET, 12, 1)).containsExactly("exit AAA meanrev.stop_loss");
    assertThat(rig.holding(QUIET, 11.99, 1)).containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void aPositionIsSoldAfterItsLongestHold() {
    assertThat(rig.holding(QUIET, 9, 2)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 9, 3)).containsExactly("exit AAA meanrev.max_hold");
  }

  @Test
  void aCloseAboveYesterdaysHighSellsAndOneAtItDoesNot() {
    assertThat(rig.holding("9/10/8/9 9/10/8/9 9/12/8/10", 9, 1))
        .containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding("9/10/8/9 9/10/8/9 9/12/8/10.01", 9, 1))
        .containsExactly("exit AAA meanrev.ibs_exit");
  }

  @Test
  void theFirstExitRuleThatHoldsNamesTheExit() {
    String rebound = "9/10/8/9 9/10/8/9 9/12/8/11";

    assertThat(rig.holding(rebound, 100, 9)).containsExactly("exit AAA meanrev.stop_loss");
    assertThat(rig.holding(rebound, 9, 9)).containsExactly("exit AAA meanrev.max_hold");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    IbsLowclose shipped = new IbsLowclose();
    EntryTerms terms = new EntryTerms(2, new Sizing.EqualNotional(0.45), Optional.empty());

    assertThat(shipped.name()).isEqualTo("daily.ibs_lowclose");
    assertThat(shipped.family()).isEqualTo(Family.MEANREV);
    assertThat(shipped).isEqualTo(new IbsLowclose(200, 0.2, 0.03, 3, terms));
    assertThat(shipped.lookback()).isEqualTo(201);
    assertThat(shipped.rules())
        .extracting(Rule::id)
        .containsExactly(
            "meanrev.ibs_entry", "meanrev.stop_loss", "meanrev.max_hold", "meanrev.ibs_exit");
  }

  private static Rig rig(String threshold) {
    return Rig.of(
        new IbsLowclose(),
        "ma_filter_length=3 ibs_entry_threshold=%s stop_loss_pct=0.25".formatted(threshold));
  }
}
