package milodex.backtest;

import java.util.Optional;

/// What came of making decisions again, one after the other up to the first that differed.
///
/// @param decisions how many were made again
/// @param withOlderBars how many of them had bars before those they may depend on
record Recomputed(int decisions, int withOlderBars, Optional<Recomputation.Fault> fault) {

  /// The failure of one promise.
  Optional<Proof.Failure> failure(Proof.Kind kind) {
    return fault.filter(one -> one.kind() == kind).map(Recomputation.Fault::failure);
  }
}
