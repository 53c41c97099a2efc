package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import milodex.strategy.Family;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class Nr7InsideTest {

  /// Ranges 6, 4, 2; inside; closes up; SMA(2) 11.25.
  private static final String NARROW = "10/14/8/10 10/13/9/11 11/12/10/11.5";

  private static final String QUIET = "9/10/8/9 9/10/8/9 9/10/8/9";

  private final Rig rig =
      Rig.of(new Nr7Inside(), "range_lookback=3 ma_filter_length=2 stop_loss_pct=0.25");

  @Test
  void theNarrowestDayInsideTheDayBeforeIsBoughtIfItClosesUp() {
    Signal bought = rig.rule().decide(Seen.market().bars("AAA", NARROW).now()).signals().getFirst();

    assertThat(rig.decides(NARROW))
        .containsExactly("enter AAA breakout.nr7_entry weight 0.3 rank 1");
    assertThat(bought.readings())
        .containsExactly(
            Reading.compared("high", 12, "<", 13),
            Reading.compared("low", 10, ">", 9),
            Reading.compared("range", 2, ">", 0),
            Reading.compared("range", 2, "<", 4),
            Reading.compared("close", 11.5, ">", 11),
            Reading.compared("close", 11.5, ">", 11.25),
            Reading.of("range_share", 2 / 11.5));
  }

  @Test
  void aHighOrALowAtThatOfTheDayBeforeIsNotInside() {
    assertThat(rig.decides("10/14/8/10 10/13/9/11 11/13/10/11.5"))
        .containsExactly("not AAA high_not_inside");
    assertThat(rig.decides("10/14/8/10 10/13/9/11 11/12/9/11.5"))
        .containsExactly("not AAA low_not_inside");
  }

  @Test
  void aDayWithoutARangeIsNoCandidate() {
    assertThat(rig.decides("10/14/8/10 10/13/9/11 11.5/11.5/11.5/11.5"))
        .containsExactly("not AAA no_range");
  }

  @Test
  void aRangeAsSmallAsAnotherOfTheLookbackIsNotTheSmallest() {
    assertThat(rig.decides("10/11/9/10 10/13/9/11 11/12/10/11.5"))
        .containsExactly("not AAA range_not_smallest");
  }

  @Test
  void aSmallerRangeBeforeTheLookbackDoesNotCount() {
    assertThat(rig.buys("10/11/10/10 10/14/8/10 10/13/9/11 11/12/10/11.5")).containsExactly("AAA");
  }

  @Test
  void aCloseAtTheOpenIsNotAboveIt() {
    assertThat(rig.decides("10/14/8/10 10/13/9/11 11.5/12/10/11.5"))
        .containsExactly("not AAA close_not_above_open");
  }

  @Test
  void aCloseAtItsAverageIsNotAboveIt() {
    assertThat(rig.decides("10/14/8/10 10/13/9/11.5 11/12/10/11.5"))
        .containsExactly("not AAA close_not_above_sma");
  }

  @Test
  void theSmallestRangeAsAShareOfTheCloseIsBoughtFirst() {
    String dearer = "100/140/80/100 100/130/90/110 110/120/101/115";

    assertThat(rig.buys(NARROW, dearer)).containsExactly("BBB", "AAA");
  }

  @Test
  void aCloseAtTheStopSells() {
    assertThat(rig.holding(QUIET, 12, 1)).containsExactly("exit AAA breakout.stop_loss");
    assertThat(rig.holding(QUIET, 11.99, 1)).containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void aPositionIsSoldAfterItsLongestHold() {
    assertThat(rig.holding(QUIET, 9, 2)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding(QUIET, 9, 3)).containsExactly("exit AAA breakout.max_hold");
  }

  @Test
  void aProfitThatClosesAtYesterdaysLowIsTakenAndALossIsNot() {
    String slip = "9/10/8/9 12/13/11/12 12/12/10/11";

    assertThat(rig.holding(slip, 10.99, 1)).containsExactly("exit AAA breakout.nr7_trailing_low");
    assertThat(rig.holding(slip, 11, 1)).containsExactly("not AAA no_exit_rule_holds");
    assertThat(rig.holding("9/10/8/9 12/13/11/12 12/12/10/11.01", 10, 1))
        .containsExactly("not AAA no_exit_rule_holds");
  }

  @Test
  void theFirstExitRuleThatHoldsNamesTheExit() {
    String slip = "9/10/8/9 12/13/11/12 12/12/10/11";

    assertThat(rig.holding(slip, 100, 9)).containsExactly("exit AAA breakout.stop_loss");
    assertThat(rig.holding(slip, 10, 9)).containsExactly("exit AAA breakout.max_hold");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    Nr7Inside shipped = new Nr7Inside();
    EntryTerms terms = new EntryTerms(3, new Sizing.EqualNotional(0.3), Optional.empty());

    assertThat(shipped.name()).isEqualTo("daily.nr7_inside");
    assertThat(shipped.family()).isEqualTo(Family.BREAKOUT);
    assertThat(shipped).isEqualTo(new Nr7Inside(7, 50, 0.05, 3, terms));
    assertThat(shipped.lookback()).isEqualTo(51);
    assertThat(shipped.rules())
        .extracting(Rule::id)
        .containsExactly(
            "breakout.nr7_entry",
            "breakout.stop_loss",
            "breakout.max_hold",
            "breakout.nr7_trailing_low");
  }
}
