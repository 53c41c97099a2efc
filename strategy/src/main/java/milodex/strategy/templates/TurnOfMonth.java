package milodex.strategy.templates;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
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

/// Holds one symbol over the turn of each month.
///
/// `seasonality.turn_of_month_entry`: the session is the last one of its month by the exchange
/// calendar, shifted by [#entryTradingDayOffset] sessions. `seasonality.turn_of_month_exit`: the
/// session is number [#exitTradingDayOfMonth] or later of a month after the one it was bought for.
/// No price is read. Where the calendar ends nothing is bought, and what is held is sold.
///
/// @param entryTradingDayOffset 0 for the last session of a month, −1 for the one before
/// @param exitTradingDayOfMonth from 1 for the first session of a month
/// @param allocationPct share of strategy equity for the position
public record TurnOfMonth(
    Symbol symbol, int entryTradingDayOffset, int exitTradingDayOfMonth, double allocationPct)
    implements Template {

  private static final String ENTRY = "seasonality.turn_of_month_entry";
  private static final String EXIT = "seasonality.turn_of_month_exit";
  private static final Symbol SPY = Symbol.of("SPY");

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter.Ticker("symbol", Optional.of(SPY), "Held over the turn of a month."),
          new Parameter.Whole(
              "entry_trading_day_offset",
              -5,
              0,
              0,
              "Decide to buy so many sessions from the last one of a month."),
          new Parameter.Whole(
              "exit_trading_day_of_month",
              1,
              10,
              3,
              "Decide to sell on the session of this number in the next month."),
          SlotParameters.allocationPct());

  /// The rule with its standard values, as shipped.
  public TurnOfMonth() {
    this(SPY, 0, 3, 0.95);
  }

  @Override
  public String name() {
    return "daily.turn_of_month";
  }

  @Override
  public Family family() {
    return Family.SEASONALITY;
  }

  @Override
  public int rulesVersion() {
    return 1;
  }

  @Override
  public String says() {
    return "Buys at the last session of a month and sells a few sessions into the next one.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(ENTRY, "The last session of a month, shifted by entry_trading_day_offset."),
        new Rule(EXIT, "Session exit_trading_day_of_month of the month after."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public TurnOfMonth with(ParameterValues values) {
    return new TurnOfMonth(
        values.requiredTicker("symbol"),
        values.whole("entry_trading_day_offset"),
        values.whole("exit_trading_day_of_month"),
        values.decimal("allocation_pct"));
  }

  @Override
  public int lookback() {
    return 1;
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(List.of(symbol)));
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public boolean isLowCadence() {
    return true;
  }

  @Override
  public Decision decide(Observation seen) {
    List<Signal> signals = new ArrayList<>();
    List<Alternative> passedOver = new ArrayList<>();
    for (Holding held : seen.holdings().values()) {
      sellOrKeep(seen.session(), held, signals, passedOver);
    }
    if (seen.holdings().isEmpty()) {
      buyOrWait(seen, signals, passedOver);
    }
    for (Symbol other : seen.universe()) {
      if (!other.equals(symbol) && !seen.holdings().containsKey(other)) {
        passedOver.add(Alternative.of(other, "not_the_target"));
      }
    }
    return Decision.of(signals, passedOver);
  }

  private void sellOrKeep(
      LocalDate session, Holding held, List<Signal> signals, List<Alternative> passedOver) {
    OptionalInt number = SessionPlace.numberInMonth(session);
    if (number.isEmpty()) {
      signals.add(new Signal.Exit(held.symbol(), EXIT, List.of()));
      return;
    }
    Reading into =
        Reading.compared("session_of_month", number.getAsInt(), ">=", exitTradingDayOfMonth);
    if (into.holds() && isMonthAfter(session, held.entrySession())) {
      signals.add(new Signal.Exit(held.symbol(), EXIT, List.of(into)));
    } else {
      passedOver.add(Alternative.of(held.symbol(), "no_exit_rule_holds", into));
    }
  }

  private void buyOrWait(Observation seen, List<Signal> signals, List<Alternative> passedOver) {
    Optional<String> barred = seen.whyBarred(symbol);
    OptionalInt left = SessionPlace.leftInMonth(seen.session());
    if (barred.isPresent() || left.isEmpty()) {
      passedOver.add(Alternative.of(symbol, barred.orElse("calendar_ends")));
      return;
    }
    Reading last =
        Reading.compared("sessions_left_in_month", left.getAsInt(), "=", -entryTradingDayOffset);
    if (last.holds()) {
      signals.add(Signal.Enter.weighing(symbol, ENTRY, allocationPct, 1, List.of(last)));
    } else {
      passedOver.add(Alternative.of(symbol, "not_entry_session", last));
    }
  }

  /// Whether `session` lies in a month after the one that `filled` was bought for. What is filled
  /// in the first session of a month was bought for the turn from the month before.
  private static boolean isMonthAfter(LocalDate session, LocalDate filled) {
    boolean first = SessionPlace.numberInMonth(filled).orElse(0) == 1;
    return first || YearMonth.from(session).isAfter(YearMonth.from(filled));
  }
}
