package milodex.strategy.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.market.Symbol;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Reading;
import milodex.strategy.Signal;

/// Holds one symbol at a time: sells what is held beside the target, and buys the target.
///
/// A target that is barred is not bought, but what it should replace is sold all the same.
///
/// @param change the rule of a session that sells or buys
/// @param hold the rule of a session in which the target is held already
/// @param weight share of strategy equity for the position
record Rotation(String change, String hold, double weight) {

  /// Towards `target`, because of `why`; each of `others` is accounted for too.
  Decision to(Symbol target, List<Symbol> others, Observation seen, List<Reading> why) {
    List<Signal> signals = new ArrayList<>();
    List<Alternative> passedOver = new ArrayList<>();
    for (Holding held : seen.holdings().values()) {
      if (!held.symbol().equals(target)) {
        signals.add(new Signal.Exit(held.symbol(), change, why));
      }
    }
    boolean holdsTarget = seen.holdings().containsKey(target);
    Optional<String> barred = seen.whyBarred(target);
    if (holdsTarget) {
      passedOver.add(new Alternative(target, "already_held", 0, why));
    } else if (barred.isPresent()) {
      passedOver.add(new Alternative(target, barred.get(), 0, why));
    } else {
      signals.add(Signal.Enter.weighing(target, change, weight, 1, why));
    }
    for (Symbol other : others) {
      if (!other.equals(target) && !seen.holdings().containsKey(other)) {
        passedOver.add(new Alternative(other, "not_the_target", 0, why));
      }
    }
    return holdsTarget && signals.isEmpty()
        ? Decision.nothing(hold, passedOver)
        : Decision.of(signals, passedOver);
  }
}
