package milodex.strategy.templates;

import static milodex.indicator.Indicators.priceReturn;

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

/// Buys a symbol in a long rise that has come far enough lately, and sells once it has lost that.
///
/// Entry `momentum.tsmom_entry`: close above SMA([#maFilterLength]) and momentum at least
/// [#momentumEntryThreshold], the highest first; momentum is the close ÷ the close
/// [#momentumLookback] sessions ago − 1. Exits, in this order: `momentum.stop_loss`,
/// `momentum.max_hold`, `momentum.tsmom_exit` when momentum is below [#momentumExitThreshold].
///
/// @param stopLossPct share below the entry price at which a close sells
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
public record Tsmom(
    int maFilterLength,
    int momentumLookback,
    double momentumEntryThreshold,
    double momentumExitThreshold,
    double stopLossPct,
    int maxHoldDays,
    EntryTerms terms)
    implements Template {

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              SlotParameters.maFilterLength(200),
              new Parameter.Whole(
                  "momentum_lookback", 1, 504, 20, "Sessions the momentum looks back."),
              Parameter.Decimal.of(
                  "momentum_entry_threshold",
                  "-1",
                  "10",
                  "0.05",
                  "Buy only with the momentum at this or above."),
              Parameter.Decimal.of(
                  "momentum_exit_threshold",
                  "-1",
                  "10",
                  "0",
                  "Sell once the momentum is below this."),
              SlotParameters.ranking("momentum_descending"),
              SlotParameters.stopLossPct("0.07"),
              SlotParameters.maxHoldDays(10)),
          SlotParameters.entryTerms(3, "0.3"));

  /// The rule with its standard values, as shipped.
  public Tsmom() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private Tsmom(ParameterValues values) {
    this(
        values.whole("ma_filter_length"),
        values.whole("momentum_lookback"),
        values.decimal("momentum_entry_threshold"),
        values.decimal("momentum_exit_threshold"),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.tsmom";
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
    return "Buys a symbol above its long average that rose enough over some weeks;"
        + " sells when that rise is gone, at a stop or after two weeks.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(
            "momentum.tsmom_entry",
            "Close above its average, momentum at or above the entry threshold."),
        ExitRule.stopLoss(Family.MOMENTUM),
        ExitRule.maxHold(Family.MOMENTUM),
        new Rule("momentum.tsmom_exit", "Momentum below the exit threshold."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public Tsmom with(ParameterValues values) {
    return new Tsmom(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(Indicators.lookback(maFilterLength, momentumLookback));
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
    return EntryRule.called("momentum.tsmom_entry")
        .needsCloseAboveSma(maFilterLength)
        .needs(
            "momentum_below_entry",
            bars -> Reading.compared("momentum", momentum(bars), ">=", momentumEntryThreshold))
        .highestFirst("momentum", this::momentum);
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    return List.of(
        ExitRule.stop("momentum.stop_loss", bars, held, stopLossPct),
        ExitRule.maxHold("momentum.max_hold", held, maxHoldDays),
        ExitRule.of(
            "momentum.tsmom_exit",
            Reading.compared("momentum", momentum(bars), "<", momentumExitThreshold)));
  }

  private double momentum(BarWindow bars) {
    return priceReturn(bars, momentumLookback);
  }
}
