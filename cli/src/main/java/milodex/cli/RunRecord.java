package milodex.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.analytics.EquityCurve;
import milodex.backtest.Artifacts;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.backtest.WindowFold;
import milodex.backtest.WindowResult;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.JsonLines;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.MemoryLedger;
import milodex.ledger.ResearchFact;
import milodex.money.Fraction;
import milodex.portfolio.Trade;
import milodex.portfolio.TradeLog;

/// The full record of a run: its own ledger, read back from its artifact and proved on the way.
///
/// @param ledger every fact of the run, as it was written
/// @param trades its closed trades by number
record RunRecord(Runs.Run run, MemoryLedger ledger, List<Trade> trades) {

  /// Reads the record of a completed run; throws [Failure] if it is gone or damaged.
  static RunRecord of(Runs.Run run, Artifacts artifacts) {
    ResearchFact.RunCompleted completed = RunFinder.completed(run);
    MemoryLedger ledger = new MemoryLedger();
    TradeLog trades = new TradeLog();
    try (InputStream in = open(artifacts, completed)) {
      JsonLines.read(
          in,
          Optional.of(completed.head()),
          event -> {
            append(ledger, event);
            trades.accept(event);
          });
    } catch (LedgerCorruptException | IOException | UncheckedIOException e) {
      throw damaged(completed, e);
    }
    return new RunRecord(run, ledger, trades.closed());
  }

  /// Its windows in order, each added up from its own facts; one for a run without windows.
  List<WindowResult> windows() {
    RunSummary summary = RunNumbers.summary(run);
    WindowFold fold = new WindowFold(Fraction.parse(summary.text("costs", "slippage")));
    ledger.replay(fold::apply);
    return fold.windows();
  }

  /// Its equity by session: the whole period, or the windows end to end.
  EquityCurve curve() {
    return WindowResult.endToEnd(windows());
  }

  /// The proposals that the risk gate refused, in order.
  List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    ledger.replay(
        event -> {
          if (event.fact() instanceof Fact.ProposalJudged judged && !judged.approved()) {
            refusals.add(new Refusal(event, judged));
          }
        });
    return refusals;
  }

  /// The trade with this number; throws [Failure] if the run has none.
  Trade trade(int number) {
    if (number >= 1 && number <= trades.size()) {
      return trades.get(number - 1);
    }
    String brief = run.id().brief();
    throw Failure.usage(
        "unknown_trade",
        "Run %s has no trade %d.".formatted(brief, number),
        trades.isEmpty()
            ? "It closed no trade at all."
            : "Its closed trades are numbered from 1 to %d.".formatted(trades.size()),
        "`milodex analytics trades %s` lists them.".formatted(brief));
  }

  private static InputStream open(Artifacts artifacts, ResearchFact.RunCompleted completed) {
    return artifacts
        .open(completed.artifact())
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.INTEGRITY,
                    "artifact_missing",
                    "The record of run " + completed.run().brief() + " is gone.",
                    "data/artifacts/ holds no file named " + completed.artifact() + ".",
                    "The ledger still holds the run's summary and hash; nothing was changed.",
                    "Restore the file, or run the same backtest again: it gives the same bytes."));
  }

  private static void append(MemoryLedger ledger, Event event) {
    Draft draft =
        event.cause() == Draft.NO_CAUSE
            ? Draft.of(event.key(), event.fact())
            : Draft.because(event.cause(), event.key(), event.fact());
    ledger.append(event.at(), draft);
  }

  private static Failure damaged(ResearchFact.RunCompleted completed, Exception e) {
    return new Failure(
        ExitCode.INTEGRITY,
        "artifact_damaged",
        "The record of run " + completed.run().brief() + " is not what was written.",
        "data/artifacts/ holds %s, but %s"
            .formatted(
                completed.artifact(),
                e instanceof LedgerCorruptException corrupt
                    ? "not as it was written from its line " + corrupt.seq() + " on."
                    : e.getMessage()),
        "Nothing was shown from it; nothing was changed.",
        "Move the file away and run the same backtest again: it gives the same bytes.");
  }
}
