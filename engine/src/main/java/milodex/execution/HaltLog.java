package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.Event;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.RiskFact;
import milodex.market.ExchangeCalendar;
import milodex.risk.Circumstances.Halts;
import milodex.strategy.StrategyId;

/// What is halted and what is paused: a fold of the ledger.
///
/// Scopes and modes are independent: each incident stops what it stops until it is reset by name.
/// Nothing else ends one, neither time nor a new session nor books that are opened anew.
public final class HaltLog {

  private final Map<String, Incident> incidents = new LinkedHashMap<>();
  private final Map<String, Incident> open = new LinkedHashMap<>();
  private final SortedMap<StrategyId, RiskFact.StrategyPaused> paused = new TreeMap<>();
  private final Map<StrategyId, Integer> turns = new TreeMap<>();

  /// All it is.
  ///
  /// @param incidents oldest first
  record State(
      List<Incident> incidents,
      SortedMap<StrategyId, RiskFact.StrategyPaused> paused,
      SortedMap<StrategyId, Integer> turns) {}

  /// What stops the orders of `strategy` now.
  public Halts facing(StrategyId strategy) {
    if (open.isEmpty() && paused.isEmpty()) {
      return Halts.NONE;
    }
    HaltScope own = HaltScope.of(strategy);
    return new Halts(
        reason(HaltScope.ACCOUNT, HaltMode.HALT),
        reason(own, HaltMode.HALT),
        reason(HaltScope.ACCOUNT, HaltMode.REDUCE_ONLY).or(() -> reason(own, HaltMode.REDUCE_ONLY)),
        Optional.ofNullable(paused.get(strategy)).map(RiskFact.StrategyPaused::reason));
  }

  /// The incidents that still stop orders, oldest first.
  public List<Incident> open() {
    return List.copyOf(open.values());
  }

  /// An open incident of this very scope that stops at least what `mode` stops.
  public Optional<Incident> open(HaltScope scope, HaltMode mode) {
    return open.values().stream()
        .filter(one -> one.tripped().scope().equals(scope) && one.tripped().mode().covers(mode))
        .findFirst();
  }

  /// Every incident, oldest first.
  public List<Incident> incidents() {
    return List.copyOf(incidents.values());
  }

  /// The incident with this name.
  public Optional<Incident> find(String incident) {
    return Optional.ofNullable(incidents.get(incident));
  }

  /// The paused strategies, with the operator's reason.
  public SortedMap<StrategyId, RiskFact.StrategyPaused> paused() {
    return Collections.unmodifiableSortedMap(paused);
  }

  /// What the next incident is called: exchange day of `now` and running number of that day.
  String nextIncident(Instant now) {
    LocalDate day = now.atZone(ExchangeCalendar.nyse().zone()).toLocalDate();
    long before = incidents.keySet().stream().filter(id -> id.startsWith(day + "-")).count();
    return day + "-" + (before + 1);
  }

  /// How often `strategy` was paused or unpaused.
  int turns(StrategyId strategy) {
    return turns.getOrDefault(strategy, 0);
  }

  State state() {
    return new State(incidents(), new TreeMap<>(paused), new TreeMap<>(turns));
  }

  void restore(State state) {
    state.incidents().forEach(this::keep);
    paused.putAll(state.paused());
    turns.putAll(state.turns());
  }

  void apply(Event event) {
    if (event.fact() instanceof RiskFact.HaltFact fact) {
      apply(event, fact);
    }
  }

  private void apply(Event event, RiskFact.HaltFact fact) {
    switch (fact) {
      case RiskFact.HaltTripped tripped ->
          keep(new Incident(event.seq(), event.at(), tripped, List.of(), Optional.empty()));
      case RiskFact.HaltVerified verified ->
          find(verified.incident())
              .ifPresent(
                  one ->
                      keep(one.with(new Incident.Verification(event.seq(), event.at(), verified))));
      case RiskFact.HaltReset reset ->
          find(reset.incident())
              .ifPresent(one -> keep(one.with(new Incident.Reset(event.seq(), event.at(), reset))));
      case RiskFact.StrategyPaused pause -> {
        paused.put(pause.strategy(), pause);
        turns.merge(pause.strategy(), 1, Integer::sum);
      }
      case RiskFact.StrategyUnpaused unpause -> {
        paused.remove(unpause.strategy());
        turns.merge(unpause.strategy(), 1, Integer::sum);
      }
    }
  }

  private void keep(Incident incident) {
    incidents.put(incident.id(), incident);
    if (incident.isOpen()) {
      open.put(incident.id(), incident);
    } else {
      open.remove(incident.id());
    }
  }

  private Optional<String> reason(HaltScope scope, HaltMode mode) {
    return open.values().stream()
        .filter(one -> one.tripped().scope().equals(scope) && one.tripped().mode() == mode)
        .map(Incident::reason)
        .findFirst();
  }
}
