package milodex.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.HaltScope;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.market.ExchangeCalendar;
import milodex.risk.Trigger;
import milodex.strategy.StrategyId;

/// What went wrong and was not looked at yet: a fold of the ledger.
///
/// An incident takes over the alert that tripped it, and its reset what was found again meanwhile,
/// as a reset needs a reason of its own; so does an adoption the alert of a difference.
public final class AlertLog {

  /// The facts that raise an alert or end one.
  public static final Set<FactType> KINDS =
      Set.of(
          FactType.MOMENT_MISSED,
          FactType.TROUBLE_FOUND,
          FactType.EXIT_MISSED,
          FactType.EXIT_PARKED,
          FactType.ALERT_ACKNOWLEDGED,
          FactType.HALT_TRIPPED,
          FactType.HALT_RESET,
          FactType.EXTERNAL_BOOKED,
          FactType.MOMENT_PASSED);

  private final HaltLog halts;
  private final List<Alert> open = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();

  /// An alert that was looked at.
  private record Ended(Alert alert, Instant at) {}

  /// All it is.
  record State(List<Alert> open, List<Ended> ended) {}

  /// @param halts of the same books; it has folded each event first
  AlertLog(HaltLog halts) {
    this.halts = halts;
  }

  /// What nobody has acknowledged: what stops the whole account first, then the oldest first.
  public List<Alert> open() {
    return open.stream()
        .sorted(Comparator.comparing((Alert one) -> !one.strategies().isEmpty()))
        .toList();
  }

  /// The open alert that a fact is part of.
  ///
  /// @param event of this ledger
  public Optional<Alert> open(Event event) {
    return raised(event).flatMap(one -> open.stream().filter(one::isLike).findFirst());
  }

  /// What keeps `strategy` from entering in the session that opens at `opens`: what was there by
  /// then and not acknowledged by then, whatever has become of it since.
  public List<Alert> before(StrategyId strategy, Instant opens) {
    return Stream.concat(
            ended.stream().filter(one -> !one.at().isBefore(opens)).map(Ended::alert),
            open.stream())
        .filter(one -> one.concerns(strategy) && one.since().isBefore(opens))
        .toList();
  }

  State state() {
    return new State(List.copyOf(open), List.copyOf(ended));
  }

  void restore(State state) {
    open.addAll(state.open());
    ended.addAll(state.ended());
  }

  void apply(Event event) {
    raised(event).ifPresent(this::raise);
    ends(event.fact()).ifPresent(which -> end(which, event.at()));
    if (event.fact() instanceof RunnerFact.MomentPassed passed) {
      forget(passed);
    }
  }

  private void raise(Alert found) {
    Optional<Alert> before = open.stream().filter(found::isLike).findFirst();
    before.ifPresent(open::remove);
    open.add(before.map(found::after).orElse(found));
  }

  private void end(Predicate<Alert> which, Instant at) {
    open.stream().filter(which).forEach(one -> ended.add(new Ended(one, at)));
    open.removeIf(which);
  }

  /// Once a session has begun for the account, none before it is gone through.
  private void forget(RunnerFact.MomentPassed passed) {
    if (!ended.isEmpty() && passed.strategies().isEmpty()) {
      ExchangeCalendar.nyse()
          .session(passed.session())
          .ifPresent(begun -> ended.removeIf(one -> one.at().isBefore(begun.opensAt())));
    }
  }

  /// Which alerts a fact ends.
  private Optional<Predicate<Alert>> ends(Fact fact) {
    if (fact instanceof RiskFact.AlertAcknowledged seen) {
      return Optional.of(one -> one.id() == seen.alert());
    }
    if (fact instanceof RiskFact.HaltTripped trip) {
      return Optional.of(takenOverBy(trip));
    }
    if (fact instanceof RiskFact.HaltReset reset) {
      return halts.find(reset.incident()).map(one -> takenOverBy(one.tripped()));
    }
    if (fact instanceof Fact.ExternalBooked) {
      return Optional.of(one -> one.isOf(Trigger.RECONCILE_MISMATCH.code(), List.of()));
    }
    return Optional.empty();
  }

  private static Predicate<Alert> takenOverBy(RiskFact.HaltTripped trip) {
    List<StrategyId> whose = whose(trip.scope());
    return alert -> alert.isOf(trip.trigger(), whose);
  }

  private static Optional<Alert> raised(Event event) {
    Fact fact = event.fact();
    if (fact instanceof RunnerFact.MomentMissed missed) {
      String says = missed.moment() + ": " + missed.says();
      return alert(event, "moment_missed", missed.strategies().stream().sorted().toList(), says);
    }
    if (fact instanceof RiskFact.TroubleFound trouble) {
      return alert(event, trouble.trigger(), whose(trouble.scope()), trouble.says());
    }
    if (fact instanceof Fact.ExitMissed missed) {
      String says = missed.symbol() + ": " + missed.says();
      return alert(event, "exit_missed", List.of(missed.strategy()), says);
    }
    if (fact instanceof Fact.ExitParked parked) {
      String says =
          "%s: %d orders ended unsold in %s; it waits for the next session"
              .formatted(parked.symbol(), parked.attempts(), parked.session());
      return alert(event, "exit_parked", List.of(parked.strategy()), says);
    }
    return Optional.empty();
  }

  private static Optional<Alert> alert(
      Event event, String what, List<StrategyId> strategies, String says) {
    return Optional.of(new Alert(event.seq(), event.at(), 1, what, strategies, says));
  }

  private static List<StrategyId> whose(HaltScope scope) {
    return scope.strategy().map(List::of).orElseGet(List::of);
  }
}
