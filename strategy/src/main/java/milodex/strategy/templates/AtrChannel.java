package milodex.strategy.templates;

import static milodex.indicator.Indicators.atr;
import static milodex.indicator.Indicators.ema;

import java.util.List;
import java.util.Optional;
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

/// Buys a symbol that closes above a band of so many true ranges over its average, and sells below
/// the average or at a distance that was fixed when it was bought.
///
/// Entry `breakout.atr_entry`: close above EMA([#emaLength]) + [#atrEntryMultiplier]·ATR, the
/// furthest above, as a share of that, first. Exits, in this order: `breakout.atr_stop` at a close
/// [#atrStopMultiplier] ATRs of the entry's decision below the entry price, `breakout.max_hold`,
/// `breakout.atr_channel_exit` when the close is below the EMA.
///
/// @param atrLookback true ranges in the ATR
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
public record AtrChannel(
    int emaLength,
    int atrLookback,
    double atrEntryMultiplier,
    double atrStopMultiplier,
    int maxHoldDays,
    EntryTerms terms)
    implements Template {

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              new Parameter.Whole(
                  "ema_length", 2, 100, 20, "Closes that smooth the EMA; α is 2 ÷ (closes + 1)."),
              SlotParameters.atrLookback(),
              Parameter.Decimal.of(
                  "atr_entry_multiplier", "0.1", "20", "2", "Buy only so many ATRs above the EMA."),
              SlotParameters.ranking("atr_channel_strength_descending"),
              SlotParameters.atrStopMultiplier("1.5"),
              SlotParameters.maxHoldDays(5)),
          SlotParameters.entryTerms(3, "0.3", Optional.of(Symbol.of("SPY")), 100));

  /// The rule with its standard values, as shipped.
  public AtrChannel() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private AtrChannel(ParameterValues values) {
    this(
        values.whole("ema_length"),
        values.whole("atr_lookback"),
        values.decimal("atr_entry_multiplier"),
        values.decimal("atr_stop_multiplier"),
        values.whole("max_hold_days"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.atr_channel";
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
    return "Buys a symbol that closes far above its average, measured in true ranges;"
        + " sells below the average, at a stop or after a few sessions.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("breakout.atr_entry", "Close above the EMA by so many ATRs."),
        ExitRule.atrStop(Family.BREAKOUT),
        ExitRule.maxHold(Family.BREAKOUT),
        new Rule("breakout.atr_channel_exit", "Close below the EMA."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public AtrChannel with(ParameterValues values) {
    return new AtrChannel(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(
        Math.max(Indicators.emaLookback(emaLength), Indicators.lookback(atrLookback)));
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
    return EntryRule.called("breakout.atr_entry")
        .needs(
            "close_not_above_channel",
            bars -> Reading.compared("close", bars.close(0), ">", upper(bars)))
        .highestFirst("channel_strength", bars -> bars.close(0) / upper(bars) - 1)
        .remembers(ExitRule.ATR, bars -> atr(bars, atrLookback));
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    return List.of(
        ExitRule.atrStop("breakout.atr_stop", bars, held, atrStopMultiplier),
        ExitRule.maxHold("breakout.max_hold", held, maxHoldDays),
        ExitRule.of(
            "breakout.atr_channel_exit",
            Reading.compared("close", bars.close(0), "<", ema(bars, emaLength))));
  }

  private double upper(BarWindow bars) {
    return ema(bars, emaLength) + atrEntryMultiplier * atr(bars, atrLookback);
  }
}
