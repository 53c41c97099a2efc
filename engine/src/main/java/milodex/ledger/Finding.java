package milodex.ledger;

/// What one check of the risk gate answered about one proposal.
///
/// @param row the check's number in the table of checks, from 1
/// @param check the check's name in plain words
/// @param code the reason code of a breach; empty otherwise
/// @param says the numbers compared, or why the check does not apply
public record Finding(int row, String check, Outcome outcome, String code, String says) {

  /// How a check came out.
  public enum Outcome {
    CLEAR,
    /// Refuses the proposal.
    BREACH,
    /// A breach that may not stop a covered reduction of exposure.
    ADVISORY,
    NOT_APPLICABLE
  }
}
