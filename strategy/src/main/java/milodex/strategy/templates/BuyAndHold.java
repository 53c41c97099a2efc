package milodex.strategy.templates;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Template;

/// Buys one symbol, or each of a universe for the same share, and never sells.
///
/// `null.buy_and_hold_entry`: the symbol is one of the first [#maxConcurrentPositions] of its
/// universe, may be entered and is not held. Once it holds something, it asks for the rest on the
/// last session of each month only. What stops trading may not be entered again, and its place is
/// left empty.
///
/// @param perPositionNotionalPct share of strategy equity for each entry
public record BuyAndHold(int maxConcurrentPositions, double perPositionNotionalPct)
    implements Template {

  private static final String ENTRY = "null.buy_and_hold_entry";

  private static final List<Parameter> PARAMETERS =
      List.of(
          SlotParameters.maxConcurrentPositions(1), SlotParameters.perPositionNotionalPct("0.95"));

  /// The rule with its standard values, as shipped.
  public BuyAndHold() {
    this(1, 0.95);
  }

  @Override
  public String name() {
    return "daily.buy_and_hold";
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
    return "Buys one symbol, or each of a universe for the same share, and never sells.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(
            ENTRY,
            "The symbol may be entered and is not held; once anything is, on a month's last session."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public BuyAndHold with(ParameterValues values) {
    return new BuyAndHold(
        values.whole("max_concurrent_positions"), values.decimal("per_position_notional_pct"));
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
    return maxConcurrentPositions;
  }

  @Override
  public Decision decide(Observation seen) {
    EntryTerms terms =
        new EntryTerms(
            maxConcurrentPositions,
            new Sizing.EqualNotional(perPositionNotionalPct),
            Optional.empty());
    return new SlotFlow(terms, entry(seen), (_, _) -> List.of()).decide(seen);
  }

  private EntryRule entry(Observation seen) {
    EntryRule among =
        EntryRule.called(ENTRY)
            .needs(
                "beyond_the_last_slot",
                bars ->
                    Reading.compared(
                        "place_in_universe",
                        seen.universe().indexOf(bars.symbol()) + 1,
                        "<=",
                        maxConcurrentPositions));
    if (seen.holdings().isEmpty()) {
      return among;
    }
    int left = SessionPlace.leftInMonth(seen.session()).orElse(Integer.MAX_VALUE);
    return among.needs(
        "not_the_months_last_session",
        _ -> Reading.compared("sessions_left_in_month", left, "<=", 0));
  }
}
