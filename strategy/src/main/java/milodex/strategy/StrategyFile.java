package milodex.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import milodex.config.ConfigException;
import milodex.config.Node;
import milodex.config.Problem;
import milodex.config.Section;
import milodex.config.Setting;
import milodex.market.Timeframe;
import milodex.strategy.StrategyDefinition.Backtest;
import milodex.strategy.StrategyDefinition.Risk;
import milodex.strategy.StrategyDefinition.UniverseChoice;

/// A strategy read from its file, with what the operator should know about the file.
///
/// @param warnings what is accepted and yet worth a look, in the order of the file
public record StrategyFile(StrategyDefinition definition, List<Problem> warnings) {

  /// The one key at the top of a strategy file.
  public static final String ROOT = "strategy";

  /// How a file may also write `1Day`.
  private static final String DAILY = "1D";

  private static final BigDecimal ZERO = BigDecimal.ZERO;

  public StrategyFile {
    warnings = warnings.stream().sorted().toList();
  }

  /// The strategy that `file` states. Parameters decide, `risk` only limits.
  ///
  /// @throws ConfigException with every problem of the file
  public static StrategyFile read(Node file, Templates templates) {
    Section top = Section.of(file);
    Section strategy = top.required(ROOT).section();
    Optional<StrategyId> id = Identity.read(strategy);
    Optional<String> description = strategy.required("description").text();
    RuleSettings rule = RuleSettings.read(strategy, templates);
    Optional<UniverseChoice> universe = universe(strategy);
    Timeframe barSize = tempo(strategy.optional("tempo").section(), rule);
    Section limits = strategy.required("risk").section();
    Optional<Risk> risk = risk(limits, rule);
    Backtest backtest = backtest(strategy.optional("backtest").section());
    Optional<String> hypothesis = strategy.optional("hypothesis").text();
    boolean enabled = strategy.optional("enabled").flag().orElse(true);
    List<DisableCondition> conditions =
        conditions(strategy.optional("disable_conditions_additional"), rule);
    List<Problem> warnings =
        Stream.of(
                stageIgnored(strategy),
                entriesTrimmed(limits.optional("max_position_pct"), risk, rule))
            .flatMap(Optional::stream)
            .toList();
    top.finish();
    StrategyDefinition definition =
        new StrategyDefinition(
            id.orElseThrow(),
            description.orElseThrow(),
            hypothesis,
            enabled,
            rule.template().orElseThrow(),
            rule.parameters(),
            universe.orElseThrow(),
            barSize,
            risk.orElseThrow(),
            backtest,
            conditions);
    return new StrategyFile(definition, warnings);
  }

  private static Optional<UniverseChoice> universe(Section strategy) {
    Setting list = strategy.optional("universe");
    if (!list.isPresent()) {
      return strategy.required("universe_ref").as(UniverseFile::id).map(UniverseChoice.Named::new);
    }
    strategy.optional("universe_ref").report("stands beside universe; keep one of them");
    return Optional.of(new UniverseChoice.Listed(new SymbolList().read(list)));
  }

  /// A template that decides once a session holds at least one night, others need not hold any, so
  /// there is no shortest hold to keep.
  private static Timeframe tempo(Section tempo, RuleSettings rule) {
    Timeframe barSize = barSize(tempo.optional("bar_size"), rule);
    tempo.optional("min_hold_days").whole(0, barSize.isIntraday() ? 0 : 1);
    Setting maxHold = tempo.optional("max_hold_days");
    rule.requireKept(maxHold, "max_hold_days");
    rule.requireTwin(maxHold, maxHold.whole(1, 10_000).map(String::valueOf), "max_hold_days");
    return barSize;
  }

  /// One of the sizes the template can decide on; the first where none is written.
  private static Timeframe barSize(Setting written, RuleSettings rule) {
    List<String> words = new ArrayList<>();
    for (Timeframe size : rule.barSizes()) {
      if (!size.isIntraday()) {
        words.add(DAILY);
      }
      words.add(size.label());
    }
    return written
        .choice(words)
        .map(word -> word.equals(DAILY) ? Timeframe.DAY_1 : Timeframe.parse(word))
        .orElse(rule.barSizes().getFirst());
  }

  private static Optional<Risk> risk(Section limits, RuleSettings rule) {
    Optional<BigDecimal> maxPosition = limits.required("max_position_pct").decimal("0.001", "1");
    Optional<BigDecimal> dailyLoss = limits.required("daily_loss_cap_pct").decimal("0.001", "1");
    Setting stop = limits.optional("stop_loss_pct");
    rule.requireKept(stop, "stop_loss_pct");
    rule.requireTwin(stop, stop.decimal("0", "1").map(ParameterValues::plain), "stop_loss_pct");
    Setting positions = limits.optional("max_positions");
    Optional<Integer> maxPositions = positions.whole(1, 1000);
    rule.requireTwin(positions, maxPositions.map(String::valueOf), "max_concurrent_positions");
    int most = maxPositions.or(() -> rule.template().map(Template::slots)).orElse(1);
    return maxPosition.flatMap(share -> dailyLoss.map(loss -> new Risk(share, most, loss)));
  }

  private static Backtest backtest(Section backtest) {
    return new Backtest(
        backtest.optional("slippage_pct").decimal("0", "0.1"),
        backtest.optional("commission_per_trade").decimal("0", "1000").orElse(ZERO),
        backtest.optional("commission_pct").decimal("0", "0.1").orElse(ZERO),
        backtest.optional("min_commission").decimal("0", "1000").orElse(ZERO),
        backtest.optional("min_trades_required").whole(1, 100_000).orElse(30),
        backtest.optional("walk_forward_windows").whole(1, 100).orElse(4));
  }

  /// What the file adds to the conditions of the family; nothing can be taken from those.
  private static List<DisableCondition> conditions(Setting list, RuleSettings rule) {
    Optional<Family> family = rule.template().map(Template::family);
    SortedSet<DisableCondition> added = new TreeSet<>();
    for (Setting item : list.items()) {
      Optional<DisableCondition> condition = item.as(DisableCondition::named);
      if (condition.isPresent()) {
        if (family.filter(kin -> kin.disableConditions().contains(condition.get())).isPresent()) {
          item.report("is declared by the family already; remove it");
        } else if (!added.add(condition.get())) {
          item.report("is in the list already; remove one");
        }
      }
    }
    return List.copyOf(added);
  }

  private static Optional<Problem> stageIgnored(Section strategy) {
    return strategy
        .optional("stage")
        .problem("is ignored: only the promotion log says where a strategy may run; remove it");
  }

  private static Optional<Problem> entriesTrimmed(
      Setting limit, Optional<Risk> risk, RuleSettings rule) {
    return rule.entryWeight()
        .filter(weight -> risk.isPresent() && risk.get().maxPosition().compareTo(weight) < 0)
        .flatMap(
            weight ->
                limit.problem(
                    "is below the %s of an entry: all will be trimmed".formatted(weight)));
  }
}
