package milodex.execution;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.market.Universe;
import milodex.risk.Circumstances;
import milodex.risk.StrategyLimits;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;

/// A strategy that runs: its rule with values, its universe, its limits and its standing.
///
/// @param barSize the bars on whose close it decides
public record ActiveStrategy(
    StrategyId id,
    Template template,
    ParameterValues parameters,
    Timeframe barSize,
    Universe universe,
    StrategyLimits limits,
    Circumstances.Standing standing) {

  /// A strategy that decides once a session, on daily bars.
  public ActiveStrategy(
      StrategyId id,
      Template template,
      ParameterValues parameters,
      Universe universe,
      StrategyLimits limits,
      Circumstances.Standing standing) {
    this(id, template, parameters, Timeframe.DAY_1, universe, limits, standing);
  }

  /// How many closed bars of its size the rule reads.
  public int lookback() {
    return template.lookback(barSize);
  }

  /// How many daily bars it reads: its own, or one as the ground that intraday bars stand on.
  public int dailyLookback() {
    return barSize.isIntraday() ? 1 : lookback();
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
