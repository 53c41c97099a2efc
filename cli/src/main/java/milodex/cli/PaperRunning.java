package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.backtest.PaperRunner;
import milodex.backtest.PaperTrading;
import milodex.backtest.PaperWait;
import milodex.execution.Alert;
import milodex.execution.TripOutcome;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.LedgerUnavailableException;
import milodex.sqlite.SqliteLedger;
import milodex.trading.Clockwork;
import milodex.trading.Moment;
import milodex.trading.RunEnd;
import milodex.trading.StopRequests;

/// Strategies on the paper account: each held by this process, their sessions gone through as bars
/// come.
final class PaperRunning {

  private final Invocation invocation;
  private final PaperOptions.Asked asked;
  private final PaperFolder folder;
  private final Clockwork clock;
  private final StopDialog dialog;
  private final Liveness liveness;
  private final StopRequests stops;
  private final PaperTurn turn;
  private final boolean once;
  private final Set<Long> told = new HashSet<>();
  private PaperTrading.Done done = new PaperTrading.Done(List.of(), Optional.empty());

  /// How it ended.
  ///
  /// @param moments what was done at each of the newest, oldest first
  /// @param earlier how many there were before those
  /// @param end empty: all that was due is done
  /// @param halt what the kill switch did, if the operator pulled it
  record Ended(
      List<MomentReport> moments,
      int earlier,
      List<PaperWait> waits,
      Optional<RunEnd> end,
      Optional<TripOutcome> halt) {
    Ended {
      moments = List.copyOf(moments);
      waits = List.copyOf(waits);
    }
  }

  private PaperRunning(Invocation invocation, PaperOptions.Asked asked, boolean once) {
    this.once = once;
    this.invocation = invocation;
    this.asked = asked;
    this.folder = new PaperFolder(invocation.workspace());
    this.clock = invocation.environment().clocks();
    this.dialog = new StopDialog(invocation.environment());
    this.liveness = new Liveness(dialog::asks, clock.running());
    this.stops = liveness.of(dialog);
    this.turn = new PaperTurn(invocation, asked, folder, clock, stops, liveness);
  }

  /// Does what is due now, and no more; throws [Failure] if another process has one of the
  /// strategies.
  static Reply daily(Invocation invocation, PaperOptions options) throws Exception {
    PaperOptions.Asked asked = options.read(invocation);
    return new PaperRunning(invocation, asked, true).run();
  }

  /// Goes on until somebody stops it.
  static Reply run(Invocation invocation, PaperOptions options) throws Exception {
    PaperOptions.Asked asked = options.read(invocation);
    return new PaperRunning(invocation, asked, false).run();
  }

  private Reply run() throws Exception {
    String holder = RunnerProcess.here(clock.wall()).says();
    try (Watchdog _ = Watchdog.over(liveness, clock, LastWords.ofProcess(invocation)::say);
        StrategyLocks _ = StrategyLocks.take(folder, asked.ids(), holder, Program.name());
        Signals _ = Signals.hear(this::sent)) {
      Optional<RunEnd> end = once ? turn(clock.wall()).ended() : Optional.of(goOn());
      Optional<TripOutcome> halt = Optional.empty();
      if (end.isPresent() && end.get() instanceof RunEnd.KillWanted wanted) {
        halt = Optional.of(halt(wanted.at()));
      }
      RecentMoments moments = turn.moments();
      return PaperReport.of(
          invocation,
          asked,
          new Ended(moments.newest(), moments.earlier(), done.waits(), end, halt));
    }
  }

  private void sent(Signals.Sent signal) {
    liveness.signalled();
    dialog.sent(signal);
  }

  private RunEnd goOn() throws IOException {
    try {
      RunEnd end = new PaperRunner(clock, stops, this::turn, this::newest).run();
      if (end instanceof RunEnd.Stopped stopped && done.ended().isEmpty()) {
        turn.stopped(done.waits().getFirst(), stopped.at());
      }
      return end;
    } finally {
      expected().forEach(Expectation::clear);
    }
  }

  /// The newest event by now. The ledger is opened anew each time: one that lay at rest when it
  /// was opened is read without locks, and shows nothing that is written later. While it is being
  /// written to, that is the news.
  private long newest() {
    try (Ledger ledger = asked.wiring().ledgerToRead()) {
      return ledger.head().seq();
    } catch (LedgerUnavailableException _) {
      return -1;
    }
  }

  private PaperTrading.Done turn(Instant wall) {
    try {
      List<PaperWait> before = done.waits();
      done = turn.at(wall);
      if (!done.waits().equals(before)) {
        tell(done.waits());
        liveness.step("looking whether anything could be entered");
        fleet();
      }
      page(turn.alerts());
      liveness.step("waiting");
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Leaves what is waited for where others can read it, if it is waited for here, and says it.
  private void tell(List<PaperWait> waits) {
    if (!once) {
      waits.stream().min(Comparator.comparing(PaperWait::due)).ifPresent(this::expect);
    }
    Instant now = clock.wall();
    waits.stream()
        .map(wait -> PaperReport.line(wait, now))
        .distinct()
        .forEach(line -> invocation.console().note(line));
  }

  /// Says what went wrong at once where nobody waits for the report.
  private void page(List<Alert> alerts) {
    if (!once) {
      alerts.stream()
          .filter(one -> told.add(one.id()))
          .forEach(one -> invocation.console().note(PaperReport.says(one)));
    }
  }

  /// Says where nobody waits for the report that the limits of the account leave room for nothing;
  /// while another process writes to the ledger that is left to the next session.
  private void fleet() {
    if (once) {
      return;
    }
    try {
      EntryRoom.blocked(account()).ifPresent(invocation.console()::note);
    } catch (LedgerUnavailableException e) {
      invocation.console().detail("Whether anything could be entered is not known: " + e);
    }
  }

  private Account account() {
    return new Account(invocation, asked.wiring(), Optional.empty());
  }

  private void expect(PaperWait next) {
    Moment closes = new Moment.SessionCloses(next.session());
    Expectation awaited = new Expectation(closes.name(), closes.at(), next.due());
    expected().forEach(awaited::write);
  }

  private List<Path> expected() {
    return asked.ids().stream().map(folder::expected).toList();
  }

  private TripOutcome halt(Instant now) {
    Account account = account();
    try (SqliteLedger ledger = Trip.ledger(account)) {
      return new Trip(
              account, HaltScope.ACCOUNT, HaltMode.HALT, Tripping.OPERATOR, Rehearsing.BY_DIALOG)
          .now(ledger, now, invocation.console());
    }
  }
}
