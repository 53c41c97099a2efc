package milodex.strategy.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milodex.strategy.Observation;
import milodex.strategy.Surface;
import milodex.strategy.Template;

/// A template with small values, and tiny markets to hold under it; AAA is the symbol of the story.
record Rig(Template rule) {

  /// The shipped template with some values changed: `name=value name=value`.
  static Rig of(Template shipped, String changes) {
    return new Rig(shipped.with(Surface.changed(shipped, changes)));
  }

  /// Bars that open, peak and trough at these closes, oldest first.
  static String flat(String closes) {
    return closes.replaceAll("[^ ]+", "$0/$0/$0/$0");
  }

  /// What is decided of one symbol with these bars, `open/high/low/close`, that is not held.
  List<String> decides(String bars) {
    return decides(Seen.market().bars("AAA", bars).now());
  }

  /// What is decided of a position of one symbol.
  List<String> holding(String bars, double entryPrice, int sessionsHeld) {
    return holding(bars, entryPrice, sessionsHeld, Map.of());
  }

  /// The same of a position that carries entry facts.
  List<String> holding(
      String bars, double entryPrice, int sessionsHeld, Map<String, Double> entryFacts) {
    Seen market =
        Seen.market().bars("AAA", bars).holding("AAA", entryPrice, sessionsHeld, entryFacts);
    return decides(market.now());
  }

  /// The symbols bought, best first, where AAA, BBB, CCC.. have these bars.
  List<String> buys(String... bars) {
    Seen market = Seen.market();
    for (int i = 0; i < bars.length; i++) {
      market.bars(String.valueOf((char) ('A' + i)).repeat(3), bars[i]);
    }
    List<String> bought = new ArrayList<>();
    rule.decide(market.now()).signals().forEach(signal -> bought.add(signal.symbol().ticker()));
    return bought;
  }

  List<String> decides(Observation seen) {
    return Told.of(rule.decide(seen));
  }
}
