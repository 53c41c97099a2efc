package milodex.promotion;

import java.util.Locale;

/// One thing that stands in the way of a step.
///
/// @param field what it is about: `hypothesis`, `vintage.bars`
/// @param says what is missing or wrong, in plain words without a full stop
public record Lack(Code code, String field, String says) {

  /// Why a step is refused; what weighs most comes first.
  public enum Code {
    LIVE_LOCKED,
    STAGE_SKIPPED,
    NOT_A_PROMOTION,
    NOT_A_DEMOTION,
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
    EVIDENCE_INCOMPLETE,
    NO_REASON;

    /// The machine's name of it: `evidence_stale`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
