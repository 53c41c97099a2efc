package milodex.strategy.templates;

import static milodex.indicator.Indicators.highestHigh;
import static milodex.indicator.Indicators.priceReturn;
import static milodex.indicator.Indicators.sma;

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

/// Buys a symbol that rises close to its highest high of a year, and sells below a short average.
///
/// Entry `momentum.52w_entry`: the close over the highest high of [#lookbackDays] bars, the latest
/// included, is above [#proximityThreshold], and the close is above the close before; the closest
/// first, then the one that rose most in the session. Exits, in this order: `momentum.stop_loss`,
/// `momentum.max_hold`, `momentum.52w_sma_exit` when the close is below SMA([#smaExitLength]).
///
/// @param stopLossPct share below the entry price at which a close sells
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
public record FiftyTwoWeekHigh(
    int lookbackDays,
    double proximityThreshold,
    int smaExitLength,
    double stopLossPct,
    int maxHoldDays,
    EntryTerms terms)
    implements Template {

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              new Parameter.Whole(
                  "lookback_days", 2, 504, 252, "Bars in which the highest high is looked for."),
              Parameter.Decimal.of(
                  "proximity_threshold",
                  "0.01",
                  "1",
                  "0.97",
                  "Buy only with the close above this share of the highest high."),
              new Parameter.Whole(
                  "sma_exit_length", 2, 500, 20, "Sell below the average of so many closes."),
              SlotParameters.ranking("proximity_then_return"),
              SlotParameters.stopLossPct("0.05"),
              SlotParameters.maxHoldDays(5)),
          SlotParameters.entryTerms(3, "0.3"));

  /// The rule with its standard values, as shipped.
  public FiftyTwoWeekHigh() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private FiftyTwoWeekHigh(ParameterValues values) {
    this(
        values.whole("lookback_days"),
        values.decimal("proximity_threshold"),
        values.whole("sma_exit_length"),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.52w_high_proximity";
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
    return "Buys a symbol that rises close to its highest high of a year;"
        + " sells below a short average, at a stop or after a few sessions.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(
            "momentum.52w_entry",
            "Close near the highest high of a year, and above the close before."),
        ExitRule.stopLoss(Family.MOMENTUM),
        ExitRule.maxHold(Family.MOMENTUM),
        new Rule("momentum.52w_sma_exit", "Close below its short average."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public FiftyTwoWeekHigh with(ParameterValues values) {
    return new FiftyTwoWeekHigh(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(Indicators.lookback(lookbackDays, smaExitLength));
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
    return EntryRule.called("momentum.52w_entry")
        .needs(
            "proximity_not_above_threshold",
            bars -> Reading.compared("proximity", proximity(bars), ">", proximityThreshold))
        .needs(
            "close_not_above_previous",
            bars -> Reading.compared("close", bars.close(0), ">", bars.close(1)))
        .highestFirst("proximity", this::proximity)
        .highestFirst("return", bars -> priceReturn(bars, 1));
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    return List.of(
        ExitRule.stop("momentum.stop_loss", bars, held, stopLossPct),
        ExitRule.maxHold("momentum.max_hold", held, maxHoldDays),
        ExitRule.of(
            "momentum.52w_sma_exit",
            Reading.compared("close", bars.close(0), "<", sma(bars, smaExitLength))));
  }

  private double proximity(BarWindow bars) {
    return bars.close(0) / highestHigh(bars, lookbackDays);
  }
}
