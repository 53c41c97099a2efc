package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import milodex.market.Symbol;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import milodex.strategy.Template;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the eight templates that fill slots have in common, shown on each of them.
class CommonFlowTest {

  /// One template with small values.
  ///
  /// @param rise bars with which a symbol is a candidate
  /// @param quiet bars with which a fresh position bought at 90 is kept
  /// @param small its values, `name=value`
  record Story(Template shipped, String rise, String quiet, String small) {

    /// With room for two positions and no market filter.
    Rig rig() {
      return rig("market_filter_symbol=");
    }

    /// With room for two positions, and these values besides.
    Rig rig(String changes) {
      return Rig.of(
          shipped, small + " max_concurrent_positions=2 market_filter_symbol= " + changes);
    }

    @Override
    public String toString() {
      return shipped.name();
    }
  }

  static Stream<Story> stories() {
    return Stream.of(
        story(
            new PullbackRsi2(),
            Rig.flat("8 8 8 14 13 12 11"),
            "ma_filter_length=7 rsi_entry_threshold=40"),
        story(new IbsLowclose(), "8/8/8/8 9/9/9/9 15/21/11/12", "ma_filter_length=3"),
        story(
            new BbandsLowerband(),
            Rig.flat("3 3 10 8"),
            "ma_filter_length=4 bbands_lookback=2 bbands_stddev=0.5"),
        story(new Tsmom(), Rig.flat("100 110 125"), "ma_filter_length=3 momentum_lookback=2"),
        story(new FiftyTwoWeekHigh(), Rig.flat("90 91 92"), "lookback_days=3 sma_exit_length=2"),
        story(
            new DonchianChannel(),
            Rig.flat("90 90 90 99"),
            "ma_filter_length=2 entry_channel_length=2 exit_channel_length=2 atr_lookback=2"),
        story(
            new AtrChannel(),
            Rig.flat("8 8 8 16"),
            "ema_length=3 atr_lookback=2 atr_entry_multiplier=0.5"),
        story(
            new Nr7Inside(),
            "10/14/8/10 10/13/9/11 11/12/10/11.5",
            "range_lookback=3 ma_filter_length=2"));
  }

  private static Story story(Template shipped, String rise, String small) {
    return new Story(shipped, rise, Rig.flat("90 90 90 90"), small);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void tiesGoBySymbolAndWhatFindsNoSlotIsNamedWithItsRank(Story story) {
    assertThat(
            story
                .rig()
                .decides(
                    Seen.market()
                        .bars("CCC", story.rise())
                        .bars("AAA", story.rise())
                        .bars("BBB", story.rise())
                        .now()))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("enter AAA").endsWith("rank 1"),
            second -> assertThat(second).startsWith("enter BBB").endsWith("rank 2"),
            third -> assertThat(third).isEqualTo("not CCC no_free_slot rank 3"));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void aSessionWithAnExitHasExitsOnlyInSymbolOrder(Story story) {
    Seen market =
        Seen.market()
            .bars("DDD", story.quiet())
            .bars("CCC", story.rise())
            .bars("BBB", story.quiet())
            .holding("DDD", 90, 99)
            .holding("BBB", 90, 99);
    String maxHold = maxHold(story.shipped());

    assertThat(story.rig("max_concurrent_positions=3").decides(market.now()))
        .containsExactly("exit BBB " + maxHold, "exit DDD " + maxHold, "not CCC exits_first");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void whileEverySlotIsTakenNothingIsRanked(Story story) {
    Seen market =
        Seen.market()
            .bars("AAA", story.quiet())
            .bars("BBB", story.quiet())
            .bars("CCC", story.rise())
            .holding("AAA", 90, 1)
            .holding("BBB", 90, 1);

    assertThat(story.rig().decides(market.now()))
        .containsExactly(
            "not AAA no_exit_rule_holds", "not BBB no_exit_rule_holds", "not CCC no_free_slot");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void oneFreeSlotIsFilledOnce(Story story) {
    Seen market =
        Seen.market()
            .bars("AAA", story.quiet())
            .bars("BBB", story.rise())
            .bars("CCC", story.rise())
            .holding("AAA", 90, 1);

    assertThat(story.rig().rule().decide(market.now()).signals())
        .extracting(Signal::symbol)
        .containsExactly(Symbol.of("BBB"));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void aSymbolThatStartsLateOrHasAHoleIsPassedOverWithItsReason(Story story) {
    Seen market =
        Seen.market()
            .without("AAA")
            .bars("BBB", story.rise())
            .barred("BBB", "hole")
            .without("CCC")
            .barred("CCC", "no_bar_today");

    assertThat(story.rig().decides(market.now()))
        .containsExactly("not AAA too_few_bars", "not BBB hole", "not CCC no_bar_today");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void aHeldSymbolThatIsBarredIsSoldAndOneWithoutBarsWaits(Story story) {
    Seen market =
        Seen.market()
            .bars("AAA", story.quiet())
            .barred("AAA", "hole")
            .without("BBB")
            .barred("BBB", "no_bar_today")
            .holding("AAA", 90, 99)
            .holding("BBB", 90, 99);

    assertThat(story.rig().decides(market.now()))
        .containsExactly("exit AAA " + maxHold(story.shipped()), "not BBB no_bar_today");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theMarketFilterBlocksEntriesUntilItsSymbolIsKnownToBeAboveItsAverage(Story story) {
    Rig filtered = story.rig("market_filter_symbol=SPY market_filter_length=3");
    Seen market = Seen.market().bars("AAA", story.rise());

    assertThat(filtered.decides(market.now()))
        .containsExactly("not AAA market_filter_without_data");
    assertThat(filtered.decides(market.beside("SPY", 400, 400, 400).now()))
        .containsExactly("not AAA market_filter_not_above_sma");
    assertThat(filtered.decides(market.beside("SPY", 400, 400, 401).now()))
        .singleElement()
        .asString()
        .startsWith("enter AAA");
    assertThat(filtered.decides(market.barred("SPY", "hole").now()))
        .containsExactly("not AAA market_filter_barred");
    assertThat(story.rig().decides(market.now())).singleElement().asString().startsWith("enter");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theMarketFilterNeverHoldsUpAnExit(Story story) {
    Seen market = Seen.market().bars("AAA", story.quiet()).holding("AAA", 90, 99);

    assertThat(story.rig("market_filter_symbol=SPY").decides(market.now()))
        .containsExactly("exit AAA " + maxHold(story.shipped()));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theMarketFilterIsReadBesideTheUniverseAndCountsForTheLookback(Story story) {
    Rig filtered = story.rig("market_filter_symbol=SPY market_filter_length=400");

    assertThat(filtered.rule().alsoReads()).containsExactly(Symbol.of("SPY"));
    assertThat(filtered.rule().lookback()).isEqualTo(401);
    assertThat(story.rig("market_filter_length=400").rule().alsoReads()).isEmpty();
    assertThat(story.rig("market_filter_length=400").rule().lookback()).isLessThan(401);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void anEntryMayBeAFixedAmountOfDollars(Story story) {
    Rig fixed = story.rig("sizing_rule=fixed_notional fixed_notional=2500.5");
    Seen market = Seen.market().bars("AAA", story.rise());

    assertThat(fixed.decides(market.now()))
        .singleElement()
        .asString()
        .startsWith("enter AAA")
        .endsWith("dollars 2500.5 rank 1");
  }

  private static String maxHold(Template rule) {
    return rule.rules().stream()
        .map(Rule::id)
        .filter(id -> id.endsWith(".max_hold"))
        .findFirst()
        .orElseThrow();
  }
}
