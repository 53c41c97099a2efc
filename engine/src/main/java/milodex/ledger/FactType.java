package milodex.ledger;

/// The kinds of fact, as a ledger names them.
///
/// A stored label and version mean the same for ever. A record that changes its JSON gets the next
/// version here, and [FactCodec] the step that lifts the older one.
public enum FactType {
  BARS_IMPORTED("bars.imported", DataFact.BarsImported.class),
  BARS_REVISED("bars.revised", DataFact.BarsRevised.class),
  ACTIONS_IMPORTED("actions.imported", DataFact.ActionsImported.class),
  ACTIONS_REVISED("actions.revised", DataFact.ActionsRevised.class),
  BARS_FETCHED("bars.fetched", DataFact.BarsFetched.class),
  MANIFEST_FROZEN("manifest.frozen", ResearchFact.ManifestFrozen.class),
  TRIAL_REGISTERED("trial.registered", ResearchFact.TrialRegistered.class),
  RUN_COMPLETED("run.completed", ResearchFact.RunCompleted.class),
  RUN_FAILED("run.failed", ResearchFact.RunFailed.class),
  CELL_COMPLETED("cell.completed", ResearchFact.CellCompleted.class),
  EXPERIMENT_CREATED("experiment.created", ResearchFact.ExperimentCreated.class),
  EXPERIMENT_UPDATED("experiment.updated", ResearchFact.ExperimentUpdated.class),
  HOLDOUT_SEALED("holdout.sealed", ResearchFact.HoldoutSealed.class),
  HOLDOUT_OPENED("holdout.opened", ResearchFact.HoldoutOpened.class),
  EVIDENCE_JUDGED("evidence.judged", PromotionFact.EvidenceJudged.class),
  STAGE_PROMOTED("stage.promoted", PromotionFact.StagePromoted.class),
  STAGE_DEMOTED("stage.demoted", PromotionFact.StageDemoted.class),
  GATE_TESTED("gate.tested", RiskFact.GateTested.class),
  TROUBLE_FOUND("trouble.found", RiskFact.TroubleFound.class),
  ALERT_ACKNOWLEDGED("alert.acknowledged", RiskFact.AlertAcknowledged.class),
  LEDGER_RESTORED("ledger.restored", RiskFact.LedgerRestored.class),
  RUNNER_STARTED("runner.started", RunnerFact.RunnerStarted.class),
  MOMENT_PASSED("moment.passed", RunnerFact.MomentPassed.class),
  MOMENT_MISSED("moment.missed", RunnerFact.MomentMissed.class),
  BOOKS_DIFFERED("books.differed", RunnerFact.BooksDiffered.class),
  CLOCK_JUMPED("clock.jumped", RunnerFact.ClockJumped.class),
  RUNNER_STOPPED("runner.stopped", RunnerFact.RunnerStopped.class),
  REHEARSAL_COMPLETED("rehearsal.completed", RunnerFact.RehearsalCompleted.class),
  HALT_TRIPPED("halt.tripped", RiskFact.HaltTripped.class),
  HALT_VERIFIED("halt.verified", RiskFact.HaltVerified.class),
  HALT_RESET("halt.reset", RiskFact.HaltReset.class),
  STRATEGY_PAUSED("strategy.paused", RiskFact.StrategyPaused.class),
  STRATEGY_UNPAUSED("strategy.unpaused", RiskFact.StrategyUnpaused.class),
  BOOKS_OPENED("books.opened", Fact.BooksOpened.class),
  STRATEGY_FUNDED("strategy.funded", Fact.StrategyFunded.class),
  BOOKS_CLOSED("books.closed", Fact.BooksClosed.class),
  STRATEGY_EVALUATED("strategy.evaluated", Fact.StrategyEvaluated.class),
  BAR_EVALUATED("bar.evaluated", Fact.BarEvaluated.class),
  EXIT_MISSED("exit.missed", Fact.ExitMissed.class),
  EXIT_PARKED("exit.parked", Fact.ExitParked.class),
  INTENT_RECORDED("intent.recorded", Fact.IntentRecorded.class),
  INTENT_CLOSED("intent.closed", Fact.IntentClosed.class),
  PROPOSAL_JUDGED("proposal.judged", Fact.ProposalJudged.class),
  ORDER_SUBMITTED("order.submitted", Fact.OrderSubmitted.class),
  ORDER_REPORTED("order.reported", Fact.OrderReported.class),
  ORDER_RESOLVED("order.resolved", Fact.OrderResolved.class),
  CANCEL_REQUESTED("cancel.requested", Fact.CancelRequested.class),
  FILL_RECORDED("fill.recorded", Fact.FillRecorded.class),
  SPLIT_APPLIED("split.applied", Fact.SplitApplied.class),
  DIVIDEND_CREDITED("dividend.credited", Fact.DividendCredited.class),
  TICKER_CHANGED("ticker.changed", Fact.TickerChanged.class),
  DELISTING_SETTLED("delisting.settled", Fact.DelistingSettled.class),
  EXTERNAL_BOOKED("external.booked", Fact.ExternalBooked.class),
  TRADE_MEASURED("trade.measured", Fact.TradeMeasured.class),
  WOULD_TRIP("would.trip", Fact.WouldTrip.class);

