package milodex.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.ledger.RiskFact.GateTested;
import milodex.ledger.Semantics;

/// A self-proof of the gate as the ledger keeps it.
///
/// @param seq where it stands in the ledger
/// @param at when it was made
/// @param fact what it showed
public record RecordedProof(long seq, Instant at, GateTested fact) {

  /// Why it does not show that the gate can veto as it is under `policy` now; empty if it does.
  public Optional<String> doubt(RiskPolicy policy) {
    List<String> doubts = new ArrayList<>(differences(policy));
    if (!fact.inert().isEmpty()) {
      doubts.add("it found inert: " + String.join(", ", fact.inert()));
    }
    if (!fact.refused().isEmpty()) {
      doubts.add("an order in order was refused: " + String.join(", ", fact.refused()));
    }
    return doubts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", doubts));
  }

  /// In what the gate it was made of differs from the one under `policy` now; empty if in nothing.
  List<String> differences(RiskPolicy policy) {
    List<String> differences = new ArrayList<>();
    if (!fact.policy().equals(policy.fingerprint())) {
      differences.add(
          "the risk policy was %s and is %s now"
              .formatted(brief(fact.policy()), brief(policy.fingerprint())));
    }
    if (fact.semantics() != Semantics.VERSION) {
      differences.add(
          "the engine's semantics were %d and are %d now"
              .formatted(fact.semantics(), Semantics.VERSION));
    }
    Set<String> then = new HashSet<>(fact.vetoed());
    then.addAll(fact.inert());
    List<String> untested =
        Wrong.all().stream().map(Wrong::code).filter(code -> !then.contains(code)).toList();
    if (!untested.isEmpty()) {
      differences.add("it did not test " + String.join(", ", untested));
    }
    return differences;
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
