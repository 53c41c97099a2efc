package milodex.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.execution.Books;
import milodex.execution.Checkpoint;
import milodex.execution.Incident;
import milodex.execution.SendLock;
import milodex.execution.TripOutcome;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.market.Session;
import milodex.strategy.StrategyId;
import milodex.trading.HistoricalFeed;
import milodex.trading.RunEnd;
import milodex.trading.RunListener;
import milodex.trading.Sentry;
import milodex.trading.Steering;

/// Frozen strategies on the whole paper path over recorded sessions: the runner, a ledger that
/// stays, a brokerage with its own books, and a clock that steps from moment to moment.
///
/// It may be stopped or killed anywhere; begun again over the same ledger and brokerage, it goes on
/// as if nothing had been.
public final class Rehearsal {

  /// The reason code of a trip by a person.
  private static final String OPERATOR = "operator";

  /// A proof takes milliseconds, in which recorded sessions pass by the dozen.
  private static final int PROVE_EVERY = 20;

  private final RecordedDays.Ready days;
  private final Ledger ledger;
  private final Books books;
  private final PaperPath path;

  /// @param ledger of its own, that nothing else is written to
  /// @param brokerage makes the brokerage that sees a market; it remembers its books and orders
  /// @param sendLock lets one order of it at a time be on its way
  public Rehearsal(
      RecordedDays.Ready days,
      Ledger ledger,
      Function<Market, Brokerage> brokerage,
      SendLock sendLock) {
    this(days, ledger, new Books(ledger), brokerage, sendLock, _ -> Optional.empty());
  }

  /// @param books of `ledger`
  /// @param drift asked at the start of each session in what the files of a strategy differ from
  ///     what runs; empty: in nothing
  public Rehearsal(
      RecordedDays.Ready days,
      Ledger ledger,
      Books books,
      Function<Market, Brokerage> brokerage,
      SendLock sendLock,
      Function<StrategyId, Optional<String>> drift) {
    this.days = days;
    this.ledger = ledger;
    HistoricalFeed feed =
        new HistoricalFeed(days.history(), days.firstSession(), days.lastSession());
    SimulatedAccount account = days.plan().simulated();
    this.books = books;
    if (ledger.head().seq() == 0) {
      List<Session> played = days.played();
      books.record(
          played.getFirst().opensAt(),
          account.opened(0, "rehearsal", played.getFirst(), played.getLast()));
    }
    this.path =
        new PaperPath(
            account,
            new PaperPath.Ground(ledger, books, feed, sendLock),
            brokerage.apply(feed.market()),
            PROVE_EVERY,
            Sentry.Host.ample(drift));
  }

  /// Goes on to the end.
  ///
  /// @param done told after each session, those passed before too
  public void run(Runnable done) {
    run(Steering.straightOn(), RunListener.ofSessions(done));
  }

  /// Goes on as it is steered.
  public RunEnd run(Steering steering, RunListener listener) {
    return path.run(steering, listener);
  }

  /// Stops all trading of its account, by the operator.
  ///
  /// @param says why
  public TripOutcome halt(String says, Instant now) {
    return path.killSwitch().trip(HaltScope.ACCOUNT, HaltMode.HALT, OPERATOR, says, now);
  }

  /// What its books have come to, to be gone on from.
  public Optional<Checkpoint> checkpoint() {
    return books.checkpoint();
  }

  /// How many trades were closed.
  public int trades() {
    return books.countOfClosedTrades();
  }

  /// How many orders have not come to their end.
  public int openOrders() {
    return books.orders().working().size();
  }

  /// How many positions its strategies hold.
  public int positions() {
    return books.portfolio().books().values().stream()
        .mapToInt(book -> book.positions().size())
        .sum();
  }

  /// What is halted.
  public List<Incident> halted() {
    return books.halts().open();
  }

  /// Runs the same strategies on the same account over the same sessions as a backtest does, and
  /// compares.
  public Parity parity() {
    MemoryLedger backtest = new MemoryLedger();
    Stretch whole = new Stretch(0, "rehearsal", days.firstSession(), days.lastSession());
    new Simulation(days.plan().simulated(), days.history(), backtest)
        .run(List.of(whole), whole.sessions(), () -> {});
    return Parity.of(ledger, backtest);
  }
}
