package milodex.backtest;

import java.util.List;
import java.util.Optional;
import milodex.broker.SimulatedBroker;
import milodex.data.HistoricalMarket;
import milodex.data.MarketHistory;
import milodex.execution.Books;
import milodex.execution.SendLock;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.market.Session;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.portfolio.Position;
import milodex.portfolio.StrategyBook;
import milodex.trading.HistoricalFeed;
import milodex.trading.Moment;
import milodex.trading.TradingLoop;
import milodex.trading.WouldTripAlarm;

/// An account through recorded sessions: the real loop, desk and gate, a simulated brokerage.
final class Simulation {

  private final SimulatedAccount account;
  private final MarketHistory history;
  private final Ledger ledger;

  /// @param ledger takes every fact
  Simulation(SimulatedAccount account, MarketHistory history, Ledger ledger) {
    this.account = account;
    this.history = history;
    this.ledger = ledger;
  }

  /// The run of a prepared plan.
  Simulation(Preparation.Ready ready, Ledger ledger) {
    this(SimulatedAccount.of(ready.plan()), ready.history(), ledger);
  }

  /// Runs `stretches` one after the other, until so many `sessions` are done; a stretch that is
  /// not run to its end stays open.
  ///
  /// @param done told after each session
  void run(List<Stretch> stretches, int sessions, Runnable done) {
    int left = sessions;
    for (Stretch stretch : stretches) {
      if (left > 0) {
        run(stretch, Math.min(left, stretch.sessions()), done);
        left -= stretch.sessions();
      }
    }
  }

  /// Flat at its start; what is open at its end is marked.
  private void run(Stretch stretch, int sessions, Runnable done) {
    HistoricalFeed feed =
        new HistoricalFeed(history, stretch.first(), stretch.first() + sessions - 1);
    HistoricalMarket market = feed.market();
    Books books = new Books(ledger);
    Session begin = history.sessions().get(stretch.first());
    Session end = history.sessions().get(stretch.last());
    books.record(begin.opensAt(), account.opened(stretch.window(), stretch.label(), begin, end));
    SimulatedBroker broker =
        new SimulatedBroker(SimulatedAccount.NAME, market, account.costs(), account.cash());
    TradingLoop loop =
        account.loop(books, market, broker, SendLock.alone(), new WouldTripAlarm(books));
    for (Optional<Moment> due = feed.next(); due.isPresent(); due = feed.next()) {
      loop.on(due.get());
      if (due.get() instanceof Moment.SessionCloses) {
        done.run();
      }
    }
    if (sessions == stretch.sessions()) {
      close(stretch.window(), books, market, end);
    }
  }

  private void close(int window, Books books, HistoricalMarket market, Session end) {
    Money exitCosts = Money.ZERO;
    Money equity = Money.ZERO;
    for (StrategyBook book : books.portfolio().books().values()) {
      equity = equity.plus(book.equity(market::lastPrice));
      for (Position position : book.positions().values()) {
        exitCosts = exitCosts.plus(exitCost(position, market));
      }
    }
    books.record(
        end.closesAt(),
        Draft.of(
            "books/closed/" + window,
            new Fact.BooksClosed(window, end.date(), exitCosts, equity.minus(exitCosts))));
  }

  private Money exitCost(Position position, HistoricalMarket market) {
    Costs costs = account.costs();
    Money marked = position.value(market::lastPrice);
    Money sold =
        costs.sold(market.lastPrice(position.symbol()).orElseThrow()).times(position.quantity());
    return marked.minus(sold).plus(costs.commission(sold));
  }
}
