package milodex.strategy.templates;

import static milodex.indicator.Indicators.totalReturn;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
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

/// Holds the symbols of a universe that returned the most, and changes them once a week.
///
/// `momentum.stop_loss` is asked in every session; a session with such an exit has no other wish.
/// On the rebalance weekday all symbols are ranked by total return over [#rankingLookback], ties by
/// symbol. `momentum.xsec_exit` sells what is ranked worse than [#exitOutsideTopN];
/// `momentum.xsec_entry` buys, in the same session, those of the first [#targetPositions] that are
/// not held. A held symbol that is barred is judged by the rank it would have. A ranking that
/// misses more than half of its symbols is not acted on.
///
/// @param stopLossPct share below the entry price at which a close sells
/// @param maFilterLength entries only above the average of so many own closes; 0 for none
public record XsecRotation(
    int rankingLookback,
    int targetPositions,
    int exitOutsideTopN,
    DayOfWeek rebalanceWeekday,
    double stopLossPct,
    int maFilterLength,
    EntryTerms terms)
    implements Template {

  private static final String ENTRY = "momentum.xsec_entry";
  private static final String EXIT = "momentum.xsec_exit";

  private static final List<Parameter> PARAMETERS =
      SlotParameters.join(
          List.of(
              new Parameter.Whole(
                  "ranking_lookback", 2, 504, 63, "Sessions of the total return that ranks."),
              new Parameter.Whole(
                  "target_positions", 1, 50, 2, "Buy only among so many of the best ranked."),
              new Parameter.Whole(
                  "exit_outside_top_n", 1, 50, 3, "Sell what is ranked worse than this."),
              SessionPlace.rebalanceWeekday(),
              SlotParameters.stopLossPct("0.07"),
              new Parameter.Whole(
                  "ma_filter_length",
                  0,
                  500,
                  0,
                  "Buy only above the average of so many closes; 0 for always.")),
          SlotParameters.entryTerms(2, "0.45", Optional.of(Symbol.of("SPY")), 200));

  /// @throws IllegalArgumentException if what was just bought would be sold again
  public XsecRotation {
    if (exitOutsideTopN < targetPositions) {
      throw new IllegalArgumentException(
          "exit_outside_top_n is %d, below target_positions %d: what is bought would be sold again"
              .formatted(exitOutsideTopN, targetPositions));
    }
  }

  /// The rule with its standard values, as shipped.
  public XsecRotation() {
    this(ParameterValues.standard(PARAMETERS));
  }

  private XsecRotation(ParameterValues values) {
    this(
        values.whole("ranking_lookback"),
        values.whole("target_positions"),
        values.whole("exit_outside_top_n"),
        DayOfWeek.valueOf(values.choice("rebalance_weekday").toUpperCase(Locale.ROOT)),
        values.decimal("stop_loss_pct"),
        values.whole("ma_filter_length"),
        EntryTerms.of(values));
  }

  @Override
  public String name() {
    return "daily.xsec_rotation";
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
    return "Holds the symbols that returned the most over a quarter; once a week it sells what fell"
        + " in the ranking and buys what leads it.";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule(ENTRY, "On the rebalance weekday: ranked among the target positions."),
        ExitRule.stopLoss(Family.MOMENTUM),
        new Rule(EXIT, "On the rebalance weekday: ranked worse than exit_outside_top_n."));
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public XsecRotation with(ParameterValues values) {
    return new XsecRotation(values);
  }

  @Override
  public int lookback() {
    return terms.lookback(Indicators.lookback(Math.max(rankingLookback, maFilterLength)));
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
    Exits stopped = Exits.of(seen, this::stop);
    if (!stopped.signals().isEmpty()) {
      return withoutRebalance(seen, stopped, "exits_first");
    }
    if (!SessionPlace.isWeekly(seen.session(), rebalanceWeekday)) {
      return withoutRebalance(seen, stopped, "not_rebalance_day");
    }
    CrossSection ranking = CrossSection.of(seen, rankingLookback);
    return ranking.isIncomplete()
        ? withoutRebalance(seen, stopped, "ranking_incomplete")
        : rebalance(seen, ranking);
  }

  private List<ExitRule> stop(BarWindow bars, Holding held) {
    return List.of(ExitRule.stop("momentum.stop_loss", bars, held, stopLossPct));
  }

  private List<ExitRule> fall(BarWindow bars, CrossSection ranking) {
    double gained = totalReturn(bars, rankingLookback);
    int rank = ranking.rank(new CrossSection.Place(bars.symbol(), gained));
    return List.of(ExitRule.of(EXIT, Reading.compared("rank", rank, ">", exitOutsideTopN)));
  }

  private static Decision withoutRebalance(Observation seen, Exits stopped, String reason) {
    List<Alternative> passedOver = new ArrayList<>(stopped.kept());
    for (Symbol symbol : seen.universe()) {
      if (!seen.holdings().containsKey(symbol)) {
        passedOver.add(Alternative.of(symbol, seen.whyBarred(symbol).orElse(reason)));
      }
    }
    return Decision.of(stopped.signals(), passedOver);
  }

  private Decision rebalance(Observation seen, CrossSection ranking) {
    Exits fallen = Exits.of(seen, (bars, _) -> fall(bars, ranking));
    List<Signal> signals = new ArrayList<>(fallen.signals());
    List<Alternative> passedOver = new ArrayList<>(fallen.kept());
    Optional<Entry.Rejected> filtered = terms.marketFilter().flatMap(filter -> filter.blocks(seen));
    int free = terms.slots() - seen.holdings().size() + signals.size();
    for (CrossSection.Place place : ranking.places()) {
      Symbol symbol = place.symbol();
      if (!seen.holdings().containsKey(symbol)) {
        int rank = ranking.rank(place);
        boolean isSlotFree = free > 0;
        switch (judge(seen, place, rank, filtered)) {
          case Entry.Candidate candidate when isSlotFree -> {
            signals.add(terms.sizing().enter(symbol, ENTRY, rank, candidate.readings()));
            free--;
          }
          case Entry.Candidate candidate ->
              passedOver.add(new Alternative(symbol, "no_free_slot", rank, candidate.readings()));
          case Entry.Rejected(String reason, List<Reading> why) ->
              passedOver.add(new Alternative(symbol, reason, rank, why));
        }
      }
    }
    for (Symbol symbol : seen.universe()) {
      if (!seen.holdings().containsKey(symbol)) {
        seen.whyBarred(symbol).ifPresent(why -> passedOver.add(Alternative.of(symbol, why)));
      }
    }
    return Decision.of(signals, passedOver);
  }

  /// Whether a ranked symbol may be bought, free slots aside.
  private Entry judge(
      Observation seen, CrossSection.Place place, int rank, Optional<Entry.Rejected> filtered) {
    EntryRule leads =
        EntryRule.called(ENTRY)
            .needs("not_among_targets", _ -> Reading.compared("rank", rank, "<=", targetPositions));
    EntryRule rises = maFilterLength > 0 ? leads.needsCloseAboveSma(maFilterLength) : leads;
    Entry judged =
        rises
            .highestFirst("total_return", _ -> place.totalReturn())
            .judge(seen.window(place.symbol()).orElseThrow());
    return rank <= targetPositions && filtered.isPresent() ? filtered.get() : judged;
  }
}
