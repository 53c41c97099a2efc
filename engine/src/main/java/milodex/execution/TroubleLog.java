package milodex.execution;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milodex.ledger.Event;
import milodex.ledger.HaltScope;
import milodex.ledger.RiskFact;
import milodex.market.ExchangeCalendar;

/// In which sessions what kind of trouble was found: a fold of the ledger.
///
/// A halt that was tripped by it counts from nothing again. Of each kind no more than the newest
/// few are remembered.
public final class TroubleLog {

  /// More than any policy lets a trigger count up to.
  private static final int MOST = 16;

  private final Map<Kind, Deque<LocalDate>> found = new LinkedHashMap<>();

  private record Kind(String trigger, HaltScope scope) {}

  /// All it is.
  record State(List<Found> found) {

    /// One kind of trouble, and when it was found.
    record Found(String trigger, HaltScope scope, List<LocalDate> dates) {}
  }

  /// How often it was found in the last `sessions` sessions, that of `date` included.
  ///
  /// @param trigger its reason code
  /// @param scope whom a halt for it would stop
  public int count(String trigger, HaltScope scope, LocalDate date, int sessions) {
    Deque<LocalDate> dates = found.get(new Kind(trigger, scope));
    if (dates == null) {
      return 0;
    }
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    return (int)
        dates.stream()
            .filter(day -> !day.isAfter(date) && calendar.sessionsBetween(day, date) < sessions)
            .count();
  }

  State state() {
    return new State(
        found.entrySet().stream()
            .map(
                one ->
                    new State.Found(
                        one.getKey().trigger(), one.getKey().scope(), List.copyOf(one.getValue())))
            .toList());
  }

  void restore(State state) {
    for (State.Found one : state.found()) {
      found.put(new Kind(one.trigger(), one.scope()), new ArrayDeque<>(one.dates()));
    }
  }

  void apply(Event event) {
    if (event.fact() instanceof RiskFact.TroubleFound trouble) {
      Deque<LocalDate> dates =
          found.computeIfAbsent(
              new Kind(trouble.trigger(), trouble.scope()), _ -> new ArrayDeque<>());
      dates.add(trouble.session());
      if (dates.size() > MOST) {
        dates.remove();
      }
    } else if (event.fact() instanceof RiskFact.HaltTripped tripped) {
      found.remove(new Kind(tripped.trigger(), tripped.scope()));
    }
  }
}
