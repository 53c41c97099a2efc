package milodex.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.MemoryLedger;
import milodex.market.ExchangeCalendar;

/// A run done again, or its first sessions, and compared fact by fact.
final class Repetition {

  private Repetition() {}

  /// The first difference; empty if all facts are the same, and of a whole run every byte.
  ///
  /// @param sessions how many of the first are run again
  /// @param done told after each of them
  static Optional<Proof.Failure> differs(
      Preparation.Ready ready,
      List<Stretch> stretches,
      MemoryLedger run,
      int sessions,
      Runnable done) {
    MemoryLedger again = new MemoryLedger();
    new Simulation(ready, again).run(stretches, sessions, done);
    Optional<Event> now = again.event(1);
    for (long seq = 1; now.isPresent(); now = again.event(++seq)) {
      Optional<Event> then = run.event(seq);
      if (!now.equals(then)) {
        return Optional.of(new Proof.Failure(session(now.get()), says(then, now.get())));
      }
    }
    boolean whole = sessions == Stretch.sessions(stretches);
    return whole && !again.head().equals(run.head())
        ? Optional.of(
            new Proof.Failure(lastSession(ready), "run again, the record has other bytes"))
        : Optional.empty();
  }

  private static String says(Optional<Event> then, Event now) {
    String difference =
        then.filter(event -> FactType.of(event.fact()) == FactType.of(now.fact()))
            .flatMap(event -> FirstDifference.between(event.fact(), now.fact()))
            .orElseGet(
                () ->
                    then.map(event -> kind(event) + " in the run").orElse("not in the run")
                        + ", now "
                        + kind(now));
    return "run again: event %d, %s: %s".formatted(now.seq(), kind(now), difference);
  }

  private static String kind(Event event) {
    return FactType.of(event.fact()).label();
  }

  private static LocalDate session(Event event) {
    return LocalDate.ofInstant(event.at(), ExchangeCalendar.nyse().zone());
  }

  private static LocalDate lastSession(Preparation.Ready ready) {
    return ready.history().days().date(ready.lastSession());
  }
}
