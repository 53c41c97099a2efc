package milodex.research;

import milodex.backtest.Breakdown;
import milodex.backtest.CapacityEstimate;
import milodex.backtest.RunResult;

/// What is shown beside a judgement and never judged: when the returns out of sample were made, and
/// how much money could have made them.
///
/// @param years by calendar year
/// @param regimes by where the benchmark stood
public record EvidenceContext(Breakdown years, Breakdown regimes, CapacityEstimate capacity) {

  /// The context of a finished run.
  public static EvidenceContext of(RunResult run) {
    return new EvidenceContext(
        Breakdown.byYear(run.curve()), Breakdown.byRegime(run), CapacityEstimate.of(run));
  }
}
