package milodex.strategy;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;

/// One wish in a decision.
public sealed interface Signal {

  Symbol symbol();

  /// The id of the rule that fired; part of the contract.
  String rule();

  /// The values and thresholds that fired.
  List<Reading> readings();

  /// Buy at the next open.
  ///
  /// @param weight share of the strategy's equity to hold, in `(0, 1]`
  /// @param rank 1 for the best candidate
  /// @param entryFacts named dollars per share that the position carries and hands back, divided by
  ///     the splits since: a level, a range, an ATR
  record Enter(
      Symbol symbol,
      String rule,
      double weight,
      int rank,
      List<Reading> readings,
      SortedMap<String, Double> entryFacts)
      implements Signal {

    public Enter {
      readings = List.copyOf(readings);
      entryFacts = Collections.unmodifiableSortedMap(new TreeMap<>(entryFacts));
      if (!(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException(symbol + ": a weight lies in (0, 1], not " + weight);
      }
    }
  }

  /// Sell the whole position at the next open.
  record Exit(Symbol symbol, String rule, List<Reading> readings) implements Signal {
    public Exit {
      readings = List.copyOf(readings);
    }
  }
}
