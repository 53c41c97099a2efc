package milodex.strategy.templates;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import milodex.market.Symbol;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Template;

/// Never trades: what cash alone comes to.
public record NoTrade() implements Template {

  @Override
  public String name() {
    return "daily.no_trade";
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
    return "Never trades: what cash alone comes to.";
  }

  @Override
  public List<Rule> rules() {
    return List.of();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public NoTrade with(ParameterValues values) {
    return this;
  }

  @Override
  public int lookback() {
    return 1;
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return Collections.emptySortedSet();
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public Decision decide(Observation seen) {
    return Decision.nothing(
        Decision.NO_SIGNAL,
        seen.universe().stream().map(symbol -> Alternative.of(symbol, "never_traded")).toList());
  }
}
