package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import milodex.strategy.Family;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class FiftyTwoWeekHighTest {

  private static final String QUIET = Rig.flat("90 90 90 90");

  private final Rig rig =
      Rig.of(
          new FiftyTwoWeekHigh(),
          "lookback_days=3 proximity_threshold=0.75 sma_exit_length=2 stop_loss_pct=0.25");

  @Test
  void aRiseToNearTheHighestHighIsBoughtWithTheNumbersThatFired() {
    String near = "50/100/50/60 60/80/60/64 64/90/64/80";
    Signal bought = rig.rule().decide(Seen.market().bars("AAA", near).now()).signals().getFirst();

    assertThat(rig.decides(near)).containsExactly("enter AAA momentum.52w_entry weight 0.3 rank 1");
    assertThat(bought.readings())
        .containsExactly(
            Reading.compared("proximity", 0.8, ">", 0.75),
            Reading.compared("close", 80, ">", 64),
            Reading.of("return", 0.25));
  }

  @Test
  void aProximityAtTheThresholdIsNotAboveIt() {
    assertThat(rig.decides("50/100/50/60 60/80/60/64 64/90/64/75"))
        .containsExactly("not AAA proximity_not_above_threshold");
  }

  @Test
  void theHighOfTheSessionItselfCountsAndOneBeforeTheLookbackDoesNot() {
    assertThat(rig.decides("50/80/50/60 60/80/60/64 64/100/64/75"))
        .containsExactly("not AAA proximity_not_above_threshold");
    assertThat(rig.buys("50/500/50/60 50/80/50/60 60/80/60/64 64/90/64/75")).containsExactly("AAA");
  }

  @Test
  void aCloseAtThePreviousOneIsNotAboveIt() {
    assertThat(rig.decides("50/80/50/60 60/80/60/80 80/80/80/80"))
        .containsExactly("not AAA close_not_above_previous");
  }

  @Test
  void theClosestIsBoughtFirstAndOfEquallyCloseOnesTheStronger() {
    String close = "50/100/50/60 60/80/60/80 80/90/80/90";
    String equallyCloseAndStronger = "50/100/50/60 60/80/60/60 60/90/60/90";
    String closest = "50/100/50/60 60/80/60/90 90/95/90/95";

    assertThat(rig.buys(close, equallyCloseAndStronger, closest))
        .containsExactly("CCC", "BBB", "AAA");
  }

  @Test
  void aCloseAtTheStopSells() {
    assertThat(rig.holding(QUIET, 120, 1)).containsExactly("exit AAA momentum.stop_loss");
    assertThat(rig.holding(QUIET, 119.99, 1)).containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void aPositionIsSoldAfterItsLongestHold() {
    assertThat(rig.holding(QUIET, 90, 4)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 90, 5)).containsExactly("exit AAA momentum.max_hold");
  }

  @Test
  void aCloseBelowTheShortAverageSellsAndOneAtItDoesNot() {
    assertThat(rig.holding(QUIET, 90, 1)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(Rig.flat("90 90 90 89.99"), 90, 1))
        .containsExactly("exit AAA momentum.52w_sma_exit");
  }

  @Test
  void theFirstExitRuleThatHoldsNamesTheExit() {
    String fall = Rig.flat("90 90 90 80");

    assertThat(rig.holding(fall, 200, 9)).containsExactly("exit AAA momentum.stop_loss");
    assertThat(rig.holding(fall, 80, 9)).containsExactly("exit AAA momentum.max_hold");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    FiftyTwoWeekHigh shipped = new FiftyTwoWeekHigh();
    EntryTerms terms = new EntryTerms(3, new Sizing.EqualNotional(0.3), Optional.empty());

    assertThat(shipped.name()).isEqualTo("daily.52w_high_proximity");
    assertThat(shipped.family()).isEqualTo(Family.MOMENTUM);
    assertThat(shipped).isEqualTo(new FiftyTwoWeekHigh(252, 0.97, 20, 0.05, 5, terms));
    assertThat(shipped.lookback()).isEqualTo(253);
    assertThat(shipped.rules())
        .extracting(Rule::id)
        .containsExactly(
            "momentum.52w_entry",
            "momentum.stop_loss",
            "momentum.max_hold",
            "momentum.52w_sma_exit");
  }
}
