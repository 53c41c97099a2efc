package milodex.strategy.templates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import milodex.market.Symbol;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Parameter;
import milodex.strategy.ParameterValues;
import milodex.strategy.Rule;
import milodex.strategy.Signal;
import milodex.strategy.Template;

/// Trades by chance, as often and for as long as another strategy did: what luck alone comes to.
///
/// The trades are laid over the sessions once, by the seed. `null.random_entry`: a trade is
/// due, and buys a symbol drawn by the seed among those that are not held and may be entered;
/// without one, or without a free slot, it is lost. `null.random_exit`: its hold is over.
/// Sells and buys may share a session. No price is read.
///
/// @param perPositionNotionalPct share of strategy equity for each entry
public record RandomMatchedExposure(TradeSchedule schedule, double perPositionNotionalPct)
    implements Template {

  private static final String ENTRY = "null.random_entry";
  private static final String EXIT = "null.random_exit";

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 3);
  private static final LocalDate LAST = LocalDate.of(2000, 12, 29);
  private static final List<Integer> HOLDS = List.of(1, 2, 3, 5, 8, 13, 21);

  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter.Whole("seed", 0, 999_999_999, 1, "Draws the trades; another, others."),
          new Parameter.Day("first_session", FIRST, "No trade is decided before."),
          new Parameter.Day("last_session", LAST, "Every trade is closed by then."),
          new Parameter.Wholes(
              "holds", 1, 5000, HOLDS, "One for each trade: sessions from its buy to its sale."),
          SlotParameters.maxConcurrentPositions(1),
          SlotParameters.perPositionNotionalPct("0.95"));

  /// The rule with its standard values, as shipped.
  public RandomMatchedExposure() {
    this(TradeSchedule.of(1, FIRST, LAST, HOLDS, 1), 0.95);
  }

  @Override
  public String name() {
    return "daily.random_matched_exposure";
  }

  @Override
  public Family family() {
    return Family.NULL;
  }

  @Override
  public int rulesVersion() {
    return 1;
  }

  @Override
  public String says() {
    return "Trades by chance, as often and for as long as another strategy did.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(ENTRY, "The schedule has a trade for this session."),
        new Rule(EXIT, "The hold of the trade is over."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public RandomMatchedExposure with(ParameterValues values) {
    return new RandomMatchedExposure(
        TradeSchedule.of(
            values.whole("seed"),
            values.day("first_session"),
            values.day("last_session"),
            values.wholes("holds"),
            values.whole("max_concurrent_positions")),
        values.decimal("per_position_notional_pct"));
  }

  @Override
  public int lookback() {
    return 1;
  }

  @Override
  public SortedSet<Symbol> alsoReads() {
    return Collections.emptySortedSet();
  }

  @Override
  public int slots() {
    return schedule.lanes();
  }

  @Override
  public Decision decide(Observation seen) {
    List<Signal> signals = new ArrayList<>();
    List<Alternative> passedOver = new ArrayList<>();
    for (Holding held : seen.holdings().values()) {
      ExitRule over = ExitRule.maxHold(EXIT, held, hold(seen, held) - 1);
      if (over.holds()) {
        signals.add(new Signal.Exit(held.symbol(), EXIT, over.readings()));
      } else {
        passedOver.add(new Alternative(held.symbol(), "no_exit_rule_holds", 0, over.readings()));
      }
    }
    int free = slots() - seen.holdings().size() + signals.size();
    int due = Math.min(free, schedule.decidedOn(seen.session()).size());
    buy(seen, due, signals, passedOver);
    return Decision.of(signals, passedOver);
  }

  private void buy(Observation seen, int due, List<Signal> signals, List<Alternative> passedOver) {
    int rank = 0;
    for (Symbol symbol : drawn(seen.session(), seen.universe())) {
      Optional<String> barred = seen.whyBarred(symbol);
      if (seen.holdings().containsKey(symbol)) {
        continue;
      }
      if (barred.isPresent()) {
        passedOver.add(Alternative.of(symbol, barred.get()));
      } else if (rank < due) {
        rank++;
        signals.add(Signal.Enter.weighing(symbol, ENTRY, perPositionNotionalPct, rank, List.of()));
      } else {
        passedOver.add(Alternative.of(symbol, "not_drawn"));
      }
    }
  }

  /// How long `held` is to be held. Of the trades of one session, the symbols drawn first have the
  /// shortest holds, so what is left of them has the longest.
  private int hold(Observation seen, Holding held) {
    LocalDate decided = schedule.decisionOf(held.entrySession()).orElse(held.entrySession());
    List<Integer> holds = schedule.decidedOn(decided);
    List<Symbol> left =
        drawn(
            decided,
            seen.holdings().values().stream()
                .filter(other -> other.entrySession().equals(held.entrySession()))
                .map(Holding::symbol)
                .toList());
    int place = holds.size() - left.size() + left.indexOf(held.symbol());
    return place < 0 || holds.isEmpty() ? 1 : holds.get(place);
  }

  /// These symbols in the order the seed draws for a session.
  private List<Symbol> drawn(LocalDate session, List<Symbol> symbols) {
    Chance chance = new Chance(schedule.seed());
    return symbols.stream()
        .sorted(
            Comparator.comparingLong(
                    (Symbol symbol) -> chance.of(session.toEpochDay(), symbol.ticker().hashCode()))
                .thenComparing(symbol -> symbol))
        .toList();
  }
}
