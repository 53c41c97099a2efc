package milodex.cli;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import milodex.backtest.Parity;
import milodex.backtest.RecordedDays;
import milodex.backtest.Rehearsal;
import milodex.backtest.RehearsalPlan;
import milodex.files.BrokerFile;
import milodex.files.FileSendLock;
import milodex.files.ProcessLock;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact.RehearsalCompleted;
import milodex.sqlite.SqliteLedger;
import milodex.terminal.Progress;

/// A rehearsal in its folder: begun, or gone on with, to its end, and put on record.
///
/// @param facts how many of each kind its ledger holds
/// @param before how many facts that ledger held when this command began
record Rehearsing(
    RehearsalFolder folder,
    RehearsalCompleted completed,
    Map<FactType, Integer> facts,
    long before) {

  /// Goes to the end; throws [Failure] if another process is at it.
  ///
  /// @param start that has come as far as the account
  static Rehearsing of(
      Invocation invocation, RecordedDays.Ready days, StartingUp start)
      throws Exception {
    start.of(days);
    RehearsalFolder folder = RehearsalFolder.of(invocation.workspace(), days.name());
    Instant now = invocation.environment().clock().instant();
    String holder =
        "process %d since %s".formatted(ProcessHandle.current().pid(), NewYork.second(now));
    try (ProcessLock _ =
        ProcessLock.tryHold(folder.lock(), holder).orElseThrow(() -> locked(folder))) {
      Rehearsing done = run(invocation, days, folder, start);
      start.completed(done.completed());
      return done;
    }
  }

  private static Rehearsing run(
      Invocation invocation,
      RecordedDays.Ready days,
      RehearsalFolder folder,
      StartingUp start)
      throws Exception {
    RehearsalPlan plan = days.plan();
    try (SqliteLedger ledger =
            start.opened("books", () -> SqliteLedger.open(folder.ledger()));
        BrokerFile broker =
            start.opened("broker", () -> BrokerFile.open(folder.broker(), plan.account()))) {
      start.account(days, folder, ledger, broker.state());
      return run(invocation, days, folder, ledger, broker);
    }
  }

  private static Rehearsing run(
      Invocation invocation,
      RecordedDays.Ready days,
      RehearsalFolder folder,
      SqliteLedger ledger,
      BrokerFile broker) {
    RehearsalPlan plan = days.plan();
    try (Progress progress = invocation.console().progress("Rehearsal", days.sessions())) {
      long before = ledger.head().seq();
      Rehearsal rehearsal =
          new Rehearsal(
              days,
              ledger,
              market -> plan.broker(market, broker.state(), ledger, broker),
              new FileSendLock(folder.sendLock(), Wiring.SEND_PATIENCE));
      rehearsal.run(() -> progress.advance(1));
      return new Rehearsing(folder, completed(days, rehearsal, ledger), counted(ledger), before);
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
        ledger.head().toString());
  }

  private static Map<FactType, Integer> counted(Ledger ledger) {
    Map<FactType, Integer> facts = new EnumMap<>(FactType.class);
    ledger.replay(event -> facts.merge(FactType.of(event.fact()), 1, Integer::sum));
    return facts;
  }

  /// That somebody is at it.
  static Failure locked(RehearsalFolder folder) {
    return new Failure(
        ExitCode.LOCKED,
        "rehearsal_locked",
        "Rehearsal " + folder.name() + " is being run already.",
        "It is held by " + ProcessLock.holder(folder.lock()) + ".",
        "Nothing was done.",
        "Wait for it to end, or stop that process and repeat the command.");
  }
}
