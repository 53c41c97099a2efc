package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import milodex.backtest.PaperTrading;
import milodex.backtest.PaperWait;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.execution.SendLock;
import milodex.files.BrokerFile;
import milodex.files.FileSendLock;
import milodex.ledger.Head;
import milodex.ledger.LedgerCorruptException;
import milodex.money.Money;
import milodex.promotion.PromotionLog;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import milodex.trading.Clockwork;
import milodex.trading.PaperLog;
import milodex.trading.Sentry;
import milodex.trading.StopRequests;

/// One turn on the paper account: what is due is done, with the account held against every other
/// process meanwhile.
///
/// Its ledger is checked from the first event on in the first turn, and in each later one from
/// where the turn before has left it. Bars are read once in a turn, so that what was looked at is
/// what is traded on, whatever is imported meanwhile. Nothing else is kept from one turn to the
/// next but what is on the disk.
final class PaperTurn {

  private final Invocation invocation;
  private final PaperOptions.Asked asked;
  private final PaperFolder folder;
  private final Clockwork clock;
  private final StopRequests stops;
  private final RecentMoments moments = new RecentMoments();
  private final Liveness liveness;
  private final Sentry.Host host;
  private final PaperDisk disk;
  private List<Alert> alerts = List.of();
  private boolean started;
  private Head checked = Head.EMPTY;

  PaperTurn(
      Invocation invocation,
      PaperOptions.Asked asked,
      PaperFolder folder,
      Clockwork clock,
      StopRequests stops,
      Liveness liveness) {
    this.invocation = invocation;
    this.asked = asked;
    this.folder = folder;
    this.clock = clock;
    this.stops = stops;
    this.liveness = liveness;
    this.disk = new PaperDisk(invocation);
    this.host =
        new Sentry.Host(new ConfigDrift(asked.wiring(), asked.manifests())::of, disk::shortage);
  }

  /// Does what is due at `wall`; the first time after everything was looked at that a start looks
  /// at. Throws [Failure] if another process does not let go of the account.
  PaperTrading.Done at(Instant wall) throws Exception {
    liveness.step("asking the disk");
    disk.relieve();
    liveness.step("taking the account");
    try (AccountHold hold = AccountHold.take(folder, clock, wall);
        SqliteLedger ledger =
            opened("checking the ledger", () -> SqliteLedger.reopen(folder.ledger(), checked))) {
      if (!ledger.wasAt(checked)) {
        throw new LedgerCorruptException(
            checked.seq(), "it is not the event that was there in the turn before");
      }
      Checkpoints checkpoints = Checkpoints.of(folder.ledger());
      Books books = opened("adding up the books", () -> new Books(ledger, checkpoints.read()));
      PaperLog log = opened("reading how far it has come", () -> new PaperLog(ledger));
      checkpoints.keep(books);
      PaperTrading.Done done = at(wall, hold, ledger, books, log);
      liveness.step("keeping the books");
      checkpoints.keep(books.seq(), books::checkpoint);
      alerts = books.alerts().open();
      checked = ledger.checked();
      return done;
    }
  }

  /// What a later look at the step `books` of a start is.
  private <T> T opened(String what, Callable<T> work) throws Exception {
    liveness.step(what);
    return asked.start().opened("books", work);
  }

  private PaperTrading.Done at(
      Instant wall, AccountHold hold, SqliteLedger ledger, Books books, PaperLog log)
      throws Exception {
    liveness.step("reading the books of the broker");
    try (BrokerFile broker =
        asked.start().opened("broker", () -> BrokerFile.open(folder.broker(), cash(log)))) {
      if (!started) {
        liveness.step("looking at what a start looks at");
        start(ledger, books, log, broker, wall);
        started = true;
      }
      PaperTrading trading =
          new PaperTrading(
              account(log),
              new PaperTrading.Kept(
                  ledger,
                  books,
                  log,
                  broker.state(),
                  change -> {
                    liveness.step("keeping what the broker did");
                    broker.accept(change);
                  },
                  sendLock()),
              asked.wiring().paperBars(wall).once(),
              host);
      liveness.step("opening the books of strategies");
      trading.open(wall).ifPresent(this::refuse);
      return work(trading, hold, ledger, wall);
    }
  }

  /// What was done at each moment.
  RecentMoments moments() {
    return moments;
  }

  /// What nobody had acknowledged when the newest turn ended.
  List<Alert> alerts() {
    return alerts;
  }

  /// Puts on record that the operator stopped it while it waited.
  void stopped(PaperWait next, Instant wall) throws IOException {
    try (SqliteLedger ledger = SqliteLedger.open(folder.ledger())) {
      PaperTrading.stopped(ledger, asked.ids(), next.session(), wall);
    }
  }

  private SendLock sendLock() {
    SendLock ofFile = new FileSendLock(folder.sendLock(), Wiring.SEND_PATIENCE);
    return () -> {
      liveness.step("sending an order");
      return ofFile.take();
    };
  }

  private PaperTrading.Done work(
      PaperTrading trading, AccountHold hold, SqliteLedger ledger, Instant wall) {
    liveness.step("looking for what is due");
    try (RunTelling telling = new RunTelling(invocation.console(), ledger, List.of())) {
      PaperTrading.Done done = trading.work(wall, stops, telling.and(hold).and(liveness));
      moments.add(telling.moments());
      return done;
    }
  }

  private void start(
      SqliteLedger ledger, Books books, PaperLog log, BrokerFile broker, Instant wall)
      throws Exception {
    LocalDate begun = log.begun();
    asked
        .start()
        .account(
            new StartingUp.Grounds(
                folder,
                ledger,
                books,
                broker.state(),
                asked.members().policy(),
                begun.equals(LocalDate.MIN) ? PaperLog.after(wall).date() : begun));
  }

  private PaperTrading.Account account(PaperLog log) {
    List<StrategyId> others = new ArrayList<>(log.due().keySet());
    others.removeAll(asked.ids());
    Optional<PaperMembers> watched =
        others.isEmpty() ? Optional.empty() : Optional.of(PaperMembers.of(asked.wiring(), others));
    PromotionLog steps = PaperMembers.steps(asked.wiring());
    return new PaperTrading.Account(
        asked.members().strategies(),
        watched.map(PaperMembers::reads).orElseGet(Collections::emptySortedSet),
        steps::standing,
        cash(log),
        watched
            .map(all -> all.costs().dearer(asked.members().costs()))
            .orElse(asked.members().costs()),
        asked.members().policy());
  }

  private Money cash(PaperLog log) {
    return log.cash().orElse(asked.account());
  }

  private void refuse(String says) {
    throw new Failure(
        ExitCode.REFUSED,
        "allocation_exceeded",
        "Nothing was started.",
        says + ".",
        "Nothing was run.",
        "Name fewer strategies, or lower their shares in configs/risk.yaml before they join.");
  }
}