  private final String label;
  private final Class<? extends Fact> record;

  FactType(String label, Class<? extends Fact> record) {
    this.label = label;
    this.record = record;
  }

  public static FactType of(Fact fact) {
    return switch (fact) {
      case DataFact.BarsImported f -> BARS_IMPORTED;
      case DataFact.BarsRevised f -> BARS_REVISED;
      case DataFact.ActionsImported f -> ACTIONS_IMPORTED;
      case DataFact.ActionsRevised f -> ACTIONS_REVISED;
      case DataFact.BarsFetched f -> BARS_FETCHED;
      case ResearchFact.ManifestFrozen f -> MANIFEST_FROZEN;
      case ResearchFact.TrialRegistered f -> TRIAL_REGISTERED;
      case ResearchFact.RunCompleted f -> RUN_COMPLETED;
      case ResearchFact.RunFailed f -> RUN_FAILED;
      case ResearchFact.CellCompleted f -> CELL_COMPLETED;
      case ResearchFact.ExperimentCreated f -> EXPERIMENT_CREATED;
      case ResearchFact.ExperimentUpdated f -> EXPERIMENT_UPDATED;
      case ResearchFact.HoldoutSealed f -> HOLDOUT_SEALED;
      case ResearchFact.HoldoutOpened f -> HOLDOUT_OPENED;
      case PromotionFact.EvidenceJudged f -> EVIDENCE_JUDGED;
      case PromotionFact.StagePromoted f -> STAGE_PROMOTED;
      case PromotionFact.StageDemoted f -> STAGE_DEMOTED;
      case RiskFact.GateTested f -> GATE_TESTED;
      case RiskFact.TroubleFound f -> TROUBLE_FOUND;
      case RiskFact.AlertAcknowledged f -> ALERT_ACKNOWLEDGED;
      case RiskFact.LedgerRestored f -> LEDGER_RESTORED;
      case RunnerFact.RunnerStarted f -> RUNNER_STARTED;
      case RunnerFact.MomentPassed f -> MOMENT_PASSED;
      case RunnerFact.MomentMissed f -> MOMENT_MISSED;
      case RunnerFact.BooksDiffered f -> BOOKS_DIFFERED;
      case RunnerFact.ClockJumped f -> CLOCK_JUMPED;
      case RunnerFact.RunnerStopped f -> RUNNER_STOPPED;
      case RunnerFact.RehearsalCompleted f -> REHEARSAL_COMPLETED;
      case RiskFact.HaltTripped f -> HALT_TRIPPED;
      case RiskFact.HaltVerified f -> HALT_VERIFIED;
      case RiskFact.HaltReset f -> HALT_RESET;
      case RiskFact.StrategyPaused f -> STRATEGY_PAUSED;
      case RiskFact.StrategyUnpaused f -> STRATEGY_UNPAUSED;
      case Fact.BooksOpened f -> BOOKS_OPENED;
      case Fact.StrategyFunded f -> STRATEGY_FUNDED;
      case Fact.BooksClosed f -> BOOKS_CLOSED;
      case Fact.StrategyEvaluated f -> STRATEGY_EVALUATED;
      case Fact.BarEvaluated f -> BAR_EVALUATED;
      case Fact.ExitMissed f -> EXIT_MISSED;
      case Fact.ExitParked f -> EXIT_PARKED;
      case Fact.IntentRecorded f -> INTENT_RECORDED;
      case Fact.IntentClosed f -> INTENT_CLOSED;
      case Fact.ProposalJudged f -> PROPOSAL_JUDGED;
      case Fact.OrderSubmitted f -> ORDER_SUBMITTED;
      case Fact.OrderReported f -> ORDER_REPORTED;
      case Fact.OrderResolved f -> ORDER_RESOLVED;
      case Fact.CancelRequested f -> CANCEL_REQUESTED;
      case Fact.FillRecorded f -> FILL_RECORDED;
      case Fact.SplitApplied f -> SPLIT_APPLIED;
      case Fact.DividendCredited f -> DIVIDEND_CREDITED;
      case Fact.TickerChanged f -> TICKER_CHANGED;
      case Fact.DelistingSettled f -> DELISTING_SETTLED;
      case Fact.ExternalBooked f -> EXTERNAL_BOOKED;
      case Fact.TradeMeasured f -> TRADE_MEASURED;
      case Fact.WouldTrip f -> WOULD_TRIP;
    };
  }

