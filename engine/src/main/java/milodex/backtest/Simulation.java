package milodex.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import milodex.broker.SimulatedBroker;
import milodex.data.HistoricalMarket;
import milodex.data.MarketHistory;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Desk;
import milodex.execution.Reconciliation;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.market.Session;
import milodex.market.Timeframe;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.portfolio.Position;
import milodex.portfolio.StrategyBook;
import milodex.risk.RiskGate;
import milodex.trading.Moment;
import milodex.trading.TradingLoop;

/// One strategy through recorded sessions: the real loop, desk and gate, a simulated brokerage.
final class Simulation {

  private static final String ACCOUNT = "SIMULATED";

  private final BacktestPlan plan;
  private final ActiveStrategy strategy;
  private final MarketHistory history;
  private final Ledger ledger;

  /// @param strategy as it is called within the run
  Simulation(BacktestPlan plan, ActiveStrategy strategy, MarketHistory history, Ledger ledger) {
    this.plan = plan;
    this.strategy = strategy;
    this.history = history;
    this.ledger = ledger;
  }

  /// Runs one window, flat at its start, and marks what is open at its end.
  ///
  /// @param first index of its first session
  /// @param last index of its last session
  /// @param done told after each session
  void run(int window, String label, int first, int last, IntConsumer done) {
    HistoricalMarket market = new HistoricalMarket(history, first);
    Books books = new Books(ledger);
    Money idle = idleCash();
    Session begin = history.sessions().get(first);
    Session end = history.sessions().get(last);
    books.record(
        begin.opensAt(),
        Draft.of(
            "books/opened/" + window,
            new Fact.BooksOpened(
                window,
                label,
                begin.date(),
                end.date(),
                idle,
                new TreeMap<>(Map.of(strategy.id(), plan.equity())))));
    SimulatedBroker broker =
        new SimulatedBroker(ACCOUNT, market, plan.costs(), idle.plus(plan.equity()));
    TradingLoop loop = loop(books, market, broker);
    for (int session = first; session <= last; session++) {
      market.openSession(session);
      broker.bookCorporateActions();
      loop.on(new Moment.SessionOpens(market.session()));
      playBars(market, loop);
      market.closeSession();
      loop.on(new Moment.SessionCloses(market.session()));
      done.accept(session - first + 1);
    }
    close(window, books, market, end);
  }

  /// Closes and opens the session's bars, where there are any: a close comes before the open of the
  /// next bar.
  private void playBars(HistoricalMarket market, TradingLoop loop) {
    Session session = market.session();
    Timeframe size = strategy.barSize();
    if (history.intraday().filter(bars -> bars.covers(session.date())).isPresent()) {
      openBars(session, session.opensAt(), market, loop);
      for (Instant close : session.barCloses(size)) {
        market.closeBars(close);
        loop.on(new Moment.BarsClose(session, size, close));
        if (session.isOpenAt(close)) {
          openBars(session, close, market, loop);
        }
      }
    }
  }

  private static void openBars(
      Session session, Instant at, HistoricalMarket market, TradingLoop loop) {
    market.openBars(at);
    loop.on(new Moment.BarsOpen(session, at));
  }

  private TradingLoop loop(Books books, HistoricalMarket market, SimulatedBroker broker) {
    Reconciliation reconciliation = new Reconciliation();
    List<ActiveStrategy> strategies = List.of(strategy);
    Desk desk =
        new Desk(
            books,
            market,
            broker,
            reconciliation,
            ACCOUNT,
            new RiskGate(plan.policy()),
            plan.costs(),
            strategies);
    return new TradingLoop(books, market, broker, reconciliation, desk, plan.policy(), strategies);
  }

  /// The account is so large that the strategy's equity is its allocation; the rest lies idle.
  private Money idleCash() {
    return plan.policy().allocation(plan.strategy().id()).whole(plan.equity()).minus(plan.equity());
  }

  private void close(int window, Books books, HistoricalMarket market, Session end) {
    StrategyBook book = books.portfolio().book(strategy.id()).orElseThrow();
    Money exitCosts = Money.ZERO;
    for (Position position : book.positions().values()) {
      exitCosts = exitCosts.plus(exitCost(position, market));
    }
    books.record(
        end.closesAt(),
        Draft.of(
            "books/closed/" + window,
            new Fact.BooksClosed(
                window, end.date(), exitCosts, book.equity(market::lastPrice).minus(exitCosts))));
  }

  private Money exitCost(Position position, HistoricalMarket market) {
    Costs costs = plan.costs();
    Money marked = position.value(market::lastPrice);
    Money sold =
        costs.sold(market.lastPrice(position.symbol()).orElseThrow()).times(position.quantity());
    return marked.minus(sold).plus(costs.commission(sold));
  }
}
