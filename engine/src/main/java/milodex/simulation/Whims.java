package milodex.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import milodex.strategy.Template;

/// A rule without reason that never rests: what it wishes hangs on the seed, the session, the
/// symbol and its last close, so that there is always something to go wrong.
record Whims(long seed) implements Template {

  private static final int SLOTS = 3;
  private static final double WEIGHT = 0.3;

  @Override
  public Decision decide(Observation seen) {
    List<Signal> signals = new ArrayList<>();
    for (Symbol held : seen.holdings().keySet()) {
      if (mood(seen, held) < 0.4) {
        signals.add(new Signal.Exit(held, "whims.sell", List.of()));
      }
    }
    int free = SLOTS - seen.holdings().size();
    for (Symbol symbol : seen.universe()) {
      if (free > 0
          && !seen.holdings().containsKey(symbol)
          && seen.whyBarred(symbol).isEmpty()
          && mood(seen, symbol) < 0.4) {
        free--;
        signals.add(Signal.Enter.weighing(symbol, "whims.buy", WEIGHT, 1, List.of()));
      }
    }
    return Decision.of(signals, List.of());
  }

  /// In `[0, 1)`; SplitMix64's finalizer, after Steele, Lea and Flood (2014).
  private double mood(Observation seen, Symbol symbol) {
    long close = seen.window(symbol).map(bars -> Double.doubleToLongBits(bars.close(0))).orElse(0L);
    long mixed = seed * 31 + seen.session().toEpochDay();
    mixed = mixed * 31 + symbol.ticker().hashCode();
    mixed = mixed * 31 + close;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
  }

  @Override
  public String name() {
    return "daily.whims";
  }

  @Override
  public Family family() {
    return Family.NULL;
  }

  @Override
  public int rulesVersion() {
    return 1;
  }

  @Override
  public String says() {
    return "Wishes without reason.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("whims.buy", "Buys as the seed says."),
        new Rule("whims.sell", "Sells as the seed says."));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Whims with(ParameterValues values) {
    return this;
  }

  @Override
  public int lookback() {
    return 2;
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return Collections.emptySortedSet();
  }

  @Override
  public int slots() {
    return SLOTS;
  }
}
