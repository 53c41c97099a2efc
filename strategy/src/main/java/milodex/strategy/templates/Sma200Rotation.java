package milodex.strategy.templates;

import static milodex.indicator.Indicators.sma;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.indicator.Indicators;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Template;

/// Holds the risky symbol while it is above its long average, otherwise the safe one.
///
/// `regime.ma_filter_cross`: the target is [#riskOnSymbol] when its close is above
/// SMA([#maFilterLength]), else [#riskOffSymbol]; what is held beside the target is sold and the
/// target bought at the same open. `regime.hold`: the target is held already. Without enough bars
/// of the risky symbol nothing is decided; a target that is barred is not bought, but what it
/// should replace is sold all the same.
///
/// @param allocationPct share of strategy equity for the position
public record Sma200Rotation(
    Symbol riskOnSymbol, Symbol riskOffSymbol, int maFilterLength, double allocationPct)
    implements Template {

  private static final String CROSS = "regime.ma_filter_cross";
  private static final String HOLD = "regime.hold";
  private static final Symbol SPY = Symbol.of("SPY");
  private static final Symbol SHY = Symbol.of("SHY");

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter.Ticker("risk_on_symbol", Optional.of(SPY), "Held while it rises."),
          new Parameter.Ticker("risk_off_symbol", Optional.of(SHY), "Held otherwise."),
          new Parameter.Whole(
              "ma_filter_length", 2, 500, 200, "Closes in the average that tells the regime."),
          SlotParameters.allocationPct());

  /// @throws IllegalArgumentException if both symbols are one
  public Sma200Rotation {
    if (riskOnSymbol.equals(riskOffSymbol)) {
      throw new IllegalArgumentException(
          "risk_on_symbol and risk_off_symbol are both " + riskOnSymbol + "; a rotation needs two");
    }
  }

  /// The rule with its standard values, as shipped.
  public Sma200Rotation() {
    this(SPY, SHY, 200, 0.95);
  }

  @Override
  public String name() {
    return "daily.sma200_rotation";
  }

  @Override
  public Family family() {
    return Family.REGIME;
  }

  @Override
  public int rulesVersion() {
    return 1;
  }

  @Override
  public String says() {
    return "Holds the risky symbol while it closes above its long average, otherwise the safe one.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(CROSS, "The target has changed: sell what is held beside it and buy it."),
        new Rule(HOLD, "The target is held already."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Sma200Rotation with(ParameterValues values) {
    return new Sma200Rotation(
        values.requiredTicker("risk_on_symbol"),
        values.requiredTicker("risk_off_symbol"),
        values.whole("ma_filter_length"),
        values.decimal("allocation_pct"));
  }

  @Override
  public int lookback() {
    return Indicators.lookback(maFilterLength);
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(List.of(riskOnSymbol, riskOffSymbol)));
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public boolean isLifecycleProof() {
    return true;
  }

  @Override
  public Decision decide(Observation seen) {
    Optional<BarWindow> bars = seen.window(riskOnSymbol);
    if (bars.isEmpty()) {
      String why = seen.whyBarred(riskOnSymbol).orElseThrow();
      return Decision.of(List.of(), List.of(Alternative.of(riskOnSymbol, why)));
    }
    double average = sma(bars.get(), maFilterLength);
    double close = bars.get().close(0);
    return close > average
        ? rotate(seen, riskOnSymbol, riskOffSymbol, Reading.compared("close", close, ">", average))
        : rotate(
            seen, riskOffSymbol, riskOnSymbol, Reading.compared("close", close, "<=", average));
  }

  private Decision rotate(Observation seen, Symbol target, Symbol other, Reading why) {
    return new Rotation(CROSS, HOLD, allocationPct).to(target, List.of(other), seen, List.of(why));
  }
}
