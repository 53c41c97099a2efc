package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import milodex.config.Problem;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.strategy.DisableCondition;
import milodex.strategy.Family;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyDefinition.Backtest;
import milodex.strategy.StrategyDefinition.Risk;
import milodex.strategy.StrategyDefinition.UniverseChoice;
import milodex.strategy.StrategyFile;
import milodex.strategy.StrategyId;
import milodex.strategy.Templates;
import org.junit.jupiter.api.Test;

class StrategyFileTest {

  private static final String DIP =
      """
      strategy:
        id: meanrev.daily.pullback_rsi2.mine.v1
        family: meanrev
        template: daily.pullback_rsi2
        variant: mine
        version: 1
        description: "Dips"
        universe_ref: universe.large.v1
        parameters: { rsi_lookback: 3, stop_loss_pct: 0.050, per_position_notional_pct: 0.3 }
        tempo: { bar_size: 1D, min_hold_days: 1, max_hold_days: 5 }
        risk: { max_position_pct: 0.35, max_positions: 3, daily_loss_cap_pct: 0.02, stop_loss_pct: 0.05 }
        backtest: { slippage_pct: 0.0005, commission_per_trade: 0.0, min_trades_required: 40 }
        disable_conditions_additional: []
      """;

  private static final Templates TEMPLATES = Templates.shipped();

