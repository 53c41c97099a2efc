package milodex.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import milodex.data.MarketHistory;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.portfolio.StrategyBook;
import milodex.portfolio.TradeLog;

/// A decision as a run took it: when, what was written of it, and what the strategy owned then.
///
/// @param session index of the session in which it was taken
/// @param at when: the close of the bar it was taken on
/// @param book as the run's facts before it add up to
record Taken(int session, Instant at, Fact.Evaluated fact, StrategyBook book) {

  /// Every decision of a run that was written down one by one, in order: of daily bars all, of
  /// bars within sessions those with a wish.
  static List<Taken> of(Ledger ledger, MarketHistory history) {
    boolean byTheDay = history.intraday().isEmpty();
    List<Taken> taken = new ArrayList<>();
    TradeLog books = new TradeLog();
    ledger.replay(
        event -> {
          books.accept(event);
          if (event.fact() instanceof Fact.Evaluated fact
              && fact instanceof Fact.StrategyEvaluated == byTheDay) {
            int day = Math.toIntExact(fact.session().toEpochDay());
            StrategyBook book = books.portfolio().book(fact.strategy()).orElseThrow();
            taken.add(new Taken(history.days().firstFrom(day), event.at(), fact, book));
          }
        });
    return taken;
  }

  /// Whether anything was wished.
  boolean wished() {
    return !fact.signals().isEmpty();
  }
}
