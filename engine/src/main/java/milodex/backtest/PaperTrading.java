package milodex.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerState;
import milodex.broker.SimulatedBroker;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.SendLock;
import milodex.ledger.Draft;
import milodex.ledger.Fact.BooksOpened;
import milodex.ledger.Fact.StrategyFunded;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact.RunnerStopped;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.portfolio.Portfolio;
import milodex.promotion.Standing;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;
import milodex.trading.HistoricalFeed;
import milodex.trading.LateActions;
import milodex.trading.Moment;
import milodex.trading.Pace;
import milodex.trading.PaperLog;
import milodex.trading.RunEnd;
import milodex.trading.RunListener;
import milodex.trading.Sentry;
import milodex.trading.Steering;
import milodex.trading.StopRequests;

/// Paper trading on bars that come after the close, at the simulated broker.
///
/// A session is gone through once it has closed by the wall clock and its bars are stored: what was
/// wished before it is filled at its open, and strategies decide on its close. A decision is made
/// before the next session opens, or not at all. Nothing is filled in a session of which no bar is
/// there, and no session before the first one after a strategy's start is played.
///
/// Every session is read anew, up to its own bars. One process at a time may do this on one
/// account; it may die anywhere, and the next one goes on.
public final class PaperTrading {

  private final Account account;
  private final Kept kept;
  private final StoredBars store;
  private final Sentry.Host host;
  private final Books books;
  private BrokerState broker;

  /// Who trades, and in what limits.
  ///
  /// @param strategies those that are run, in the order in which they decide; each with the
  ///     manifest it runs
  /// @param watched what the other strategies of the account read
  /// @param stages where each strategy stands now
  /// @param cash dollars the account begins with, if its books are not open yet
  /// @param costs of a fill, for everybody on the account
  public record Account(
      List<ActiveStrategy> strategies,
      SortedSet<Symbol> watched,
      Function<StrategyId, Standing> stages,
      Money cash,
      Costs costs,
      RiskPolicy policy) {
    public Account {
      strategies = List.copyOf(strategies);
      watched = Collections.unmodifiableSortedSet(new TreeSet<>(watched));
    }

    /// What each of its strategies waits for at `wall`, of the session whose close comes next for
    /// it. A session that has not begun for the account waits for what anybody holds: what its
    /// company did is booked as it begins.
    ///
    /// @param held by any strategy of the account
    /// @param store the bars that are final by then
    /// @throws IllegalStateException if the books of a strategy were not opened
    public List<PaperWait> waits(
        PaperLog log, SortedSet<Symbol> held, StoredBars store, Instant wall) {
      return strategies.stream().map(one -> wait(one, log, held, store, wall)).toList();
    }

    private PaperWait wait(
        ActiveStrategy strategy,
        PaperLog log,
        SortedSet<Symbol> held,
        StoredBars store,
        Instant wall) {
      Session session =
          log.due(strategy.id())
              .orElseThrow(() -> new IllegalStateException(strategy.id() + " has no book"));
      if (session.date().isBefore(log.begun())) {
        return PaperWait.ready(strategy.id(), session);
      }
      SortedSet<Symbol> needed = new TreeSet<>(strategy.reads());
      if (session.date().isAfter(log.begun())) {
        needed.addAll(held);
      }
      return PaperWait.of(store, plan(List.of(strategy), session), needed, session, wall);
    }

    private RehearsalPlan plan(List<ActiveStrategy> today, Session session) {
      return new RehearsalPlan(today, session.date(), session.date(), cash, costs, policy);
    }
  }

  /// What stays of it.
  ///
  /// @param books of `ledger`
  /// @param log of `ledger`
  /// @param broker what the simulated broker knew last
  /// @param memory takes every change of it before anybody is told
  /// @param sendLock lets one order of the account at a time be on its way
  public record Kept(
      Ledger ledger,
      Books books,
      PaperLog log,
      BrokerState broker,
      Consumer<BrokerChange> memory,
      SendLock sendLock) {}

  /// How far it went.
  ///
  /// @param waits what each strategy waits for, those first that have least patience
  /// @param ended why it was left, if somebody stopped it
  public record Done(List<PaperWait> waits, Optional<RunEnd> ended) {
    public Done {
      waits = List.copyOf(waits);
    }
  }

  /// @param store the bars that are final by the wall clock
  /// @param host the machine it runs on
  public PaperTrading(Account account, Kept kept, StoredBars store, Sentry.Host host) {
    this.account = account;
    this.kept = kept;
    this.store = store;
    this.host = host;
    this.books = kept.books();
    this.broker = kept.broker();
  }

