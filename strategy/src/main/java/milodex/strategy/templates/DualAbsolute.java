package milodex.strategy.templates;

import static milodex.indicator.Indicators.totalReturn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
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

/// Global equities momentum: the stronger of two risky symbols while the first beats a floor,
/// otherwise bonds.
///
/// On the last session of a month, or on a weekday, by total return over [#momentumLookback]: if
/// [#riskOnSymbol] is above [#absoluteFloorSymbol], the target is the better of it and
/// [#riskOnAlternateSymbol], ties by symbol, else [#bondSymbol]. `momentum.dual_absolute_rotation`:
/// what is held beside the target is sold and the target bought. `momentum.dual_absolute_hold`: the
/// target is held already. While a return that is asked for is unknown nothing is decided.
///
/// @param rebalanceWeekday of a weekly rebalance
/// @param allocationPct share of strategy equity for the position
public record DualAbsolute(
    Symbol riskOnSymbol,
    Symbol riskOnAlternateSymbol,
    Symbol absoluteFloorSymbol,
    Symbol bondSymbol,
    int momentumLookback,
    Rebalance rebalance,
    DayOfWeek rebalanceWeekday,
    double allocationPct)
    implements Template {

  /// When the target is chosen anew.
  public enum Rebalance {
    /// On the last session of a month.
    MONTH_END,
    /// On a weekday, or the last session before it in a week without it.
    WEEKLY
  }

  private static final String ROTATION = "momentum.dual_absolute_rotation";
  private static final String HOLD = "momentum.dual_absolute_hold";
  private static final Symbol SPY = Symbol.of("SPY");
  private static final Symbol EFA = Symbol.of("EFA");
  private static final Symbol SHY = Symbol.of("SHY");
  private static final Symbol AGG = Symbol.of("AGG");

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter.Ticker(
              "risk_on_symbol", Optional.of(SPY), "Held while it is strong; asks the floor."),
          new Parameter.Ticker(
              "risk_on_alternate_symbol", Optional.of(EFA), "Held instead while it is stronger."),
          new Parameter.Ticker(
              "absolute_floor_symbol", Optional.of(SHY), "The return that has to be beaten."),
          new Parameter.Ticker("bond_symbol", Optional.of(AGG), "Held otherwise."),
          new Parameter.Whole(
              "momentum_lookback", 2, 504, 252, "Sessions of the total returns compared."),
          new Parameter.Choice(
              "rebalance",
              List.of("month_end", "weekly"),
              "month_end",
              "Choose on the last session of a month, or every week."),
          SessionPlace.rebalanceWeekday(),
          SlotParameters.allocationPct());

  /// @throws IllegalArgumentException if two symbols that could be held are one, or the floor is
  ///     what has to beat it
  public DualAbsolute {
    if (new TreeSet<>(List.of(riskOnSymbol, riskOnAlternateSymbol, bondSymbol)).size() < 3) {
      throw new IllegalArgumentException(
          "risk_on_symbol, risk_on_alternate_symbol and bond_symbol name one symbol twice");
    }
    if (absoluteFloorSymbol.equals(riskOnSymbol)) {
      throw new IllegalArgumentException(
          "risk_on_symbol and absolute_floor_symbol are both "
              + riskOnSymbol
              + ", which never beats itself");
    }
  }

  /// The rule with its standard values, as shipped.
  public DualAbsolute() {
    this(SPY, EFA, SHY, AGG, 252, Rebalance.MONTH_END, DayOfWeek.FRIDAY, 0.95);
  }

  @Override
  public String name() {
    return "daily.dual_absolute";
  }

  @Override
  public Family family() {
    return Family.MOMENTUM;
  }

  @Override
  public int rulesVersion() {
    return 1;
  }

  @Override
  public String says() {
    return "Holds the stronger of two risky symbols while the first beats a floor over a year,"
        + " otherwise bonds; chooses at the end of each month.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(ROTATION, "The target has changed: sell what is held beside it and buy it."),
        new Rule(HOLD, "The target is held already."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public DualAbsolute with(ParameterValues values) {
    return new DualAbsolute(
        values.requiredTicker("risk_on_symbol"),
        values.requiredTicker("risk_on_alternate_symbol"),
        values.requiredTicker("absolute_floor_symbol"),
        values.requiredTicker("bond_symbol"),
        values.whole("momentum_lookback"),
        Rebalance.valueOf(values.choice("rebalance").toUpperCase(Locale.ROOT)),
        DayOfWeek.valueOf(values.choice("rebalance_weekday").toUpperCase(Locale.ROOT)),
        values.decimal("allocation_pct"));
  }

  @Override
  public int lookback() {
    return Indicators.lookback(momentumLookback);
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return Collections.unmodifiableSortedSet(
        new TreeSet<>(
            List.of(riskOnSymbol, riskOnAlternateSymbol, absoluteFloorSymbol, bondSymbol)));
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public boolean isLowCadence() {
    return true;
  }

  @Override
  public Decision decide(Observation seen) {
    if (!isDue(seen.session())) {
      return nothing(seen.universe(), "not_rebalance_day");
    }
    Optional<BarWindow> risky = seen.window(riskOnSymbol);
    Optional<BarWindow> floor = seen.window(absoluteFloorSymbol);
    if (risky.isEmpty() || floor.isEmpty()) {
      return unknown(seen, riskOnSymbol, absoluteFloorSymbol);
    }
    double own = totalReturn(risky.get(), momentumLookback);
    double least = totalReturn(floor.get(), momentumLookback);
    if (own <= least) {
      return rotate(seen, bondSymbol, Reading.compared("total_return", own, "<=", least));
    }
    Optional<BarWindow> alternate = seen.window(riskOnAlternateSymbol);
    if (alternate.isEmpty()) {
      return unknown(seen, riskOnAlternateSymbol);
    }
    Reading beats = Reading.compared("total_return", own, ">", least);
    double other = totalReturn(alternate.get(), momentumLookback);
    boolean riskOnIsBetter =
        own == other ? riskOnSymbol.compareTo(riskOnAlternateSymbol) < 0 : own > other;
    return riskOnIsBetter
        ? rotate(seen, riskOnSymbol, beats, Reading.compared("alternate_return", other, "<=", own))
        : rotate(
            seen,
            riskOnAlternateSymbol,
            beats,
            Reading.compared("alternate_return", other, ">=", own));
  }

  private boolean isDue(LocalDate session) {
    return switch (rebalance) {
      case MONTH_END -> SessionPlace.leftInMonth(session).orElse(-1) == 0;
      case WEEKLY -> SessionPlace.isWeekly(session, rebalanceWeekday);
    };
  }

  private Decision rotate(Observation seen, Symbol target, Reading... why) {
    List<Symbol> others =
        Stream.concat(seen.universe().stream(), alsoReads().stream()).distinct().toList();
    return new Rotation(ROTATION, HOLD, allocationPct).to(target, others, seen, List.of(why));
  }

  private static Decision unknown(Observation seen, Symbol... needed) {
    return Decision.nothing(
        Decision.NO_SIGNAL,
        Stream.of(needed)
            .filter(symbol -> seen.window(symbol).isEmpty())
            .map(symbol -> Alternative.of(symbol, seen.whyBarred(symbol).orElseThrow()))
            .toList());
  }

  private static Decision nothing(List<Symbol> symbols, String reason) {
    return Decision.nothing(
        Decision.NO_SIGNAL,
        symbols.stream().map(symbol -> Alternative.of(symbol, reason)).toList());
  }
}
