package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import milodex.data.SessionDays;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.portfolio.StrategyBook;
import milodex.portfolio.TradeLog;

/// A decision as a run took it: when, what was written of it, and what the strategy owned then.
///
/// @param session index of the session on whose close it was taken
/// @param book as the run's facts before it add up to
record Taken(int session, Fact.StrategyEvaluated fact, StrategyBook book) {

  /// Every decision of a run, in order.
  ///
  /// @param days the dates of its history
  static List<Taken> of(Ledger ledger, SessionDays days) {
    List<Taken> taken = new ArrayList<>();
    TradeLog books = new TradeLog();
    ledger.replay(
        event -> {
          books.accept(event);
          if (event.fact() instanceof Fact.StrategyEvaluated fact) {
            int session = days.firstFrom(Math.toIntExact(fact.session().toEpochDay()));
            StrategyBook book = books.portfolio().book(fact.strategy()).orElseThrow();
            taken.add(new Taken(session, fact, book));
          }
        });
    return taken;
  }

  /// Whether anything was wished.
  boolean wished() {
    return !fact.signals().isEmpty();
  }
}
