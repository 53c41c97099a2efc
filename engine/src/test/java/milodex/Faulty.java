package milodex;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Supplier;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Template;

/// A rule that may do what no rule may: remember.
///
/// @param decides what it does, with whatever it remembers
/// @param born makes it anew, as every run and every proof does
public record Faulty(
    Function<Observation, Decision> decides, Supplier<Function<Observation, Decision>> born)
    implements Template {

  public static Faulty of(Supplier<Function<Observation, Decision>> born) {
    return new Faulty(born.get(), born);
  }

  @Override
  public Decision decide(Observation seen) {
    return decides.apply(seen);
  }

  @Override
  public Faulty with(ParameterValues values) {
    return of(born);
  }

  @Override
  public String name() {
    return "daily.faulty";
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
    return "Does what no rule may.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(new Rule("faulty.buy", "Buys for no good reason."));
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
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
    return 10;
  }
}
