package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import milodex.strategy.Surface;
import milodex.strategy.Template;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every daily template, shown on a generated market.
class TemplateLawsTest {

  private static final int BARS = 700;

  static Stream<Template> templates() {
    return Surface.shipped().filter(rule -> rule.barSizes().contains(Timeframe.DAY_1));
  }

  static Stream<Template> slotTemplates() {
    return templates().filter(rule -> names(rule).contains("max_concurrent_positions"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void decisionsNameOnlyTheRulesItDeclares(Template rule) {
    Set<String> declared = new HashSet<>(List.of(Decision.NO_SIGNAL));
    rule.rules().stream().map(Rule::id).forEach(declared::add);

    Replay.of(rule, BARS)
        .run(
            (_, decided) -> {
              assertThat(declared).contains(decided.rule());
              assertThat(decided.signals()).extracting(Signal::rule).isSubsetOf(declared);
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void noSymbolIsToldOfTwice(Template rule) {
    Replay.of(rule, BARS).run((_, decided) -> assertThat(symbols(decided)).doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @MethodSource("slotTemplates")
  void everySymbolIsAccountedForAndSlotsAreKept(Template rule) {
    Replay.of(rule, BARS)
        .run(
            (seen, decided) -> {
              assertThat(symbols(decided)).containsExactlyElementsOf(seen.universe());
              assertThat(seen.holdings().size()).isLessThanOrEqualTo(rule.slots());
            });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void oneObservationGivesOneDecision(Template rule) {
    Replay.of(rule, BARS).run((seen, decided) -> assertThat(rule.decide(seen)).isEqualTo(decided));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void moreHistoryThanTheLookbackChangesNoSignal(Template rule) {
    int bars = 2 * BARS;
    Replay replay = Replay.of(rule, bars);
    int longer = Math.max(500, rule.lookback() + 100);
    for (int last = replay.lateListing() + longer; last < bars; last++) {
      Observation declared = replay.observe(last, rule.lookback(), new TreeMap<>());
      Observation older = replay.observe(last, longer, new TreeMap<>());
      assertThat(Told.signals(rule.decide(older))).isEqualTo(Told.signals(rule.decide(declared)));
    }
  }

  /// A choice of one word decides nothing; it says in the file how the template ranks.
  @ParameterizedTest
  @MethodSource("templates")
  void everyParameterChangesTheLookbackOrADecision(Template rule) {
    assertThat(rule.parameters())
        .filteredOn(parameter -> !isOneWord(parameter))
        .allSatisfy(
            parameter ->
                assertThat(Surface.variants(rule, parameter))
                    .as(parameter.name())
                    .extracting(values -> does(rule.with(values)))
                    .satisfies(all -> assertThat(new HashSet<>(all)).hasSizeGreaterThan(1)));
  }

  private static boolean isOneWord(Parameter parameter) {
    return parameter instanceof Parameter.Choice choice && choice.words().size() == 1;
  }

  /// Its lookback and all of its signals.
  private static List<String> does(Template rule) {
    List<String> lines = new ArrayList<>();
    lines.add("lookback " + rule.lookback());
    Replay.of(rule, BARS)
        .run(
            (seen, decided) ->
                Told.signals(decided).forEach(signal -> lines.add(seen.session() + " " + signal)));
    return lines;
  }

  private static List<Symbol> symbols(Decision decided) {
    return Stream.concat(
            decided.signals().stream().map(Signal::symbol),
            decided.alternatives().stream().map(Alternative::symbol))
        .sorted()
        .toList();
  }

  private static List<String> names(Template rule) {
    return rule.parameters().stream().map(Parameter::name).toList();
  }
}
