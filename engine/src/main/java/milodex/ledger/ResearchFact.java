package milodex.ledger;

import java.time.LocalDate;
import java.util.Optional;
import milodex.strategy.StrategyId;

/// What was supposed, frozen, tried and found.
public sealed interface ResearchFact extends Fact {

  /// Everything that can change a decision of a strategy was frozen.
  ///
  /// @param text the manifest's canonical JSON; its SHA-256 is `manifest`
  record ManifestFrozen(StrategyId strategy, ManifestHash manifest, String text)
      implements ResearchFact {}

  /// A run is about to compute; it counts as a look at the data whatever comes of it.
  ///
  /// @param inputs canonical JSON of all that decides the outcome; its SHA-256 is `run`
  record TrialRegistered(
      RunId run, StrategyId strategy, LocalDate from, LocalDate to, String inputs, String note)
      implements ResearchFact {}

  /// A registered run came to its end.
  ///
  /// @param summary canonical JSON of its results
  /// @param artifact SHA-256 of its full record under `data/artifacts/`
  /// @param head newest hash of the run's own chain
  record RunCompleted(RunId run, StrategyId strategy, String summary, String artifact, Head head)
      implements ResearchFact {}

  /// A registered run did not come to its end.
  record RunFailed(RunId run, StrategyId strategy, String why) implements ResearchFact {}

  /// A registered cell of a sweep came to its end: its summary is all that is kept of it, and it is
  /// not proved. Running it as a backtest gives its record.
  ///
  /// @param summary canonical JSON of its results
  record CellCompleted(RunId run, StrategyId strategy, String summary) implements ResearchFact {}

  /// A hypothesis was put down, before what it is tried with.
  ///
  /// @param experiment the name the operator gave it
  /// @param template the template it is about, if it is about one
  record ExperimentCreated(String experiment, String hypothesis, Optional<String> template)
      implements ResearchFact {}

  /// Something was learnt of a hypothesis, or it was closed.
  ///
  /// @param status what became of it; empty while it stays open
  record ExperimentUpdated(String experiment, Optional<Status> status, String lessons)
      implements ResearchFact {

    /// How a hypothesis ended.
    public enum Status {
      PROMOTED,
      REJECTED,
      FAILED,
      INCONCLUSIVE,
      ABANDONED
    }
  }

  /// A period of the market was put away: research is handed no bar of it.
  ///
  /// @param from its first session
  /// @param to the newest session stored when it was sealed
  /// @param sessions how many sessions that is
  record HoldoutSealed(LocalDate from, LocalDate to, int sessions, String reason)
      implements ResearchFact {}

  /// The sealed period was looked at, once: it is no holdout any more, for anybody.
  ///
  /// @param manifest what is run on it
  record HoldoutOpened(
      StrategyId strategy, ManifestHash manifest, LocalDate from, LocalDate to, String reason)
      implements ResearchFact {}
}
