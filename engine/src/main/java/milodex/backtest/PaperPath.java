package milodex.backtest;

import java.util.Optional;
import milodex.broker.Brokerage;
import milodex.broker.HeardBroker;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.ledger.Ledger;
import milodex.risk.RiskGate;
import milodex.risk.SelfProofLog;
import milodex.trading.HistoricalFeed;
import milodex.trading.LatchingAlarm;
import milodex.trading.RunEnd;
import milodex.trading.RunListener;
import milodex.trading.Runner;
import milodex.trading.Scheduler;
import milodex.trading.Sentry;
import milodex.trading.Steering;
import milodex.trading.TradingLoop;

/// The whole way of paper trading over sessions whose bars are there: the runner, the one loop with
/// a sentry, a ledger that stays, and a brokerage with its own books.
final class PaperPath {

  private final SimulatedAccount account;
  private final Ledger ledger;
  private final Books books;
  private final HistoricalFeed feed;
  private final KillSwitch killSwitch;
  private final TradingLoop loop;

  /// What it goes over, and what stays of it.
  ///
  /// @param books of `ledger`, opened
  /// @param feed of which nothing was told yet
  /// @param sendLock lets one order of the account at a time be on its way
  record Ground(Ledger ledger, Books books, HistoricalFeed feed, SendLock sendLock) {}

  /// @param broker sees the market of the feed; it remembers its books and orders
  /// @param proveEvery so many sessions the gate is proved
  /// @param host the machine it runs on
  PaperPath(
      SimulatedAccount account, Ground ground, Brokerage broker, int proveEvery, Sentry.Host host) {
    this.account = account;
    this.ledger = ground.ledger();
    this.books = ground.books();
    this.feed = ground.feed();
    HeardBroker heard = new HeardBroker(broker);
    this.killSwitch = new KillSwitch(books, Optional.of(heard), ground.sendLock());
    RiskGate gate = new RiskGate(account.policy());
    this.loop =
        account.loop(
            books,
            feed.market(),
            new Destination(heard, SimulatedAccount.NAME, ground.sendLock()),
            gate,
            new LatchingAlarm(books, killSwitch, account.policy().triggers()),
            new Sentry(
                new Sentry.Post(books, feed.market(), heard, account.strategies()),
                gate,
                new SelfProofLog(ledger),
                proveEvery,
                killSwitch,
                host));
  }

  /// Goes on as it is steered.
  RunEnd run(Steering steering, RunListener listener) {
    Runner runner =
        new Runner(
            ledger, books, loop, account.strategies().stream().map(ActiveStrategy::id).toList());
    return new Scheduler(feed, runner, steering, listener).run();
  }

  KillSwitch killSwitch() {
    return killSwitch;
  }
}
