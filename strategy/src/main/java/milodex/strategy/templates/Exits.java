package milodex.strategy.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import milodex.market.BarWindow;
import milodex.strategy.Alternative;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Reading;
import milodex.strategy.Signal;

/// What becomes of the positions a strategy holds, in symbol order.
///
/// @param signals the exits
/// @param kept the positions that stay, each with the reason
record Exits(List<Signal> signals, List<Alternative> kept) {

  /// Asks `rules` of every position; the first that holds names its exit. A position without bars
  /// waits.
  static Exits of(Observation seen, BiFunction<BarWindow, Holding, List<ExitRule>> rules) {
    List<Signal> signals = new ArrayList<>();
    List<Alternative> kept = new ArrayList<>();
    for (Holding held : seen.holdings().values()) {
      Optional<BarWindow> bars = seen.window(held.symbol());
      if (bars.isEmpty()) {
        kept.add(Alternative.of(held.symbol(), seen.whyBarred(held.symbol()).orElseThrow()));
      } else {
        judge(held, rules.apply(bars.get(), held), signals, kept);
      }
    }
    return new Exits(signals, kept);
  }

  private static void judge(
      Holding held, List<ExitRule> rules, List<Signal> signals, List<Alternative> kept) {
    for (ExitRule rule : rules) {
      if (rule.holds()) {
        signals.add(new Signal.Exit(held.symbol(), rule.id(), rule.readings()));
        return;
      }
    }
    kept.add(new Alternative(held.symbol(), "no_exit_rule_holds", 0, read(rules)));
  }

  private static List<Reading> read(List<ExitRule> rules) {
    List<Reading> readings = new ArrayList<>();
    rules.forEach(rule -> readings.addAll(rule.readings()));
    return readings;
  }
}
