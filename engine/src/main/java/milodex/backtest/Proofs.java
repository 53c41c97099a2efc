package milodex.backtest;

import java.util.List;
import java.util.Optional;

/// The proofs that belong to a run; one that fails makes it invalid.
///
/// @param depth how much was tried; evidence needs all of it
/// @param all one of each kind, in the order of [Proof.Kind]
public record Proofs(Depth depth, List<Proof> all) {

  /// How much is tried.
  public enum Depth {
    /// Decisions with wishes and samples of the others, up to a number; the first sessions again.
    DEFAULT,
    /// Every decision, and the whole run again.
    FULL
  }

  public Proofs {
    all = List.copyOf(all);
  }

  /// Whether every promise held.
  public boolean hold() {
    return failed().isEmpty();
  }

  /// The first proof that failed.
  public Optional<Proof> failed() {
    return all.stream().filter(proof -> !proof.holds()).findFirst();
  }
}