  @Test
  void aStrategyIsReadWithItsStandardValuesFilledIn() {
    StrategyDefinition dip = read(DIP).definition();

    assertThat(dip.id()).isEqualTo(StrategyId.parse("meanrev.daily.pullback_rsi2.mine.v1"));
    assertThat(dip.description()).isEqualTo("Dips");
    assertThat(dip.hypothesis()).isEmpty();
    assertThat(dip.enabled()).isTrue();
    assertThat(dip.template().slots()).isEqualTo(3);
    assertThat(dip.parameters().asMap())
        .containsEntry("rsi_lookback", "3")
        .containsEntry("stop_loss_pct", "0.05")
        .containsEntry("ma_filter_length", "200")
        .containsEntry("market_filter_symbol", "");
    assertThat(dip.universe()).isEqualTo(new UniverseChoice.Named("universe.large.v1"));
    assertThat(dip.barSize()).isEqualTo(Timeframe.DAY_1);
    assertThat(dip.risk()).isEqualTo(new Risk(new BigDecimal("0.35"), 3, new BigDecimal("0.02")));
    assertThat(dip.backtest())
        .isEqualTo(
            new Backtest(
                Optional.of(new BigDecimal("0.0005")),
                new BigDecimal("0.0"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                40,
                4));
  }

  @Test
  void anEntryMayBeForDollarsInsteadOfAShareOfEquity() {
    String fixed =
        DIP.replace(
            "rsi_lookback: 3", "rsi_lookback: 3, sizing_rule: fixed_notional, fixed_notional: 5e3");

    assertThat(read(fixed).definition().parameters().asMap())
        .containsEntry("sizing_rule", "fixed_notional")
        .containsEntry("fixed_notional", "5000");
    assertThat(read(DIP).definition().parameters().asMap()).containsEntry("fixed_notional", "");
  }

  @Test
  void aLimitBelowTheShareOfAnEntryIsNoWarningWhereTheEntryIsForDollars() {
    String limited = DIP.replace("max_position_pct: 0.35", "max_position_pct: 0.2");
    String fixed =
        limited.replace(
            "rsi_lookback: 3",
            "rsi_lookback: 3, sizing_rule: fixed_notional, fixed_notional: 5000");

    assertThat(read(limited).warnings()).hasSize(1);
    assertThat(read(fixed).warnings()).isEmpty();
  }

  @Test
  void dollarsWithoutTheirSizingRuleAndTheRuleWithoutItsDollarsAreRefused() {
    assertThat(problems(DIP.replace("rsi_lookback: 3", "fixed_notional: 5000")))
        .containsExactly(
            "s.yaml:9:15: strategy.parameters contradict each other: fixed_notional is 5000, but"
                + " sizing_rule is equal_notional; remove one of them");
    assertThat(problems(DIP.replace("rsi_lookback: 3", "sizing_rule: fixed_notional")))
        .containsExactly(
            "s.yaml:9:15: strategy.parameters contradict each other: sizing_rule is"
                + " fixed_notional, but fixed_notional names no dollars; add it");
    assertThat(problems(DIP.replace("rsi_lookback: 3", "fixed_notional: 0")))
        .singleElement()
        .asString()
        .contains("fixed_notional is 0; allowed: a number from 1 to 10000000");
  }

  @Test
  void aMarketFilterThatIsOnAsShippedCanBeSwitchedOff() {
    String channel =
        DIP.replace("meanrev", "breakout")
            .replace("daily.pullback_rsi2", "daily.atr_channel")
            .replace("{ rsi_lookback: 3, stop_loss_pct: 0.050,", "{ market_filter_symbol: none,")
            .replace(", stop_loss_pct: 0.05", "");

    assertThat(read(channel).definition().parameters().ticker("market_filter_symbol")).isEmpty();
    assertThat(read(channel).definition().template().alsoReads()).isEmpty();
    assertThat(
            read(channel.replace("market_filter_symbol: none,", ""))
                .definition()
                .template()
                .alsoReads())
        .containsExactly(Symbol.of("SPY"));
  }

  @Test
  void theRuleItselfHasTheValuesOfTheFile() {
    StrategyDefinition dip = read(DIP).definition();

    assertThat(dip.template())
        .isEqualTo(TEMPLATES.find("daily.pullback_rsi2").orElseThrow().with(dip.parameters()));
    assertThat(dip.template()).isNotEqualTo(TEMPLATES.find("daily.pullback_rsi2").orElseThrow());
  }

  @Test
  void aListInTheFileIsUpperCasedAndSorted() {
    String text = DIP.replace("universe_ref: universe.large.v1", "universe: [spy, Brk.b, AAPL]");

    assertThat(read(text).definition().universe())
        .isEqualTo(
            new UniverseChoice.Listed(
                List.of(Symbol.of("AAPL"), Symbol.of("BRK.B"), Symbol.of("SPY"))));
  }

  @Test
  void anIntradayTemplateDecidesOnOneOfItsBarSizesAndHoldsNoNight() {
    String breakout =
        """
        strategy:
          id: breakout.intraday.opening_range_breakout.mine.v1
          family: breakout
          template: intraday.opening_range_breakout
          variant: mine
          version: 1
          description: "Breakouts"
          universe: [SPY]
          tempo: { bar_size: 15Min }
          risk: { max_position_pct: 1, daily_loss_cap_pct: 0.02 }
        """;

    assertThat(read(breakout).definition().barSize()).isEqualTo(Timeframe.MINUTE_15);
    assertThat(read(breakout.replace("bar_size: 15Min", "")).definition().barSize())
        .isEqualTo(Timeframe.MINUTE_5);
    assertThat(problems(breakout.replace("15Min", "1D, min_hold_days: 1")))
        .containsExactly(
            "s.yaml:9:22: strategy.tempo.bar_size is '1D'; allowed: 5Min, 1Min, 15Min",
            "s.yaml:9:41: strategy.tempo.min_hold_days is 1; allowed: a whole number from 0 to 0");
  }

  @Test
  void everyProblemOfAFileIsReportedAtOnceWithItsPlace() {
    String text =
        DIP.replace("version: 1", "version: 2")
                .replace("rsi_lookback: 3", "rsi_lokback: 3, rsi_lookback: 99")
                .replace("max_positions: 3", "max_positions: 2")
                .replace("description: \"Dips\"", "description:")
                .replace("bar_size: 1D", "bar_size: 5Min")
                .replace("min_trades_required: 40", "min_trades_required: forty")
            + "  variant: again\n";

    assertThat(problems(text))
        .containsExactly(
            "s.yaml:2:7: strategy.id is 'meanrev.daily.pullback_rsi2.mine.v1', but family,"
                + " template, variant and version say 'meanrev.daily.pullback_rsi2.mine.v2';"
                + " make them agree",
            "s.yaml:7:15: strategy.description has no value; write one (in quotes if a word is"
                + " meant) or remove the key",
            "s.yaml:9:17: unknown key 'rsi_lokback' in strategy.parameters;"
                + " did you mean 'rsi_lookback'?",
            "s.yaml:9:47: strategy.parameters.rsi_lookback is 99;"
                + " allowed: a whole number from 2 to 50",
            "s.yaml:10:22: strategy.tempo.bar_size is '5Min'; allowed: 1D, 1Day",
            "s.yaml:11:50: strategy.risk.max_positions is 2, but"
                + " parameters.max_concurrent_positions is 3, and parameters decide;"
                + " make both equal",
            "s.yaml:12:85: strategy.backtest.min_trades_required is 'forty';"
                + " allowed: a whole number from 1 to 100000",
            "s.yaml:14:3: strategy.variant is written twice; the first is in line 5; keep one");
  }

  @Test
  void everyPartOfTheIdMustAgree() {
    for (String part : List.of("variant: mine", "version: 1")) {
      String text = DIP.replace(part, part.startsWith("variant") ? "variant: other" : "version: 7");

      assertThat(problems(text)).singleElement().asString().contains("strategy.id is 'meanrev");
    }
    assertThat(problems(DIP.replace("id: meanrev.daily.pullback_rsi2.mine.v1", "id: Mine")))
        .containsExactly(
            "s.yaml:2:7: strategy.id is refused: 'Mine' is not family.tempo.rule.variant.vN in"
                + " lower case");
  }

  @Test
  void anUnknownTemplateSuggestsTheNearest() {
    String text = DIP.replace("daily.pullback_rsi2", "daily.pulback_rsi2");

    assertThat(problems(text))
        .containsExactly(
            "s.yaml:4:13: strategy.template is refused: no template is called"
                + " 'daily.pulback_rsi2'; did you mean 'daily.pullback_rsi2'?");
  }

  @Test
  void theFamilyMustBeThatOfTheTemplate() {
    String text = DIP.replace("meanrev", "momentum");

    assertThat(problems(text))
        .containsExactly(
            "s.yaml:3:11: strategy.family is 'momentum', but daily.pullback_rsi2 belongs to"
                + " 'meanrev'");
  }

  @Test
  void twinsThatDifferAreRefused() {
    assertThat(problems(DIP.replace("stop_loss_pct: 0.05 }", "stop_loss_pct: 0.06 }")))
        .containsExactly(
            "s.yaml:11:94: strategy.risk.stop_loss_pct is 0.06, but parameters.stop_loss_pct is"
                + " 0.05, and parameters decide; make both equal");
    assertThat(problems(DIP.replace("max_hold_days: 5", "max_hold_days: 9")))
        .containsExactly(
            "s.yaml:10:59: strategy.tempo.max_hold_days is 9, but parameters.max_hold_days is 5,"
                + " and parameters decide; make both equal");
  }

  @Test
  void aLimitNothingKeepsIsRefused() {
    assertThat(problems(ROTATION.replace("risk: {", "risk: { stop_loss_pct: 0.05,")))
        .containsExactly(
            "s.yaml:9:26: strategy.risk.stop_loss_pct has no effect: daily.sma200_rotation knows"
                + " no stop_loss_pct; remove it");
    assertThat(problems(DIP.replace("min_hold_days: 1", "min_hold_days: 3")))
        .containsExactly(
            "s.yaml:10:41: strategy.tempo.min_hold_days is 3; allowed: a whole number from 0 to 1");
  }

  @Test
  void parametersThatContradictEachOtherAreRefused() {
    String text = ROTATION.replace("parameters: {}", "parameters: { risk_off_symbol: SPY }");

    assertThat(problems(text))
        .containsExactly(
            "s.yaml:8:15: strategy.parameters contradict each other: risk_on_symbol and"
                + " risk_off_symbol are both SPY; a rotation needs two");
  }

  @Test
  void instrumentsThatAreNeverTradedAreRefusedWhereverTheyStand() {
    assertThat(
            problems(
                ROTATION
                    .replace("[SPY, SHY]", "[SPY, SQQQ]")
                    .replace("parameters: {}", "parameters: { risk_off_symbol: SQQQ }")))
        .containsExactly(
            "s.yaml:7:19: strategy.universe[2] is refused: 'SQQQ' is a leveraged or inverse fund,"
                + " which is never traded; remove it",
            "s.yaml:8:34: strategy.parameters.risk_off_symbol is refused: 'SQQQ' is a leveraged or"
                + " inverse fund, which is never traded; remove it");
  }

  @Test
  void oneUniverseIsNamedAndOnlyOne() {
    String both = DIP.replace("universe_ref:", "universe: [SPY]\n  universe_ref:");
    String neither = DIP.replace("  universe_ref: universe.large.v1\n", "");
    String twice = DIP.replace("universe_ref: universe.large.v1", "universe: [SPY, DIA, spy]");

    assertThat(problems(both))
        .containsExactly(
            "s.yaml:9:17: strategy.universe_ref stands beside universe; keep one of them");
    assertThat(problems(neither)).containsExactly("s.yaml:2:3: strategy.universe_ref is missing");
    assertThat(problems(twice))
        .containsExactly(
            "s.yaml:8:24: strategy.universe[3] is SPY, which is strategy.universe[1] already;"
                + " remove one");
  }

  @Test
  void aMissingBlockIsOneProblem() {
    assertThat(problems("{}")).containsExactly("s.yaml:1:1: strategy is missing");
    assertThat(problems(DIP.lines().filter(line -> !line.contains("risk:")).toList()))
        .containsExactly("s.yaml:2:3: strategy.risk is missing");
  }

  @Test
  void aStageIsIgnoredWithAWarning() {
    StrategyFile file = read(DIP + "  stage: live\n");

    assertThat(file.definition()).isEqualTo(read(DIP).definition());
    assertThat(file.warnings())
        .map(Problem::toString)
        .containsExactly(
            "s.yaml:14:10: strategy.stage is ignored: only the promotion log says where a strategy"
                + " may run; remove it");
  }

  @Test
  void aLimitBelowTheWeightOfAnEntryIsAWarning() {
    StrategyFile file = read(DIP.replace("max_position_pct: 0.35", "max_position_pct: 0.10"));

    assertThat(file.warnings())
        .map(Problem::toString)
        .containsExactly(
            "s.yaml:11:29: strategy.risk.max_position_pct is below the 0.3 of an entry:"
                + " all will be trimmed");
    assertThat(read(DIP.replace("max_position_pct: 0.35", "max_position_pct: 0.3")).warnings())
        .isEmpty();
  }

  @Test
  void aFileAddsConditionsToThoseOfItsFamilyAndTakesNoneAway() {
    StrategyDefinition plain = read(DIP).definition();
    StrategyDefinition careful =
        read(DIP.replace("additional: []", "additional: [fed_week, earnings_week]")).definition();

    assertThat(plain.disableConditions()).isEqualTo(Family.MEANREV.disableConditions());
    assertThat(careful.disableConditions())
        .containsAll(Family.MEANREV.disableConditions())
        .hasSize(Family.MEANREV.disableConditions().size() + 2)
        .isSorted();
    assertThat(careful.additionalConditions())
        .extracting(DisableCondition::id, DisableCondition::judge)
        .containsExactly(
            tuple("earnings_week", DisableCondition.Judge.OPERATOR),
            tuple("fed_week", DisableCondition.Judge.OPERATOR));
  }

  @Test
  void aKnownConditionThatTheFamilyDoesNotDeclareStaysAutomatic() {
    String text = ROTATION + "  disable_conditions_additional: [repeated_fill_divergence]\n";

    assertThat(read(text).definition().additionalConditions())
        .extracting(DisableCondition::judge)
        .containsExactly(DisableCondition.Judge.AUTOMATIC);
  }

  @Test
  void conditionsThatRepeatOrBreakTheGrammarAreRefused() {
    String text =
        DIP.replace("additional: []", "additional: [fed_week, fed_week, operator_pause, Fed Day]");

    assertThat(problems(text))
        .containsExactly(
            "s.yaml:13:45: strategy.disable_conditions_additional[2] is in the list already;"
                + " remove one",
            "s.yaml:13:55: strategy.disable_conditions_additional[3] is declared by the family"
                + " already; remove it",
            "s.yaml:13:71: strategy.disable_conditions_additional[4] is refused: 'Fed Day' is no"
                + " condition: three to sixty of a-z 0-9 _ beginning with a letter");
  }

  @Test
  void aListOfWholeNumbersAndDatesAreReadAndSorted() {
    StrategyDefinition chance = read(CHANCE).definition();

    assertThat(chance.parameters().wholes("holds")).containsExactly(1, 3, 3, 12);
    assertThat(chance.parameters().asMap()).containsEntry("holds", "1,3,3,12");
    assertThat(chance.parameters().day("first_session")).hasToString("2000-01-10");
    assertThat(read(CHANCE.replace("3, 12, 1, 3", "12, 3, 3, 1")).definition().template())
        .isEqualTo(chance.template());
  }

  @Test
  void aListThatIsEmptyOrOutOfBoundsAndWhatIsNoDateAreRefused() {
    String text =
        CHANCE.replace("3, 12, 1, 3", "3, 0, 1.5, 5001").replace("2000-01-10", "2000-02-30");

    assertThat(problems(text))
        .containsExactly(
            "s.yaml:10:20: strategy.parameters.first_session is refused: '2000-02-30' is not a"
                + " date of the calendar such as 2020-12-31",
            "s.yaml:12:16: strategy.parameters.holds[2] is 0; allowed: a whole number from 1 to"
                + " 5000",
            "s.yaml:12:19: strategy.parameters.holds[3] is '1.5'; allowed: a whole number from 1"
                + " to 5000",
            "s.yaml:12:24: strategy.parameters.holds[4] is 5001; allowed: a whole number from 1"
                + " to 5000");
    assertThat(problems(CHANCE.replace("[3, 12, 1, 3]", "[]")))
        .containsExactly(
            "s.yaml:12:12: strategy.parameters.holds is an empty list; write at least one item or"
                + " remove the key");
    assertThat(problems(CHANCE.replace("2000-01-10", "2018-01-02")))
        .containsExactly(
            "s.yaml:10:5: strategy.parameters contradict each other: first_session 2018-01-02 is"
                + " after last_session 2000-12-29");
    assertThat(problems(CHANCE.replace("[3, 12, 1, 3]", "3")))
        .containsExactly("s.yaml:12:13: strategy.parameters.holds is '3'; allowed: a list");
  }

  @Test
  void aFamilyCalledNullIsWrittenInQuotes() {
    assertThat(problems(CHANCE.replace("\"null\"", "null")))
        .containsExactly(
            "s.yaml:3:11: strategy.family has no value; write one (in quotes if a word is meant)"
                + " or remove the key");
  }

  private static final String CHANCE =
      """
      strategy:
        id: null.daily.random_matched_exposure.mine.v1
        family: "null"
        template: daily.random_matched_exposure
        variant: mine
        version: 1
        description: "Chance"
        universe: [SPY, SHY]
        parameters:
          first_session: 2000-01-10
          seed: 7
          holds: [3, 12, 1, 3]
        risk: { max_position_pct: 1, daily_loss_cap_pct: 0.02 }
      """;

  private static final String ROTATION =
      """
      strategy:
        id: regime.daily.sma200_rotation.mine.v1
        family: regime
        template: daily.sma200_rotation
        variant: mine
        version: 1
        universe: [SPY, SHY]
        parameters: {}
        risk: { max_position_pct: 1, daily_loss_cap_pct: 0.02 }
        description: "In or out"
      """;

  private static StrategyFile read(String text) {
    return StrategyFile.read(YamlReader.read("s.yaml", text), TEMPLATES);
  }

  private static List<String> problems(List<String> lines) {
    return problems(String.join("\n", lines));
  }

  private static List<String> problems(String text) {
    return Problems.of(() -> read(text));
  }
}
