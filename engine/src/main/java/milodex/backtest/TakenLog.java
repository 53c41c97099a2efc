package milodex.backtest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import milodex.data.MarketHistory;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.portfolio.TradeLog;
import milodex.strategy.StrategyId;

/// Reads the facts of a run and collects its decisions, with the books as they stood then.
///
/// A decision on a session was written down, and one on a bar within it where something was wished.
/// Every other bar at whose close the loop asked the rule was quiet.
final class TakenLog implements Consumer<Event> {

  private final MarketHistory history;
  private final StrategyId strategy;
  private final Deque<BarClose> ahead = new ArrayDeque<>();
  private final TradeLog books = new TradeLog();
  private final List<Taken> taken = new ArrayList<>();

  /// Bars of a session, by its index, that close at an instant within it.
  private record BarClose(int session, Instant at) {}

  private TakenLog(List<Stretch> stretches, MarketHistory history, StrategyId strategy) {
    this.history = history;
    this.strategy = strategy;
    for (Stretch stretch : stretches) {
      for (int session = stretch.first(); session <= stretch.last(); session++) {
        for (Instant at : history.barCloses(history.sessions().get(session))) {
          ahead.add(new BarClose(session, at));
        }
      }
    }
  }

  /// Every decision of a run of `strategy` through `stretches`, in order: one on each session, or
  /// on each bar that closed within one.
  ///
  /// @throws IllegalStateException if a bar was decided on that did not close in the run
  static List<Taken> of(
      Ledger run, List<Stretch> stretches, MarketHistory history, StrategyId strategy) {
    TakenLog log = new TakenLog(stretches, history, strategy);
    run.replay(log);
    log.ahead.forEach(close -> log.take(close, Optional.empty()));
    return log.taken;
  }

  @Override
  public void accept(Event event) {
    switch (event.fact()) {
      case Fact.BarEvaluated bar -> onBar(bar);
      case Fact.StrategyEvaluated session when history.intraday().isEmpty() ->
          onSession(session, event.at());
      case Fact _ -> quietUntil(event.at());
    }
    books.accept(event);
  }

  private void onSession(Fact.StrategyEvaluated fact, Instant at) {
    int day = Math.toIntExact(fact.session().toEpochDay());
    take(new BarClose(history.days().firstFrom(day), at), Optional.of(fact));
  }

  private void onBar(Fact.BarEvaluated fact) {
    while (!ahead.isEmpty() && ahead.getFirst().at().isBefore(fact.closedAt())) {
      take(ahead.removeFirst(), Optional.empty());
    }
    if (ahead.isEmpty() || !ahead.getFirst().at().equals(fact.closedAt())) {
      throw new IllegalStateException("no bar of the run closed at " + fact.closedAt());
    }
    take(ahead.removeFirst(), Optional.of(fact));
  }

  /// A decision is the first that is written at the close of a bar, so whatever else is written
  /// then comes after one that was quiet.
  private void quietUntil(Instant at) {
    while (!ahead.isEmpty() && !ahead.getFirst().at().isAfter(at)) {
      take(ahead.removeFirst(), Optional.empty());
    }
  }

  private void take(BarClose close, Optional<Fact.Evaluated> fact) {
    taken.add(
        new Taken(
            close.session(), close.at(), fact, books.portfolio().book(strategy).orElseThrow()));
  }
}
