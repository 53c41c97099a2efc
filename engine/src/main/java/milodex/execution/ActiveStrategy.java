package milodex.execution;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.risk.Circumstances;
import milodex.risk.StrategyLimits;
import milodex.strategy.Origin;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;

/// A strategy that runs: its rule with values, its universe, its limits and its standing.
///
/// @param origin where the template's code came from
public record ActiveStrategy(
    StrategyId id,
    Template template,
    ParameterValues parameters,
    Universe universe,
    StrategyLimits limits,
    Circumstances.Standing standing,
    Origin origin) {

  /// A strategy whose template ships with the program.
  public ActiveStrategy(
      StrategyId id,
      Template template,
      ParameterValues parameters,
      Universe universe,
      StrategyLimits limits,
      Circumstances.Standing standing) {
    this(id, template, parameters, universe, limits, standing, new Origin.Shipped());
  }

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