  /// Opens what is not open yet: the books of the account, and one for each strategy, with its
  /// allocation of what the account began with.
  ///
  /// @return why that cannot be: too little lies idle
  public Optional<String> open(Instant wall) {
    LocalDate first = PaperLog.after(wall).date();
    if (books.portfolio().equals(Portfolio.EMPTY)) {
      BooksOpened opened =
          new BooksOpened(
              0,
              "paper",
              first,
              ExchangeCalendar.nyse().lastCovered(),
              account.cash(),
              new TreeMap<>());
      books.recordOnce(wall, List.of(Draft.of("books/opened/0", opened)));
    }
    kept.log().catchUp();
    Money whole = kept.log().cash().orElseThrow();
    for (ActiveStrategy strategy : account.strategies()) {
      StrategyId id = strategy.id();
      if (books.portfolio().book(id).isEmpty()) {
        Money own = whole.times(account.policy().allocation(id));
        Money idle = books.portfolio().idleCash();
        if (own.compareTo(idle) > 0) {
          return Optional.of(
              "%s is given %s of the account, and %s lies idle"
                  .formatted(id, own.inCents(), idle.inCents()));
        }
        books.recordOnce(
            wall, List.of(Draft.of("funded/" + id, new StrategyFunded(id, first, own))));
      }
    }
    return Optional.empty();
  }

  /// Goes through every session that is due and whose bars are there.
  ///
  /// @param wall what the clock says
  /// @throws IllegalStateException if the books of a strategy were not opened
  public Done work(Instant wall, StopRequests stops, RunListener listener) {
    while (true) {
      List<PaperWait> waits = waits(wall);
      Optional<Session> next =
          waits.stream()
              .filter(PaperWait::isReady)
              .map(PaperWait::session)
              .min((one, other) -> one.date().compareTo(other.date()));
      if (next.isEmpty()) {
        Sentry.waits(books, host, waits.getFirst().session(), wall);
        return new Done(waits, Optional.empty());
      }
      RunEnd end = play(next.get(), ready(waits, next.get()), wall, stops, listener);
      if (!(end instanceof RunEnd.Complete)) {
        return new Done(waits(wall), Optional.of(end));
      }
    }
  }

  /// Puts on record that the operator stopped a process while it waited for the session `next`.
  public static void stopped(
      Ledger ledger, List<StrategyId> strategies, Session next, Instant wall) {
    String says = "controlled stop while it waited for the session of " + next.date();
    ledger.append(
        wall, Draft.of("stopped/" + wall + "/" + strategies, new RunnerStopped(strategies, says)));
  }

  private List<PaperWait> waits(Instant wall) {
    kept.log().catchUp();
    books.catchUp();
    return account.waits(kept.log(), books.portfolio().symbols(), store, wall);
  }

  private List<ActiveStrategy> ready(List<PaperWait> waits, Session session) {
    List<StrategyId> ids =
        waits.stream()
            .filter(wait -> wait.isReady() && wait.session().equals(session))
            .map(PaperWait::strategy)
            .toList();
    return account.strategies().stream().filter(one -> ids.contains(one.id())).toList();
  }

  private RunEnd play(
      Session session,
      List<ActiveStrategy> strategies,
      Instant wall,
      StopRequests stops,
      RunListener listener) {
    books.catchUp();
    PaperGround ground =
        new PaperGround(account.strategies(), account.watched(), books.portfolio());
    DailyMaterial material = ground.material(store, session);
    LateActions late =
        LateActions.of(material.history().actions(), books.portfolio(), kept.ledger(), session);
    late.report(books, session, new Moment.SessionBegins(session).at());
    HistoricalFeed feed = ground.feed(material, late.due());
    List<ActiveStrategy> today =
        strategies.stream()
            .map(one -> PaperStanding.of(one, account.stages().apply(one.id()), books, session))
            .toList();
    RehearsalPlan plan = account.plan(today, session);
    SimulatedBroker simulated = plan.broker(feed.market(), broker, kept.ledger(), kept.memory());
    RunEnd end =
        new PaperPath(
                plan.simulated(),
                new PaperPath.Ground(kept.ledger(), books, feed, kept.sendLock()),
                simulated,
                1,
                host)
            .run(new Steering(new Pace.AfterTheClose(wall), false, stops), listener);
    broker = simulated.state();
    return end;
  }
}
