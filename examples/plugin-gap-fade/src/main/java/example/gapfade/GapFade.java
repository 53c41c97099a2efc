package example.gapfade;

import static milodex.indicator.Indicators.sma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.indicator.Indicators;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import milodex.strategy.Template;

/// Buys a gap down that buyers answered the same day, and sells when the gap is filled.
///
/// Entry: close above SMA([#maFilterLength]), open at least [#gapPct] below the close before, close
/// above the open and still below that close before, which is kept as an entry fact. The widest
/// gaps are bought first. Exits, in this order: stop, gap filled, longest hold.
///
/// @param gapPct share of the previous close the open lies below it, at least
/// @param stopLossPct share below the entry price at which a close sells
/// @param maxHoldDays sessions after which a position is sold; the fill session counts 0
/// @param perPositionNotionalPct share of strategy equity for each entry
public record GapFade(
    double gapPct,
    int maFilterLength,
    double stopLossPct,
    int maxHoldDays,
    int maxConcurrentPositions,
    double perPositionNotionalPct)
    implements Template {

  private static final String ENTRY = "meanrev.gap_entry";
  private static final String STOP = "meanrev.stop_loss";
  private static final String FILLED = "meanrev.gap_filled";
  private static final String MAX_HOLD = "meanrev.max_hold";

  /// The entry fact: dollars per share the close must reach for the gap to be filled.
  private static final String LEVEL = "gap_level";

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.Decimal.of(
              "gap_pct", "0.001", "0.5", "0.02", "Buy only gaps of at least this share."),
          new Parameter.Whole(
              "ma_filter_length", 2, 500, 100, "Buy only above the average of so many closes."),
          Parameter.Decimal.of(
              "stop_loss_pct", "0.001", "0.99", "0.05", "Sell this share below the entry price."),
          new Parameter.Whole("max_hold_days", 1, 252, 5, "Sell after so many sessions."),
          new Parameter.Whole(
              "max_concurrent_positions", 1, 50, 3, "Hold at most so many positions at once."),
          Parameter.Decimal.of(
              "per_position_notional_pct",
              "0.01",
              "1",
              "0.3",
              "Buy for this share of the strategy's equity."));

  /// The rule with its standard values.
  public GapFade() {
    this(0.02, 100, 0.05, 5, 3, 0.3);
  }

  @Override
  public String name() {
    return "daily.gap_fade";
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
    return "Buys a gap down in a rising symbol that closed above its open;"
        + " sells when the gap is filled, at a stop or after a few sessions.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(ENTRY, "Gap down, close above the open and above its average, gap still open."),
        new Rule(STOP, "Close at or below entry price × (1 − stop)."),
        new Rule(FILLED, "Close at or above the close before the gap."),
        new Rule(MAX_HOLD, "Held for max_hold_days sessions or longer."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public GapFade with(ParameterValues values) {
    return new GapFade(
        values.decimal("gap_pct"),
        values.whole("ma_filter_length"),
        values.decimal("stop_loss_pct"),
        values.whole("max_hold_days"),
        values.whole("max_concurrent_positions"),
        values.decimal("per_position_notional_pct"));
  }

  @Override
  public int lookback() {
    return Indicators.lookback(maFilterLength);
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return new TreeSet<>();
  }

  @Override
  public int slots() {
    return maxConcurrentPositions;
  }

  /// Exits first; a session with an exit has no entries.
  @Override
  public Decision decide(Observation seen) {
    List<Signal> signals = new ArrayList<>();
    List<Alternative> passedOver = new ArrayList<>();
    for (Holding held : seen.holdings().values()) {
      judge(seen, held, signals, passedOver);
    }
    List<Gap> gaps = new ArrayList<>();
    for (Symbol symbol : seen.universe()) {
      if (seen.holdings().containsKey(symbol)) {
        continue;
      }
      Optional<String> barred = seen.whyBarred(symbol);
      if (barred.isPresent()) {
        passedOver.add(Alternative.of(symbol, barred.get()));
      } else if (!signals.isEmpty()) {
        passedOver.add(Alternative.of(symbol, "exits_first"));
      } else {
        judge(seen.window(symbol).orElseThrow(), gaps, passedOver);
      }
    }
    gaps.sort(Comparator.comparingDouble(Gap::size).thenComparing(Gap::symbol));
    int free = slots() - seen.holdings().size();
    for (int i = 0; i < gaps.size(); i++) {
      Gap gap = gaps.get(i);
      if (i < free) {
        signals.add(gap.entry(perPositionNotionalPct, i + 1));
      } else {
        passedOver.add(new Alternative(gap.symbol, "no_free_slot", i + 1, gap.readings));
      }
    }
    return Decision.of(signals, passedOver);
  }

  private void judge(
      Observation seen, Holding held, List<Signal> signals, List<Alternative> passedOver) {
    Symbol symbol = held.symbol();
    Optional<BarWindow> bars = seen.window(symbol);
    if (bars.isEmpty()) {
      passedOver.add(Alternative.of(symbol, seen.whyBarred(symbol).orElseThrow()));
      return;
    }
    double close = bars.get().close(0);
    Reading stop = Reading.compared("close", close, "<=", held.entryPrice() * (1 - stopLossPct));
    Reading filled = Reading.compared("close", close, ">=", held.entryFacts().get(LEVEL));
    Reading longest = Reading.compared("sessions_held", held.sessionsHeld(), ">=", maxHoldDays);
    if (stop.holds()) {
      signals.add(new Signal.Exit(symbol, STOP, List.of(stop)));
    } else if (filled.holds()) {
      signals.add(new Signal.Exit(symbol, FILLED, List.of(filled)));
    } else if (longest.holds()) {
      signals.add(new Signal.Exit(symbol, MAX_HOLD, List.of(longest)));
    } else {
      passedOver.add(
          new Alternative(symbol, "no_exit_rule_holds", 0, List.of(stop, filled, longest)));
    }
  }

  private void judge(BarWindow bars, List<Gap> gaps, List<Alternative> passedOver) {
    double before = bars.close(1);
    double size = bars.open(0) / before - 1;
    Reading rise = Reading.compared("close", bars.close(0), ">", sma(bars, maFilterLength));
    Reading gap = Reading.compared("gap", size, "<=", -gapPct);
    Reading answered = Reading.compared("close", bars.close(0), ">", bars.open(0));
    Reading open = Reading.compared("close", bars.close(0), "<", before);
    List<Reading> readings = List.of(rise, gap, answered, open);
    if (readings.stream().allMatch(Reading::holds)) {
      gaps.add(new Gap(bars.symbol(), size, before, readings));
    } else {
      passedOver.add(new Alternative(bars.symbol(), "no_open_gap_down", 0, readings));
    }
  }

  /// A candidate; the most negative size is the widest gap.
  private record Gap(Symbol symbol, double size, double level, List<Reading> readings) {

    Signal entry(double weight, int rank) {
      TreeMap<String, Double> facts = new TreeMap<>();
      facts.put(LEVEL, level);
      return Signal.Enter.weighing(symbol, ENTRY, weight, rank, readings).carrying(facts);
    }
  }
}
