package milodex.backtest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import milodex.money.Costs;
import milodex.money.Money;
import milodex.portfolio.Position;
import milodex.portfolio.StrategyBook;
import milodex.risk.Circumstances;
import milodex.risk.RiskGate;
import milodex.strategy.StrategyId;
import milodex.trading.HistoricalFeed;
import milodex.trading.Moment;
import milodex.trading.TradingLoop;

/// One strategy through recorded sessions: the real loop, desk and gate, a simulated brokerage.
final class Simulation {

  private static final String ACCOUNT = "SIMULATED";

  private final BacktestPlan plan;
  private final ActiveStrategy strategy;
  private final MarketHistory history;
  private final Ledger ledger;

  /// @param ledger takes every fact
  Simulation(Preparation.Ready ready, Ledger ledger) {
    this.plan = ready.plan();
    this.strategy = nameless(plan.strategy());
    this.history = ready.history();
    this.ledger = ledger;
  }

  /// Within a run a strategy goes by its rule alone, and is a draft, so that equal rules give equal
  /// bytes, whatever they are called and whether or not they are frozen. The rule is made anew, so
  /// that it remembers nothing.
  static ActiveStrategy nameless(ActiveStrategy strategy) {
    StrategyId id = strategy.id();
    return new ActiveStrategy(
        new StrategyId(id.family(), id.template(), "run", 1),
        strategy.template().with(strategy.parameters()),
        strategy.parameters(),
        strategy.barSize(),
        strategy.universe(),
        strategy.limits(),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()),
        strategy.origin());
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
    Money idle = idleCash();
    Session begin = history.sessions().get(stretch.first());
    Session end = history.sessions().get(stretch.last());
    books.record(
        begin.opensAt(),
        Draft.of(
            "books/opened/" + stretch.window(),
            new Fact.BooksOpened(
                stretch.window(),
                stretch.label(),
                begin.date(),
                end.date(),
                idle,
                new TreeMap<>(Map.of(strategy.id(), plan.equity())))));
    SimulatedBroker broker =
        new SimulatedBroker(ACCOUNT, market, plan.costs(), idle.plus(plan.equity()));
    TradingLoop loop = loop(books, market, broker);
    for (Optional<Moment> due = feed.next(); due.isPresent(); due = feed.next()) {
      Moment moment = due.get();
      if (moment instanceof Moment.SessionBegins) {
        broker.bookCorporateActions();
      }
      loop.on(moment);
      if (moment instanceof Moment.SessionCloses) {
        done.run();
      }
    }
    if (sessions == stretch.sessions()) {
      close(stretch.window(), books, market, end);
    }
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
