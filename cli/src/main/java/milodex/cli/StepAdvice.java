package milodex.cli;

import milodex.promotion.Lack;
import milodex.promotion.Promotion;
import milodex.strategy.StrategyId;

/// What an operator can do about a step that was refused.
final class StepAdvice {

  private StepAdvice() {}

  /// A request that cannot be meant is invalid; all else is refused.
  static ExitCode exit(Lack.Code code) {
    return switch (code) {
      case NOT_A_PROMOTION, NOT_A_DEMOTION, NO_REASON -> ExitCode.INVALID;
      case LIVE_LOCKED,
          STAGE_SKIPPED,
          OTHER_MANIFEST,
          NO_FROZEN_MANIFEST,
          MANIFEST_DRIFT,
          NO_HYPOTHESIS,
          NOT_LIFECYCLE_PROOF,
          LIFECYCLE_INCOMPLETE,
          NO_EVIDENCE,
          EVIDENCE_STALE,
          EVIDENCE_GRADE,
          OVERRIDE_INVALID,
          EVIDENCE_INCOMPLETE ->
          ExitCode.REFUSED;
    };
  }

  static String next(Lack.Code code, StrategyId strategy) {
    return switch (code) {
      case LIVE_LOCKED -> "Stay at paper: no option of this program opens what is locked.";
      case STAGE_SKIPPED ->
          "Take one stage after the other; from disabled, first demote to backtest.";
      case NOT_A_PROMOTION -> "Use `milodex promotion demote %s`.".formatted(strategy);
      case NOT_A_DEMOTION -> "Use `milodex promotion promote %s`.".formatted(strategy);
      case OTHER_MANIFEST, NO_REASON ->
          "Use `milodex promotion demote %s --to backtest --reason TEXT`.".formatted(strategy);
      case NO_FROZEN_MANIFEST ->
          "Freeze one with `milodex promotion freeze %s`.".formatted(strategy);
      case MANIFEST_DRIFT ->
          "Undo the change, or freeze what the files say now and gather evidence of it.";
      case NO_HYPOTHESIS -> "Write into the strategy's file why it should earn anything.";
      case NOT_LIFECYCLE_PROOF -> "Leave --lifecycle-exempt out, and bring evidence.";
      case LIFECYCLE_INCOMPLETE ->
          "Run what is missing of `milodex backtest %s --proof full` and `milodex risk selftest`."
              .formatted(strategy);
      case NO_EVIDENCE, EVIDENCE_STALE ->
          "Ask the gate about the frozen manifest: `milodex promotion check %s`."
              .formatted(strategy);
      case EVIDENCE_GRADE -> "Leave it at backtest: what was found does not carry it.";
      case OVERRIDE_INVALID ->
          "Say who, why and until when, %d days at most, or leave it out."
              .formatted(Promotion.MOST_OVERRIDE_DAYS);
      case EVIDENCE_INCOMPLETE ->
          "Add what is listed; --recommendation and --risk are yours to say.";
    };
  }
}
