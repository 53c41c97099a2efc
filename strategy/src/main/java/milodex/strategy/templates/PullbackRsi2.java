package milodex.strategy.templates;

import static milodex.indicator.Indicators.highestClose;
import static milodex.indicator.Indicators.rsi;
import static milodex.indicator.Indicators.sma;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
/// @param perPositionNotionalPct share of strategy equity for each entry
/// @param marketFilterSymbol entries only while its close is above SMA([#marketFilterLength])
public record PullbackRsi2(
    int rsiLookback,
    double rsiEntryThreshold,
    double rsiExitThreshold,
    int maFilterLength,
    double stopLossPct,
    int maxHoldDays,
    int maxConcurrentPositions,
    double perPositionNotionalPct,
    Ranking ranking,
    Optional<Symbol> marketFilterSymbol,
    int marketFilterLength)
    implements Template {

  /// What is bought first when there are more candidates than slots.
  public enum Ranking {
    /// The lowest RSI.
    RSI_ASCENDING,
    /// The close furthest, as a share, below the highest close of the moving average's bars.
    DRAWDOWN_DEEPEST
  }

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter.Whole("rsi_lookback", 2, 50, 2, "Bars of the Wilder RSI."),
          Parameter.Decimal.of(
              "rsi_entry_threshold", "0", "100", "10", "Buy only with the RSI below this."),
          Parameter.Decimal.of(
              "rsi_exit_threshold", "0", "100", "50", "Sell once the RSI is above this."),
          new Parameter.Whole(
              "ma_filter_length", 2, 500, 200, "Buy only above the average of so many closes."),
          SlotParameters.stopLossPct("0.05"),
          SlotParameters.maxHoldDays(5),
          SlotParameters.maxConcurrentPositions(3),
          SlotParameters.perPositionNotionalPct("0.3"),
          SlotParameters.sizingRule(),
          new Parameter.Choice(
              "ranking",
              List.of("rsi_ascending", "drawdown_deepest"),
              "rsi_ascending",
              "Which candidate is bought first."),
          SlotParameters.marketFilterSymbol(),
          SlotParameters.marketFilterLength(200));

  /// The rule with its standard values, as shipped.
  public PullbackRsi2() {
    this(2, 10, 50, 200, 0.05, 5, 3, 0.3, Ranking.RSI_ASCENDING, Optional.empty(), 200);
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
        new Rule("meanrev.stop_loss", "Close at or below entry price × (1 − stop)."),
        new Rule("meanrev.max_hold", "Held for max_hold_days sessions or longer."),
        new Rule("meanrev.rsi_exit", "RSI above the exit threshold."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public PullbackRsi2 with(ParameterValues values) {
    return new PullbackRsi2(
        values.whole("rsi_lookback"),
        values.decimal("rsi_entry_threshold"),
        values.decimal("rsi_exit_threshold"),
        values.whole("ma_filter_length"),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        values.whole("max_concurrent_positions"),
        values.decimal("per_position_notional_pct"),
        Ranking.valueOf(values.choice("ranking").toUpperCase(Locale.ROOT)),
        values.ticker("market_filter_symbol"),
        values.whole("market_filter_length"));
  }

  @Override
  public int lookback() {
    int own = Math.max(Indicators.lookback(maFilterLength), Indicators.rsiLookback(rsiLookback));
    return marketFilter()
        .map(filter -> Math.max(own, Indicators.lookback(filter.length())))
        .orElse(own);
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return marketFilterSymbol
        .map(symbol -> Collections.unmodifiableSortedSet(new TreeSet<>(List.of(symbol))))
        .orElse(Collections.emptySortedSet());
  }

  @Override
  public int slots() {
    return maxConcurrentPositions;
  }

  @Override
  public Decision decide(Observation seen) {
    return new SlotFlow(
            maxConcurrentPositions,
            perPositionNotionalPct,
            marketFilter(),
            this::exits,
            this::entry)
        .decide(seen);
  }

  private Optional<MarketFilter> marketFilter() {
    return marketFilterSymbol.map(symbol -> new MarketFilter(symbol, marketFilterLength));
  }

  private List<ExitRule> exits(BarWindow bars, Holding held) {
    Reading rebound = Reading.compared("rsi", rsi(bars, rsiLookback), ">", rsiExitThreshold);
    return List.of(
        ExitRule.stop("meanrev.stop_loss", bars, held, stopLossPct),
        ExitRule.maxHold("meanrev.max_hold", held, maxHoldDays),
        new ExitRule("meanrev.rsi_exit", rebound));
  }

  private Entry entry(BarWindow bars) {
    Reading rise = Reading.compared("close", bars.close(0), ">", sma(bars, maFilterLength));
    if (!rise.holds()) {
      return Entry.rejected("close_not_above_sma", rise);
    }
    Reading dip = Reading.compared("rsi", rsi(bars, rsiLookback), "<", rsiEntryThreshold);
    if (!dip.holds()) {
      return Entry.rejected("rsi_not_below_entry", rise, dip);
    }
    return switch (ranking) {
      case RSI_ASCENDING -> candidate(dip.value(), rise, dip);
      case DRAWDOWN_DEEPEST -> {
        double drawdown = bars.close(0) / highestClose(bars, maFilterLength) - 1;
        yield candidate(drawdown, rise, dip, Reading.of("drawdown", drawdown));
      }
    };
  }

  private static Entry candidate(double score, Reading... readings) {
    return new Entry.Candidate("meanrev.rsi_entry", score, List.of(readings));
  }
}
