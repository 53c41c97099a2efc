package milodex.report;

import java.util.List;
import milodex.analytics.EquityCurve;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.backtest.WindowResult;
import milodex.ledger.Fact;
import milodex.ledger.Head;
import milodex.portfolio.Trade;

/// One completed run as a page: what it is and what speaks against it first, then its numbers, then
/// all it was made from.
///
/// Numbers are those of the summary; pictures are drawn from the run's own record.
///
/// @param look which look of its family the run was, from 1
/// @param summary of the run
/// @param windows of its record, in order; one for a run without windows
/// @param ledgerHead of the ledger the run was read from
public record RunPage(
    Runs.Run run,
    int look,
    RunSummary summary,
    List<WindowResult> windows,
    BenchmarkReturns benchmark,
    Head ledgerHead) {

  public RunPage {
    windows = List.copyOf(windows);
  }

  /// The whole file; the same page gives the same bytes.
  public String html() {
    Proofs proofs = new Proofs(summary);
    Html numbers =
        proofs.failed()
            ? Html.EMPTY
            : Html.join(
                "",
                List.of(
                    KeyFigures.of(summary),
                    TimeCharts.of(this),
                    WindowSection.of(summary),
                    CalendarSection.of(curve()),
                    TradeSection.of(trades()),
                    MoneySection.of(summary)));
    Html body =
        Html.join(
            "",
            List.of(
                Masthead.of(this, proofs),
                numbers,
                GateSection.of(summary),
                DataSection.of(summary),
                AssumptionSection.of(this),
                proofs.html(),
                EvidenceSection.of(this)));
    return PageFrame.of(run.strategy() + ", run " + run.id().brief(), body).toString();
  }

  /// Everything that decided the run.
  RunSummary inputs() {
    return RunSummary.parse(run.registration().inputs());
  }

  /// The whole period, or the windows end to end.
  EquityCurve curve() {
    return WindowResult.endToEnd(windows);
  }

  List<Trade> trades() {
    return windows.stream().flatMap(window -> window.closed().stream()).toList();
  }

  Fact.RunCompleted completed() {
    return run.completed().orElseThrow();
  }
}
