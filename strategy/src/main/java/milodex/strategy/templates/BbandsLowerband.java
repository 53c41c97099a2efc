package milodex.strategy.templates;

import static milodex.indicator.Indicators.sigma;
import static milodex.indicator.Indicators.sma;
import static milodex.indicator.Indicators.zScore;

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

/// Buys a symbol in a long rise that closes below its lower Bollinger band, and sells once it is
/// back above the band's average.
///
/// Entry `meanrev.bbands_entry`: close above SMA([#maFilterLength]) and below
/// SMA − [#bbandsStddev]·σ over [#bbandsLookback] closes, the lowest z-score first. Exits, in this
/// order: `meanrev.stop_loss`, `meanrev.max_hold`, `meanrev.bbands_exit` when the close is above
/// SMA([#bbandsLookback]).
///
/// @param stopLossPct share below the entry price at which a close sells
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
public record BbandsLowerband(
    int maFilterLength,
    int bbandsLookback,
    double bbandsStddev,
    double stopLossPct,
    int maxHoldDays,
    EntryTerms terms)
    implements Template {

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              SlotParameters.maFilterLength(200),
              new Parameter.Whole(
                  "bbands_lookback", 2, 252, 20, "Closes in the band's average and deviation."),
              Parameter.Decimal.of(
                  "bbands_stddev",
                  "0.1",
                  "10",
                  "2",
                  "Buy only below the average less so many deviations."),
              SlotParameters.ranking("bbands_zscore_ascending"),
              SlotParameters.stopLossPct("0.06"),
              SlotParameters.maxHoldDays(5)),
          SlotParameters.entryTerms(3, "0.3"));

  /// The rule with its standard values, as shipped.
  public BbandsLowerband() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private BbandsLowerband(ParameterValues values) {
    this(
        values.whole("ma_filter_length"),
        values.whole("bbands_lookback"),
        values.decimal("bbands_stddev"),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.bbands_lowerband";
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
    return "Buys a symbol above its long average that closes below its lower Bollinger band;"
        + " sells above the band's average, at a stop or after a few sessions.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("meanrev.bbands_entry", "Close above its average, and below the lower band."),
        ExitRule.stopLoss(Family.MEANREV),
        ExitRule.maxHold(Family.MEANREV),
        new Rule("meanrev.bbands_exit", "Close above the band's average."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public BbandsLowerband with(ParameterValues values) {
    return new BbandsLowerband(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(Indicators.lookback(maFilterLength, bbandsLookback));
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
    return EntryRule.called("meanrev.bbands_entry")
        .needsCloseAboveSma(maFilterLength)
        .needs(
            "close_not_below_band",
            bars -> Reading.compared("close", bars.close(0), "<", lowerBand(bars)))
        .lowestFirst("zscore", bars -> zScore(bars, bbandsLookback));
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    return List.of(
        ExitRule.stop("meanrev.stop_loss", bars, held, stopLossPct),
        ExitRule.maxHold("meanrev.max_hold", held, maxHoldDays),
        ExitRule.of(
            "meanrev.bbands_exit",
            Reading.compared("close", bars.close(0), ">", sma(bars, bbandsLookback))));
  }

  private double lowerBand(BarWindow bars) {
    return sma(bars, bbandsLookback) - bbandsStddev * sigma(bars, bbandsLookback);
  }
}
