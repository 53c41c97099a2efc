package milodex.backtest;

import milodex.ledger.Fact;
import milodex.ledger.ResearchFact;

/// Which of two endings is what a run came to.
final class Outcomes {

  private Outcomes() {}

  /// Whether a result stays what the run came to, whatever happened since: a record outweighs a
  /// cell, and both outweigh a failure.
  static boolean outweighs(Fact kept, Fact outcome) {
    return kept instanceof ResearchFact.RunCompleted before
        ? !(outcome instanceof ResearchFact.RunCompleted after) || outweighs(before, after)
        : kept instanceof ResearchFact.CellCompleted && outcome instanceof ResearchFact.RunFailed;
  }

  private static boolean outweighs(
      ResearchFact.RunCompleted kept, ResearchFact.RunCompleted outcome) {
    RunSummary before = RunSummary.parse(kept.summary());
    RunSummary after = RunSummary.parse(outcome.summary());
    return !after.isInvalid()
        && !after.isFullyProved()
        && (before.isInvalid() || before.isFullyProved());
  }
}
