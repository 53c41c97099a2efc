package milodex.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.RiskFact.GateTested;
import milodex.ledger.Semantics;

/// The self-proofs that were recorded: a fold of the ledger, and the only writer of them.
public final class SelfProofLog {

  private static final Set<FactType> KINDS = Set.of(FactType.GATE_TESTED);

  private final Ledger ledger;
  private final List<RecordedProof> proofs = new ArrayList<>();
  private long seen;

  /// Reads what `ledger` holds.
  public SelfProofLog(Ledger ledger) {
    this.ledger = ledger;
    catchUp();
  }

  /// Records what `proof` showed, whether it holds or not; as often as it is made.
  ///
  /// @param policy the limits under which it was made
  /// @return its seq
  public long record(SelfProof proof, RiskPolicy policy, Instant at) {
    GateTested fact = fact(proof, policy);
    while (true) {
      try {
        long seq = ledger.append(at, Draft.of("gate/tested/" + (proofs.size() + 1), fact));
        catchUp();
        return seq;
      } catch (DuplicateKeyException e) {
        catchUp();
      }
    }
  }

  /// Records what `proof` showed unless the newest one showed the same of the same gate.
  ///
  /// @return whether anything was written
  public boolean recordNews(SelfProof proof, RiskPolicy policy, Instant at) {
    boolean told = !proofs.isEmpty() && proofs.getLast().fact().equals(fact(proof, policy));
    if (!told) {
      long _ = record(proof, policy, at);
    }
    return !told;
  }

  /// The newest self-proof of the gate as it is under `policy` now; where there is none, the newest
  /// of any. Empty if none was ever recorded.
  public Optional<RecordedProof> newest(RiskPolicy policy) {
    catchUp();
    return last(proofs.stream().filter(proof -> proof.differences(policy).isEmpty()).toList())
        .or(() -> last(proofs));
  }

  private static GateTested fact(SelfProof proof, RiskPolicy policy) {
    return new GateTested(
        policy.fingerprint(),
        Semantics.VERSION,
        codes(proof, true),
        codes(proof, false),
        proof.baseline());
  }

  private static Optional<RecordedProof> last(List<RecordedProof> proofs) {
    return proofs.isEmpty() ? Optional.empty() : Optional.of(proofs.getLast());
  }

  private static List<String> codes(SelfProof proof, boolean proven) {
    return proof.lines().stream()
        .filter(line -> line.proven() == proven)
        .map(SelfProof.Line::code)
        .toList();
  }

  /// Others may write to the same ledger.
  private void catchUp() {
    ledger.replay(seen, KINDS, this::fold);
  }

  private void fold(Event event) {
    seen = event.seq();
    if (event.fact() instanceof GateTested fact) {
      proofs.add(new RecordedProof(event.seq(), event.at(), fact));
    }
  }
}
