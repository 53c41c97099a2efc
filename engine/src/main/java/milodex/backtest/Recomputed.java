package milodex.backtest;

import java.util.Optional;

/// What came of making decisions again, one after the other up to the first that differed.
///
/// @param decisions how many were made again
record Recomputed(int decisions, Optional<Recomputation.Fault> fault) {

  /// The failure of one promise.
  Optional<Proof.Failure> failure(Proof.Kind kind) {
    return fault.filter(one -> one.kind() == kind).map(Recomputation.Fault::failure);
  }
}
