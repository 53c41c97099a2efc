package milodex.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import milodex.data.Settlement;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.strategy.StrategyId;

/// The session that comes next for a strategy on paper, and what is still missing.
///
/// @param due when its bars are final
/// @param missing what is not there or cannot be believed, after `due`, in plain words; empty:
///     nothing
/// @param bad whether it waits until stored bars are mended, and not for others to come
/// @param again when to look again even if no bar has come; empty: not before one has
public record PaperWait(
    StrategyId strategy,
    Session session,
    Instant due,
    Optional<String> missing,
    boolean bad,
    Optional<Instant> again) {

  /// How long before the next open a strategy decides without bars that are still missing.
  public static final Duration PATIENCE = Duration.ofHours(1);

  /// Whether it can be gone through now.
  public boolean isReady() {
    return missing.isEmpty() && again.isEmpty();
  }

  /// Until when a decision on the close of the session can be made: the next open.
  public Instant deadline() {
    return ExchangeCalendar.nyse().next(session.date()).opensAt();
  }

  static PaperWait ready(StrategyId strategy, Session session) {
    return new PaperWait(
        strategy, session, due(session), Optional.empty(), false, Optional.empty());
  }

  /// That of the one strategy of `plan`.
  ///
  /// @param needed what it reads, and what else has to have its bar
  static PaperWait of(
      StoredBars store,
      RehearsalPlan plan,
      SortedSet<Symbol> needed,
      Session session,
      Instant wall) {
    ActiveStrategy strategy = plan.strategies().getFirst();
    PaperWait ready = ready(strategy.id(), session);
    if (wall.isBefore(ready.due)) {
      return ready.waiting(Optional.empty(), Optional.of(ready.due));
    }
    return switch (SessionBars.of(store, plan, strategy, needed, session)) {
      case SessionBars.Whole _ -> ready;
      case SessionBars.Partial part -> {
        Instant last = ready.deadline().minus(PATIENCE);
        yield !wall.isBefore(last)
            ? ready
            : ready.waiting(
                Optional.of(
                    "no bar of "
                        + part.missing().stream()
                            .map(Symbol::toString)
                            .collect(Collectors.joining(", "))),
                Optional.of(last));
      }
      case SessionBars.Missing none ->
          SessionBars.goOn(store, strategy, session)
              ? ready
              : ready.waiting(Optional.of(none.says()), Optional.empty());
      case SessionBars.Bad bad ->
          new PaperWait(
              strategy.id(),
              session,
              ready.due,
              Optional.of(bad.says() + ": " + bad.next()),
              true,
              Optional.empty());
    };
  }

  private PaperWait waiting(Optional<String> says, Optional<Instant> next) {
    return new PaperWait(strategy, session, due, says, false, next);
  }

  private static Instant due(Session session) {
    return session.closesAt().plus(Settlement.LAG);
  }
}