  /// The type with this label.
  ///
  /// @throws LedgerUnavailableException if this version of Milodex knows no such type
  public static FactType labelled(String label) {
    for (FactType type : values()) {
      if (type.label.equals(label)) {
        return type;
      }
    }
    throw unknown("facts named '" + label + "'");
  }

  /// The name under which facts of this type are stored: `order.submitted`.
  public String label() {
    return label;
  }

  /// The version in which facts of this type are written now, from 1.
  public int version() {
    return 1;
  }

  /// Whether such a fact can change what the risk gate says of the next proposal, or whether there
  /// is still a wish to propose.
  public boolean movesRisk() {
    return switch (this) {
      case LEDGER_RESTORED,
          HALT_TRIPPED,
          HALT_VERIFIED,
          HALT_RESET,
          STRATEGY_PAUSED,
          STRATEGY_UNPAUSED,
          BOOKS_OPENED,
          STRATEGY_FUNDED,
          INTENT_CLOSED,
          ORDER_SUBMITTED,
          ORDER_REPORTED,
          ORDER_RESOLVED,
          FILL_RECORDED,
          SPLIT_APPLIED,
          DIVIDEND_CREDITED,
          TICKER_CHANGED,
          DELISTING_SETTLED,
          EXTERNAL_BOOKED ->
          true;
      case BARS_IMPORTED,
          BARS_REVISED,
          ACTIONS_IMPORTED,
          ACTIONS_REVISED,
          BARS_FETCHED,
          MANIFEST_FROZEN,
          TRIAL_REGISTERED,
          RUN_COMPLETED,
          RUN_FAILED,
          CELL_COMPLETED,
          EXPERIMENT_CREATED,
          EXPERIMENT_UPDATED,
          HOLDOUT_SEALED,
          HOLDOUT_OPENED,
          EVIDENCE_JUDGED,
          STAGE_PROMOTED,
          STAGE_DEMOTED,
          GATE_TESTED,
          TROUBLE_FOUND,
          ALERT_ACKNOWLEDGED,
          RUNNER_STARTED,
          MOMENT_PASSED,
          MOMENT_MISSED,
          BOOKS_DIFFERED,
          CLOCK_JUMPED,
          RUNNER_STOPPED,
          REHEARSAL_COMPLETED,
          BOOKS_CLOSED,
          STRATEGY_EVALUATED,
          BAR_EVALUATED,
          EXIT_MISSED,
          EXIT_PARKED,
          INTENT_RECORDED,
          PROPOSAL_JUDGED,
          TRADE_MEASURED,
          CANCEL_REQUESTED,
          WOULD_TRIP ->
          false;
    };
  }

  Class<? extends Fact> record() {
    return record;
  }

  /// The refusal of a ledger that a newer Milodex has written.
  static LedgerUnavailableException unknown(String what) {
    return new LedgerUnavailableException(
        "This ledger holds "
            + what
            + ", which this version of Milodex does not know: a newer one wrote them. Nothing was"
            + " changed. Use the newer Milodex.");
  }
}
