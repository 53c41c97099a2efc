package milodex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import milodex.strategy.Template;

/// A rule without reason: what it wishes hangs on every number it sees, and on nothing else.
public record Whim(long seed) implements Template {

  private static final int SLOTS = 3;

  @Override
  public Decision decide(Observation seen) {
    List<Signal> signals = new ArrayList<>();
    for (Symbol held : seen.holdings().keySet()) {
      if (mood(seen, held) % 3 == 0) {
        signals.add(new Signal.Exit(held, "whim.sell", List.of()));
      }
    }
    int free = SLOTS - seen.holdings().size();
    for (Symbol symbol : seen.universe()) {
      boolean candidate =
          !seen.holdings().containsKey(symbol) && seen.whyBarred(symbol).isEmpty() && free > 0;
      if (candidate && mood(seen, symbol) % 3 == 0) {
        free--;
        signals.add(Signal.Enter.weighing(symbol, "whim.buy", 0.4, 1, List.of()));
      }
    }
    return Decision.of(signals, List.of());
  }

  private int mood(Observation seen, Symbol symbol) {
    int mood = Objects.hash(seed, symbol.ticker(), seen.session().toEpochDay());
    if (seen.window(symbol).isPresent()) {
      BarWindow bars = seen.window(symbol).get();
      for (int ago = 0; ago < bars.length(); ago++) {
        mood = Objects.hash(mood, bars.open(ago), bars.close(ago), bars.volume(ago));
      }
    }
    return Math.floorMod(mood ^ (mood >>> 15), 1_000_003);
  }

  @Override
  public String name() {
    return "daily.whim";
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
        new Rule("whim.buy", "Buys as it is told."), new Rule("whim.sell", "Sells as it is told."));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public Whim with(ParameterValues values) {
    return this;
  }

  @Override
  public int lookback() {
    return 5;
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
