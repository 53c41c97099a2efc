package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.data.Eligibility;
import milodex.data.MarketHistory;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Sha256;
import milodex.market.Session;
import milodex.market.Symbol;

/// The recorded sessions that strategies are rehearsed on, each judged as for a backtest of it.
public sealed interface RecordedDays {

  /// Everything is there.
  ///
  /// @param name SHA-256 of everything that decides the outcome, the bars included
  /// @param firstSession index in `history` of the first session in which a strategy could enter
  /// @param lastSession index of the last one
  record Ready(
      RehearsalPlan plan, String name, MarketHistory history, int firstSession, int lastSession)
      implements RecordedDays {

    /// How many sessions that is.
    public int sessions() {
      return lastSession - firstSession + 1;
    }

    /// The sessions, oldest first.
    public List<Session> played() {
      return history.sessions().subList(firstSession, lastSession + 1);
    }
  }

  /// They may not be rehearsed; `refusal` says why, about the strategy named.
  record Refused(ActiveStrategy strategy, Preparation.Refused refusal) implements RecordedDays {}

  /// Reads what `plan` needs of `store`, and judges it for each strategy.
  static RecordedDays read(StoredBars store, RehearsalPlan plan) {
    Optional<Refused> crowded = intradayAmongOthers(plan.strategies());
    if (crowded.isPresent()) {
      return crowded.get();
    }
    Preparer preparer = new Preparer(store);
    List<Preparation.Ready> ready = new ArrayList<>();
    for (ActiveStrategy strategy : plan.strategies()) {
      switch (preparer.prepare(plan.alone(strategy))) {
        case Preparation.Ready one -> ready.add(one);
        case Preparation.Refused refusal -> {
          return new Refused(strategy, refusal);
        }
      }
    }
    return ready.size() == 1 ? alone(plan, ready.getFirst()) : together(store, plan, ready);
  }

  /// Sessions of several strategies are laid out by daily bars alone, on which one of these would
  /// never decide.
  private static Optional<Refused> intradayAmongOthers(List<ActiveStrategy> strategies) {
    return strategies.size() == 1
        ? Optional.empty()
        : strategies.stream()
            .filter(one -> one.barSize().isIntraday())
            .findFirst()
            .map(
                one ->
                    new Refused(
                        one,
                        new Preparation.Refused(
                            "intraday_among_others",
                            "it decides on %s bars, and strategies that share an account are"
                                    .formatted(one.barSize())
                                + " rehearsed on daily bars only",
                            "rehearse " + one.id() + " alone")));
  }

  private static Ready alone(RehearsalPlan plan, Preparation.Ready ready) {
    return new Ready(
        plan,
        name(plan, List.of(ready)),
        ready.history(),
        ready.firstSession(),
        ready.lastSession());
  }

  private static Ready together(
      StoredBars store, RehearsalPlan plan, List<Preparation.Ready> ready) {
    SortedSet<Symbol> symbols = new TreeSet<>();
    int warmUp = 0;
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    LocalDate begin = LocalDate.MAX;
    for (Preparation.Ready one : ready) {
      List<Session> sessions = one.history().sessions();
      symbols.addAll(one.plan().strategy().reads());
      LocalDate from = one.inputs().from();
      first = from.isBefore(first) ? from : first;
      last = one.inputs().to().isAfter(last) ? one.inputs().to() : last;
      LocalDate entered = sessions.get(one.firstSession()).date();
      begin = entered.isBefore(begin) ? entered : begin;
      warmUp = Math.max(warmUp, Eligibility.memory(one.plan().strategy().dailyLookback()));
    }
    MarketHistory history =
        DailyMaterial.read(store, new DailyMaterial.Reach(symbols, first, last, warmUp)).history();
    int firstSession = history.days().firstFrom(Math.toIntExact(begin.toEpochDay()));
    return new Ready(plan, name(plan, ready), history, firstSession, history.sessions().size() - 1);
  }

  private static String name(RehearsalPlan plan, List<Preparation.Ready> ready) {
    TreeMap<String, Object> tree = new TreeMap<>();
    tree.put("plan", plan.name());
    tree.put("inputs", ready.stream().map(one -> one.inputs().canonical()).toList());
    return Sha256.of(CanonicalJson.write(tree));
  }
}
