package milodex.execution;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.market.Universe;
import milodex.risk.Circumstances;
import milodex.risk.StrategyLimits;
import milodex.strategy.Origin;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;

/// A strategy that runs: its rule with values, its universe, its limits and its standing.
public final class ActiveStrategy {

  private final StrategyId id;
  private final Template template;
  private final ParameterValues parameters;
  private final Timeframe barSize;
  private final Universe universe;
  private final StrategyLimits limits;
  private final Circumstances.Standing standing;
  private final Origin origin;
  private final List<Symbol> symbols;
  private final SortedSet<Symbol> reads;
  private final int lookback;

  /// @param barSize the bars on whose close it decides
  /// @param origin where the template's code came from
  public ActiveStrategy(
      StrategyId id,
      Template template,
      ParameterValues parameters,
      Timeframe barSize,
      Universe universe,
      StrategyLimits limits,
      Circumstances.Standing standing,
      Origin origin) {
    this.id = id;
    this.template = template;
    this.parameters = parameters;
    this.barSize = barSize;
    this.universe = universe;
    this.limits = limits;
    this.standing = standing;
    this.origin = origin;
    this.symbols = universe.symbols();
    SortedSet<Symbol> all = new TreeSet<>(symbols);
    all.addAll(template.alsoReads());
    this.reads = Collections.unmodifiableSortedSet(all);
    this.lookback = template.lookback(barSize);
  }

  /// A strategy that decides once a session, on daily bars, by a template that ships with the
  /// program.
  public ActiveStrategy(
      StrategyId id,
      Template template,
      ParameterValues parameters,
      Universe universe,
      StrategyLimits limits,
      Circumstances.Standing standing) {
    this(
        id,
        template,
        parameters,
        Timeframe.DAY_1,
        universe,
        limits,
        standing,
        new Origin.Shipped());
  }

  /// The same strategy under another standing.
  public ActiveStrategy standing(Circumstances.Standing other) {
    return new ActiveStrategy(id, template, parameters, barSize, universe, limits, other, origin);
  }

  public StrategyId id() {
    return id;
  }

  public Template template() {
    return template;
  }

  public ParameterValues parameters() {
    return parameters;
  }

  /// The bars on whose close it decides.
  public Timeframe barSize() {
    return barSize;
  }

  public Universe universe() {
    return universe;
  }

  public StrategyLimits limits() {
    return limits;
  }

  public Circumstances.Standing standing() {
    return standing;
  }

  /// Where the template's code came from.
  public Origin origin() {
    return origin;
  }

  /// How many closed bars of its size the rule reads.
  public int lookback() {
    return lookback;
  }

  /// How many daily bars it reads: its own, or one as the ground that intraday bars stand on.
  public int dailyLookback() {
    return barSize.isIntraday() ? 1 : lookback();
  }

  /// The symbols of its universe, in order.
  public List<Symbol> symbols() {
    return symbols;
  }

  /// Every symbol it reads, in order: its universe, and what its template reads beside it.
  public SortedSet<Symbol> reads() {
    return reads;
  }
}
