package milodex.cli;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import milodex.backtest.Parity;
import milodex.backtest.RecordedDays;
import milodex.backtest.Rehearsal;
import milodex.backtest.RehearsalPlan;
import milodex.execution.Books;
import milodex.execution.TripOutcome;
import milodex.files.BrokerFile;
import milodex.files.FileSendLock;
import milodex.files.ProcessLock;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact.RehearsalCompleted;
import milodex.sqlite.SqliteLedger;
import milodex.trading.RunEnd;
import milodex.trading.RunListener;
import milodex.trading.Steering;

/// A rehearsal in its folder: begun, or gone on with, to its end, and put on record.
///
/// @param facts how many of each kind its ledger holds
/// @param before how many facts that ledger held when this command began
record Rehearsing(
    RehearsalFolder folder,
    RehearsalCompleted completed,
    Map<FactType, Integer> facts,
    long before) {

  /// What an incident says that began with Ctrl-C.
  static final String BY_DIALOG = "pulled at the runner, by Ctrl-C";

  /// Goes on with it; throws [Failure] if another process is at it.
  ///
  /// @param oneSession whether it goes only to the close of the session that comes next
  static Rehearsed of(Invocation invocation, RehearsalOptions.Asked asked, boolean oneSession)
      throws Exception {
    RehearsalFolder folder = asked.folder(invocation);
    Instant now = invocation.environment().clock().instant();
    String holder = RunnerProcess.here(now).says();
    try (ProcessLock _ =
        asked
            .start()
            .opened(
                "lock",
                () -> ProcessLock.tryHold(folder.lock(), holder).orElseThrow(folder::locked))) {
      Rehearsed done = run(invocation, asked, folder, oneSession);
      if (done instanceof Rehearsed.Whole whole) {
        asked.start().completed(whole.rehearsing().completed());
      }
      return done;
    }
  }

  private static Rehearsed run(
      Invocation invocation,
      RehearsalOptions.Asked asked,
      RehearsalFolder folder,
      boolean oneSession)
      throws Exception {
    RecordedDays.Ready days = asked.days();
    RehearsalPlan plan = days.plan();
    StartingUp start = asked.start();
    try (SqliteLedger ledger = start.opened("books", () -> SqliteLedger.open(folder.ledger()));
        BrokerFile broker =
            start.opened("broker", () -> BrokerFile.open(folder.broker(), plan.account()))) {
      Checkpoints kept = Checkpoints.of(folder.ledger());
      Books books = start.opened("books", () -> new Books(ledger, kept.read()));
      start.account(
          new StartingUp.Grounds(
              folder,
              ledger,
              books,
              broker.state(),
              plan.policy(),
              days.played().getFirst().date()));
      long before = ledger.head().seq();
      Rehearsal rehearsal =
          new Rehearsal(
              days,
              ledger,
              books,
              market -> plan.broker(market, broker.state(), ledger, broker),
              new FileSendLock(folder.sendLock(), Wiring.SEND_PATIENCE),
              new ConfigDrift(asked.wiring(), plan.manifests())::of);
      StopDialog dialog = new StopDialog(invocation.environment());
      try (Signals _ = Signals.hear(dialog::sent);
          RunTelling telling =
              new RunTelling(
                  invocation.console(),
                  ledger,
                  folder.expected(),
                  asked.pace(),
                  days.sessions(),
                  oneSession)) {
        RunEnd end =
            rehearsal.run(
                new Steering(asked.pace(), oneSession, dialog),
                telling.and(
                    RunListener.ofSessions(
                        () -> kept.keep(ledger.head().seq(), rehearsal::checkpoint))));
        Optional<TripOutcome> halt =
            end instanceof RunEnd.KillWanted wanted
                ? Optional.of(rehearsal.halt(BY_DIALOG, wanted.at()))
                : Optional.empty();
        if (!(end instanceof RunEnd.Complete)) {
          return new Rehearsed.Left(
              folder,
              end,
              halt,
              rehearsal.openOrders(),
              rehearsal.positions(),
              ledger.head().toString(),
              rehearsal.halted(),
              telling.moments());
        }
        return new Rehearsed.Whole(
            new Rehearsing(folder, completed(days, rehearsal, ledger), counted(ledger), before),
            rehearsal.halted(),
            telling.moments());
      }
    }
  }

  private static RehearsalCompleted completed(
      RecordedDays.Ready days, Rehearsal rehearsal, Ledger ledger) {
    Parity parity = rehearsal.parity();
    return new RehearsalCompleted(
        days.name(),
        days.plan().manifests(),
        days.played().getFirst().date(),
        days.played().getLast().date(),
        days.sessions(),
        days.plan().account(),
        rehearsal.trades(),
        parity.compared(),
        parity.difference(),
        ledger.head().toString(),
        parity.byHand() == 0 ? Optional.empty() : Optional.of(parity.byHand()));
  }

  private static Map<FactType, Integer> counted(Ledger ledger) {
    Map<FactType, Integer> facts = new EnumMap<>(FactType.class);
    ledger.replay(event -> facts.merge(FactType.of(event.fact()), 1, Integer::sum));
    return facts;
  }
}
