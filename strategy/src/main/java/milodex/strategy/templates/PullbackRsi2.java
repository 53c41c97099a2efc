package milodex.strategy.templates;

import static milodex.indicator.Indicators.highestClose;
import static milodex.indicator.Indicators.rsi;

import java.util.List;
import java.util.Locale;
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

/// Buys a short, sharp dip of a symbol in a long rise, and sells when the dip is over.
///
/// Entry `meanrev.rsi_entry`: close above SMA([#maFilterLength]) and RSI([#rsiLookback]) below
/// [#rsiEntryThreshold]. Exits, in this order: `meanrev.stop_loss`, `meanrev.max_hold`,
/// `meanrev.rsi_exit` when the RSI is above [#rsiExitThreshold].
///
/// @param stopLossPct share below the entry price at which a close sells
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
public record PullbackRsi2(
    int rsiLookback,
    double rsiEntryThreshold,
    double rsiExitThreshold,
    int maFilterLength,
    Ranking ranking,
    double stopLossPct,
    int maxHoldDays,
    EntryTerms terms)
    implements Template {

  /// What is bought first when there are more candidates than slots.
  public enum Ranking {
    /// The lowest RSI.
    RSI_ASCENDING,
    /// The close furthest, as a share, below the highest close of the moving average's bars.
    DRAWDOWN_DEEPEST
  }

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              new Parameter.Whole("rsi_lookback", 2, 50, 2, "Bars of the Wilder RSI."),
              Parameter.Decimal.of(
                  "rsi_entry_threshold", "0", "100", "10", "Buy only with the RSI below this."),
              Parameter.Decimal.of(
                  "rsi_exit_threshold", "0", "100", "50", "Sell once the RSI is above this."),
              SlotParameters.maFilterLength(200),
              SlotParameters.ranking("rsi_ascending", "drawdown_deepest"),
              SlotParameters.stopLossPct("0.05"),
              SlotParameters.maxHoldDays(5)),
          SlotParameters.entryTerms(3, "0.3"));

  /// The rule with its standard values, as shipped.
  public PullbackRsi2() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private PullbackRsi2(ParameterValues values) {
    this(
        values.whole("rsi_lookback"),
        values.decimal("rsi_entry_threshold"),
        values.decimal("rsi_exit_threshold"),
        values.whole("ma_filter_length"),
        Ranking.valueOf(values.choice("ranking").toUpperCase(Locale.ROOT)),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.pullback_rsi2";
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
    return "Buys a symbol above its long average when its short RSI is very low;"
        + " sells on the rebound, at a stop or after a few sessions.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("meanrev.rsi_entry", "Close above its average, RSI below the entry threshold."),
        ExitRule.stopLoss(Family.MEANREV),
        ExitRule.maxHold(Family.MEANREV),
        new Rule("meanrev.rsi_exit", "RSI above the exit threshold."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public PullbackRsi2 with(ParameterValues values) {
    return new PullbackRsi2(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(
        Math.max(Indicators.lookback(maFilterLength), Indicators.rsiLookback(rsiLookback)));
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
    EntryRule dip =
        EntryRule.called("meanrev.rsi_entry")
            .needsCloseAboveSma(maFilterLength)
            .needs(
                "rsi_not_below_entry",
                bars -> Reading.compared("rsi", rsi(bars, rsiLookback), "<", rsiEntryThreshold));
    return switch (ranking) {
      case RSI_ASCENDING -> dip.lowestFirst("rsi", bars -> rsi(bars, rsiLookback));
      case DRAWDOWN_DEEPEST ->
          dip.lowestFirst(
              "drawdown", bars -> bars.close(0) / highestClose(bars, maFilterLength) - 1);
    };
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    Reading rebound = Reading.compared("rsi", rsi(bars, rsiLookback), ">", rsiExitThreshold);
    return List.of(
        ExitRule.stop("meanrev.stop_loss", bars, held, stopLossPct),
        ExitRule.maxHold("meanrev.max_hold", held, maxHoldDays),
        ExitRule.of("meanrev.rsi_exit", rebound));
  }
}
