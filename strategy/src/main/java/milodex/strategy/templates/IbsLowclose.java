package milodex.strategy.templates;

import static milodex.indicator.Indicators.ibs;
import static milodex.indicator.Indicators.range;

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

/// Buys a symbol in a long rise that closes near the low of its day, and sells once it closes above
/// the high of the day before.
///
/// Entry `meanrev.ibs_entry`: close above SMA([#maFilterLength]) and internal bar strength below
/// [#ibsEntryThreshold], the lowest first; a bar without a range is no candidate. Exits, in this
/// order: `meanrev.stop_loss`, `meanrev.max_hold`, `meanrev.ibs_exit` when the close is above
/// yesterday's high.
///
/// @param stopLossPct share below the entry price at which a close sells
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
public record IbsLowclose(
    int maFilterLength,
    double ibsEntryThreshold,
    double stopLossPct,
    int maxHoldDays,
    EntryTerms terms)
    implements Template {

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              SlotParameters.maFilterLength(200),
              Parameter.Decimal.of(
                  "ibs_entry_threshold", "0", "1", "0.2", "Buy only with the IBS below this."),
              SlotParameters.ranking("ibs_ascending"),
              SlotParameters.stopLossPct("0.03"),
              SlotParameters.maxHoldDays(3)),
          SlotParameters.entryTerms(2, "0.45"));

  /// The rule with its standard values, as shipped.
  public IbsLowclose() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private IbsLowclose(ParameterValues values) {
    this(
        values.whole("ma_filter_length"),
        values.decimal("ibs_entry_threshold"),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.ibs_lowclose";
  }

  @Override
  public Family family() {
    return Family.MEANREV;
  }

  @Override
  public int rulesVersion() {
    return 1;
  }

  @Override
  public String says() {
    return "Buys a symbol above its long average that closes near the low of its day;"
        + " sells above the high of the day before, at a stop or after a few sessions.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("meanrev.ibs_entry", "Close above its average, IBS below the threshold."),
        ExitRule.stopLoss(Family.MEANREV),
        ExitRule.maxHold(Family.MEANREV),
        new Rule("meanrev.ibs_exit", "Close above yesterday's high."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public IbsLowclose with(ParameterValues values) {
    return new IbsLowclose(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(Indicators.lookback(maFilterLength));
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
    return EntryRule.called("meanrev.ibs_entry")
        .needsCloseAboveSma(maFilterLength)
        .needs("no_range", bars -> Reading.compared("range", range(bars), ">", 0))
        .needs(
            "ibs_not_below_threshold",
            bars -> Reading.compared("ibs", ibs(bars), "<", ibsEntryThreshold))
        .lowestFirst("ibs", Indicators::ibs);
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    return List.of(
        ExitRule.stop("meanrev.stop_loss", bars, held, stopLossPct),
        ExitRule.maxHold("meanrev.max_hold", held, maxHoldDays),
        ExitRule.of(
            "meanrev.ibs_exit", Reading.compared("close", bars.close(0), ">", bars.high(1))));
  }
}
