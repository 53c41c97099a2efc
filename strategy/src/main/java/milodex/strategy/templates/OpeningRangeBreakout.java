package milodex.strategy.templates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import milodex.market.BarWindow;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
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

/// Buys the first close above the range of the session's first minutes, and is flat by its end.
///
/// `breakout.opening_range_entry`: the newest close is above high · (1 + [#entryBufferPct]) of the
/// bars that opened in the first [#openingRangeMinutes], and no earlier close since was, so that
/// there is one entry for each symbol and session; the strongest come first.
/// `breakout.opening_range_stop`: the close is at or below the low of that range, which the
/// position carries as its entry fact. `breakout.session_end`: [#flattenMinutesBeforeClose] or less
/// is left of the session, or the position is from an earlier one; time alone fires it, so that a
/// missing bar cannot keep a position.
public record OpeningRangeBreakout(
    int openingRangeMinutes,
    double entryBufferPct,
    int flattenMinutesBeforeClose,
    int maxConcurrentPositions,
    double perPositionNotionalPct)
    implements Template {

  private static final String ENTRY = "breakout.opening_range_entry";
  private static final String STOP = "breakout.opening_range_stop";
  private static final String SESSION_END = "breakout.session_end";
  private static final String RANGE_LOW = "range_low";

  private static final Duration LONGEST_SESSION = Duration.ofMinutes(390);

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter.Whole(
              "opening_range_minutes", 5, 180, 30, "The range is that of so many first minutes."),
          Parameter.Decimal.of(
              "entry_buffer_pct",
              "0",
              "0.05",
              "0",
              "Buy only above the range's high and this share of it."),
          new Parameter.Whole(
              "flatten_minutes_before_close",
              15,
              180,
              15,
              "Sell, and buy no more, once only so many minutes are left of the session."),
          new Parameter.Whole(
              "max_concurrent_positions", 1, 50, 1, "Hold at most so many positions at once."),
          Parameter.Decimal.of(
              "per_position_notional_pct",
              "0.01",
              "1",
              "0.95",
              "Buy for this share of the strategy's equity."));

  /// The rule with its standard values, as shipped.
  public OpeningRangeBreakout() {
    this(30, 0, 15, 1, 0.95);
  }

  @Override
  public String name() {
    return "intraday.opening_range_breakout";
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
    return "Buys the first close above the range of the session's first minutes, sells below that"
        + " range, and is flat by the session's end.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(ENTRY, "The first close above the opening range: buy."),
        new Rule(STOP, "A close at or below the low of that range: sell."),
        new Rule(SESSION_END, "The session is about to end: sell."));
  }

  @Override
  public List<Timeframe> barSizes() {
    return List.of(Timeframe.MINUTE_5, Timeframe.MINUTE_1, Timeframe.MINUTE_15);
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public OpeningRangeBreakout with(ParameterValues values) {
    return new OpeningRangeBreakout(
        values.whole("opening_range_minutes"),
        values.decimal("entry_buffer_pct"),
        values.whole("flatten_minutes_before_close"),
        values.whole("max_concurrent_positions"),
        values.decimal("per_position_notional_pct"));
  }

  @Override
  public int lookback() {
    return lookback(Timeframe.MINUTE_1);
  }

  /// The bars of a whole session, so that its first one can be reached from its last.
  @Override
  public int lookback(Timeframe barSize) {
    return Math.toIntExact(LONGEST_SESSION.dividedBy(barSize.span()));
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return Collections.emptySortedSet();
  }

  @Override
  public int slots() {
    return maxConcurrentPositions;
  }

  @Override
  public Decision decide(Observation seen) {
    Session session = ExchangeCalendar.nyse().session(seen.session()).orElseThrow();
    Reading left = left(session, seen.asOf());
    List<Signal> signals = new ArrayList<>();
    List<Alternative> passedOver = new ArrayList<>();
    for (Holding held : seen.holdings().values()) {
      exit(held, seen, left)
          .ifPresentOrElse(
              signals::add,
              () -> passedOver.add(Alternative.of(held.symbol(), "no_exit_rule_holds", left)));
    }
    List<Breakout> candidates = new ArrayList<>();
    for (Symbol symbol : seen.universe()) {
      if (!seen.holdings().containsKey(symbol)) {
        Optional<String> barred = seen.whyBarred(symbol);
        if (barred.isPresent()) {
          passedOver.add(Alternative.of(symbol, barred.get()));
        } else if (left.holds()) {
          passedOver.add(Alternative.of(symbol, "session_ends_soon", left));
        } else {
          judge(seen.window(symbol).orElseThrow(), session, candidates, passedOver);
        }
      }
    }
    fill(maxConcurrentPositions - seen.holdings().size(), candidates, signals, passedOver);
    return Decision.of(signals, passedOver);
  }

  private Reading left(Session session, Instant asOf) {
    double minutes = Duration.between(asOf, session.closesAt()).toSeconds() / 60.0;
    return Reading.compared("minutes_left", minutes, "<=", flattenMinutesBeforeClose);
  }

  private Optional<Signal> exit(Holding held, Observation seen, Reading left) {
    Optional<Reading> stop =
        seen.window(held.symbol())
            .map(bars -> Reading.compared("close", bars.close(0), "<=", rangeLow(held)))
            .filter(Reading::holds);
    if (stop.isPresent()) {
      return Optional.of(new Signal.Exit(held.symbol(), STOP, List.of(stop.get())));
    }
    Reading overnight = Reading.compared("sessions_held", held.sessionsHeld(), ">=", 1);
    return left.holds() || overnight.holds()
        ? Optional.of(new Signal.Exit(held.symbol(), SESSION_END, List.of(left, overnight)))
        : Optional.empty();
  }

  private static double rangeLow(Holding held) {
    return Optional.ofNullable(held.entryFacts().get(RANGE_LOW))
        .orElseThrow(
            () -> new IllegalArgumentException(held.symbol() + " carries no " + RANGE_LOW));
  }

  /// Makes the symbol a candidate, or an alternative with the reason.
  private void judge(
      BarWindow bars, Session session, List<Breakout> candidates, List<Alternative> passedOver) {
    Symbol symbol = bars.symbol();
    Optional<OpeningRange> formed = OpeningRange.of(bars, session, openingRangeMinutes);
    if (formed.isEmpty()) {
      passedOver.add(Alternative.of(symbol, "no_opening_range"));
      return;
    }
    OpeningRange range = formed.get();
    double level = range.high() * (1 + entryBufferPct);
    Reading above = Reading.compared("close", bars.close(0), ">", level);
    if (!above.holds()) {
      passedOver.add(Alternative.of(symbol, "close_not_above_range", above));
    } else if (range.wasAbove(level, bars)) {
      passedOver.add(Alternative.of(symbol, "not_the_first_breakout", above));
    } else {
      candidates.add(new Breakout(symbol, above, range.low()));
    }
  }

  /// The strongest breakouts take the free slots; ties by symbol.
  private void fill(
      int free, List<Breakout> candidates, List<Signal> signals, List<Alternative> passedOver) {
    candidates.sort(
        Comparator.comparingDouble(Breakout::strength).reversed().thenComparing(Breakout::symbol));
    for (int i = 0; i < candidates.size(); i++) {
      Breakout one = candidates.get(i);
      int rank = i + 1;
      if (rank <= free) {
        signals.add(
            Signal.Enter.weighing(one.symbol(), ENTRY, perPositionNotionalPct, rank, one.readings())
                .carrying(new TreeMap<>(Map.of(RANGE_LOW, one.rangeLow()))));
      } else {
        passedOver.add(new Alternative(one.symbol(), "no_free_slot", rank, one.readings()));
      }
    }
  }

  /// A symbol that has just left its range upwards.
  private record Breakout(Symbol symbol, Reading above, double rangeLow) {

    /// How far above the level it closed, as a share of it.
    double strength() {
      return above.value() / above.threshold() - 1;
    }

    List<Reading> readings() {
      return List.of(above, Reading.of("strength", strength()));
    }
  }
}
