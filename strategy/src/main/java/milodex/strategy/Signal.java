package milodex.strategy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  /// The same wish without the values it was found by: what is done about it does not hang on them.
  Signal unexplained();

  /// Buy at the next open, for a share of the strategy's equity or for a fixed amount.
  ///
  /// @param weight share of the strategy's equity to hold, in `(0, 1]`; 0 beside `dollars`
  /// @param dollars the fixed amount to spend, above 0; empty beside a weight
  /// @param rank 1 for the best candidate
  /// @param entryFacts named dollars per share that the position carries and hands back, divided by
  ///     the splits since: a level, a range, an ATR
  record Enter(
      Symbol symbol,
      String rule,
      double weight,
      Optional<BigDecimal> dollars,
      int rank,
      List<Reading> readings,
      SortedMap<String, Double> entryFacts)
      implements Signal {

    public Enter {
      readings = List.copyOf(readings);
      entryFacts = Collections.unmodifiableSortedMap(new TreeMap<>(entryFacts));
      if (dollars.isEmpty() && !(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException(symbol + ": a weight lies in (0, 1], not " + weight);
      }
      if (dollars.isPresent() && (weight != 0 || dollars.get().signum() <= 0)) {
        throw new IllegalArgumentException(
            "%s: a fixed amount is above 0 and has no weight beside it, not %s and %s"
                .formatted(symbol, dollars.get(), weight));
      }
    }

    /// Buys for `weight` of the strategy's equity.
    public static Enter weighing(
        Symbol symbol, String rule, double weight, int rank, List<Reading> readings) {
      return new Enter(symbol, rule, weight, Optional.empty(), rank, readings, new TreeMap<>());
    }

    /// Buys for `dollars`, whatever the strategy's equity is.
    public static Enter spending(
        Symbol symbol, String rule, BigDecimal dollars, int rank, List<Reading> readings) {
      return new Enter(symbol, rule, 0, Optional.of(dollars), rank, readings, new TreeMap<>());
    }

    @Override
    public Enter unexplained() {
      return new Enter(symbol, rule, weight, dollars, rank, List.of(), entryFacts);
    }

    /// The same wish, whose position will carry `facts`.
    public Enter carrying(SortedMap<String, Double> facts) {
      return new Enter(symbol, rule, weight, dollars, rank, readings, facts);
    }
  }

  /// Sell the whole position at the next open.
  record Exit(Symbol symbol, String rule, List<Reading> readings) implements Signal {
    public Exit {
      readings = List.copyOf(readings);
    }

    @Override
    public Exit unexplained() {
      return new Exit(symbol, rule, List.of());
    }
  }
}
