package milodex.execution;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.risk.Circumstances;
import milodex.risk.StrategyLimits;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;

/// A strategy that runs: its rule with values, its universe, its limits and its standing.
public record ActiveStrategy(
    StrategyId id,
    Template template,
    ParameterValues parameters,
    Universe universe,
    StrategyLimits limits,
    Circumstances.Standing standing) {

  /// The symbols of its universe, in order.
  public List<Symbol> symbols() {
    return universe.symbols();
  }

  /// Every symbol it reads: its universe, and what its template reads beside it.
  public SortedSet<Symbol> reads() {
    SortedSet<Symbol> reads = new TreeSet<>(symbols());
    reads.addAll(template.alsoReads());
    return reads;
  }
}
