package milodex.strategy.templates;

import static milodex.indicator.Indicators.atr;
import static milodex.indicator.Indicators.highestHigh;
import static milodex.indicator.Indicators.lowestLow;

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

/// Buys a symbol in a rise that closes above the channel of its last weeks, and sells below a
/// shorter one or at a distance that was fixed when it was bought.
///
/// Entry `breakout.channel_entry`: close above SMA([#maFilterLength]) and above the highest high of
/// the [#entryChannelLength] bars before, the furthest above, as a share of it, first. Exits, in
/// this order: `breakout.atr_stop` at a close [#atrStopMultiplier] ATRs of the entry's decision
/// below the entry price, `breakout.stop_loss`, `breakout.max_hold`, `breakout.channel_exit` when
/// the close is below the lowest low of the [#exitChannelLength] bars before.
///
/// @param atrLookback true ranges in the ATR the position carries
/// @param stopLossPct share below the entry price at which a close sells
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
public record DonchianChannel(
    int maFilterLength,
    int entryChannelLength,
    int exitChannelLength,
    int atrLookback,
    double atrStopMultiplier,
    double stopLossPct,
    int maxHoldDays,
    EntryTerms terms)
    implements Template {

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              SlotParameters.maFilterLength(100),
              new Parameter.Whole(
                  "entry_channel_length",
                  1,
                  252,
                  20,
                  "Buy only above the highest high of so many bars before."),
              new Parameter.Whole(
                  "exit_channel_length",
                  1,
                  252,
                  10,
                  "Sell below the lowest low of so many bars before."),
              SlotParameters.ranking("breakout_strength_descending"),
              SlotParameters.atrLookback(),
              SlotParameters.atrStopMultiplier("2"),
              SlotParameters.stopLossPct("0.1"),
              SlotParameters.maxHoldDays(5)),
          SlotParameters.entryTerms(3, "0.3", Optional.of(Symbol.of("SPY")), 200));

  /// The rule with its standard values, as shipped.
  public DonchianChannel() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private DonchianChannel(ParameterValues values) {
    this(
        values.whole("ma_filter_length"),
        values.whole("entry_channel_length"),
        values.whole("exit_channel_length"),
        values.whole("atr_lookback"),
        values.decimal("atr_stop_multiplier"),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.donchian_20_10";
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
    return "Buys a symbol above its average that clears the highest high of some weeks;"
        + " sells below the lowest low of two weeks, at a stop or after a few sessions.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("breakout.channel_entry", "Close above its average and above the entry channel."),
        ExitRule.atrStop(Family.BREAKOUT),
        ExitRule.stopLoss(Family.BREAKOUT),
        ExitRule.maxHold(Family.BREAKOUT),
        new Rule("breakout.channel_exit", "Close below the exit channel."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public DonchianChannel with(ParameterValues values) {
    return new DonchianChannel(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(
        Indicators.lookback(maFilterLength, entryChannelLength, exitChannelLength, atrLookback));
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
    return EntryRule.called("breakout.channel_entry")
        .needsCloseAboveSma(maFilterLength)
        .needs(
            "close_not_above_channel",
            bars -> Reading.compared("close", bars.close(0), ">", entryChannel(bars)))
        .highestFirst("breakout_strength", bars -> bars.close(0) / entryChannel(bars) - 1)
        .remembers(ExitRule.ATR, bars -> atr(bars, atrLookback));
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    double exitChannel = lowestLow(bars.before(1), exitChannelLength);
    return List.of(
        ExitRule.atrStop("breakout.atr_stop", bars, held, atrStopMultiplier),
        ExitRule.stop("breakout.stop_loss", bars, held, stopLossPct),
        ExitRule.maxHold("breakout.max_hold", held, maxHoldDays),
        ExitRule.of(
            "breakout.channel_exit", Reading.compared("close", bars.close(0), "<", exitChannel)));
  }

  private double entryChannel(BarWindow bars) {
    return highestHigh(bars.before(1), entryChannelLength);
  }
}
