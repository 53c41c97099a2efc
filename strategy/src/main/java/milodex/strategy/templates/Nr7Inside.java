package milodex.strategy.templates;

import static milodex.indicator.Indicators.range;
import static milodex.indicator.Indicators.smallestRange;

import java.util.List;
import java.util.SortedSet;
import milodex.indicator.Indicators;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Template;

/// Buys a symbol in a rise after its narrowest day of some, if that lay inside the day before and
/// closed up, and sells once a profit starts to slip.
///
/// Entry `breakout.nr7_entry`: the latest bar is inside the one before (high below its high, low
/// above its low), its range is above zero and strictly the smallest of [#rangeLookback], itself
/// included, it closes above its open and above SMA([#maFilterLength]); the smallest range, as a
/// share of the close, first. Exits, in this order: `breakout.stop_loss`, `breakout.max_hold`,
/// `breakout.nr7_trailing_low` when the close is above the entry price and at or below yesterday's
/// low.
///
/// @param stopLossPct share below the entry price at which a close sells
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
public record Nr7Inside(
    int rangeLookback, int maFilterLength, double stopLossPct, int maxHoldDays, EntryTerms terms)
    implements Template {

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              new Parameter.Whole(
                  "range_lookback",
                  2,
                  252,
                  7,
                  "Bars of which the latest must have the smallest range."),
              SlotParameters.maFilterLength(50),
              SlotParameters.ranking("nr7_range_ascending"),
              SlotParameters.stopLossPct("0.05"),
              SlotParameters.maxHoldDays(3)),
          SlotParameters.entryTerms(3, "0.3"));

  /// The rule with its standard values, as shipped.
  public Nr7Inside() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private Nr7Inside(ParameterValues values) {
    this(
        values.whole("range_lookback"),
        values.whole("ma_filter_length"),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.nr7_inside";
  }

  @Override
  public Family family() {
    return Family.BREAKOUT;
  }

  @Override
  public int rulesVersion() {
    return 1;
  }

  @Override
  public String says() {
    return "Buys a symbol above its average after its narrowest day of a week, inside the day before;"
        + " sells when a profit slips, at a stop or after a few sessions.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(
            "breakout.nr7_entry",
            "The narrowest day of some, inside the day before, closes up and above its average."),
        ExitRule.stopLoss(Family.BREAKOUT),
        ExitRule.maxHold(Family.BREAKOUT),
        new Rule("breakout.nr7_trailing_low", "In profit, and close at or below yesterday's low."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Nr7Inside with(ParameterValues values) {
    return new Nr7Inside(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(Indicators.lookback(maFilterLength, rangeLookback));
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return terms.alsoReads();
  }

  @Override
  public int slots() {
    return terms.slots();
  }

  @Override
  public Decision decide(Observation seen) {
    return new SlotFlow(terms, entry(), this::exits).decide(seen);
  }

  private EntryRule entry() {
    return EntryRule.called("breakout.nr7_entry")
        .needs("high_not_inside", bars -> Reading.compared("high", bars.high(0), "<", bars.high(1)))
        .needs("low_not_inside", bars -> Reading.compared("low", bars.low(0), ">", bars.low(1)))
        .needs("no_range", bars -> Reading.compared("range", range(bars), ">", 0))
        .needs(
            "range_not_smallest",
            bars -> Reading.compared("range", range(bars), "<", smallestBefore(bars)))
        .needs(
            "close_not_above_open",
            bars -> Reading.compared("close", bars.close(0), ">", bars.open(0)))
        .needsCloseAboveSma(maFilterLength)
        .lowestFirst("range_share", bars -> range(bars) / bars.close(0));
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    double close = bars.close(0);
    return List.of(
        ExitRule.stop("breakout.stop_loss", bars, held, stopLossPct),
        ExitRule.maxHold("breakout.max_hold", held, maxHoldDays),
        ExitRule.of(
            "breakout.nr7_trailing_low",
            Reading.compared("close", close, ">", held.entryPrice()),
            Reading.compared("close", close, "<=", bars.low(1))));
  }

  private double smallestBefore(BarWindow bars) {
    return smallestRange(bars.before(1), rangeLookback - 1);
  }
}
