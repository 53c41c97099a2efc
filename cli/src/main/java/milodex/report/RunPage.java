package milodex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.analytics.EquityCurve;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.backtest.WindowResult;
import milodex.ledger.Head;
import milodex.ledger.ResearchFact;
import milodex.portfolio.Trade;
import milodex.research.Deflation;
import milodex.research.KeptEvidence;

/// One completed run as a page: what it is and what speaks against it first, then its numbers, then
/// all it was made from.
///
/// Numbers are those of the summary; pictures are drawn from the run's own record.
///
/// @param look which look of its family the run was, from 1
/// @param summary of the run
/// @param windows of its record, in order; one for a run without windows; none if it is invalid
/// @param deflation of its Sharpe ratio by all trials of its sessions; empty if it is invalid or
///     was made before evidence was kept
/// @param evidence the newest judgement of the gate of promotion whose run is this one
/// @param overridden who answers for the strategy of the run in spite of its grade, if anybody does
/// @param ledgerHead of the ledger the run was read from
public record RunPage(
    Runs.Run run,
    int look,
    RunSummary summary,
    List<WindowResult> windows,
    BenchmarkReturns benchmark,
    Optional<Deflation> deflation,
    Optional<KeptEvidence> evidence,
    Optional<Overridden> overridden,
    Head ledgerHead) {

  public RunPage {
    windows = List.copyOf(windows);
  }

  /// The whole file; the same page gives the same bytes.
  public String html() {
    List<Html> sections = new ArrayList<>();
    sections.add(Masthead.of(this));
    if (!summary.isInvalid()) {
      sections.add(KeyFigures.of(summary));
      sections.add(TimeCharts.of(this));
      sections.add(LuckSection.of(this));
      sections.add(GateAnswerSection.of(evidence, overridden));
      sections.add(WindowSection.of(summary));
      sections.add(CalendarSection.of(curve()));
      sections.add(TradeSection.of(trades()));
      sections.add(MoneySection.of(summary));
      sections.add(GateSection.of(summary));
    }
    sections.add(DataSection.of(summary));
    sections.add(AssumptionSection.of(this));
    sections.add(ProofSection.of(summary.proofs()));
    sections.add(EvidenceSection.of(this));
    return PageFrame.of(run.strategy() + ", run " + run.id().brief(), Html.join("", sections))
        .toString();
  }

  /// Everything that decided the run.
  RunSummary inputs() {
    return RunSummary.parse(run.registration().inputs());
  }

  /// The whole period, or the windows end to end.
  EquityCurve curve() {
    return WindowResult.endToEnd(windows);
  }

  /// What luck makes of its Sharpe ratio.
  Optional<LuckReading> luck() {
    return deflation.map(counted -> new LuckReading(summary.at("evidence"), counted));
  }

  List<Trade> trades() {
    return windows.stream().flatMap(window -> window.closed().stream()).toList();
  }

  ResearchFact.RunCompleted completed() {
    return run.completed().orElseThrow();
  }
}
