package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import milodex.risk.RiskGate;
import milodex.risk.SelfProof;
import milodex.risk.SelfProofLog;

/// Shows once a session that every check of the gate can veto, through the very gate that judges.
final class GateWatch {

  private final RiskGate gate;
  private final SelfProofLog log;
  private LocalDate proved = LocalDate.MIN;
  private boolean holds;

  /// @param log where a proof is put on record that says something new
  GateWatch(RiskGate gate, SelfProofLog log) {
    this.gate = gate;
    this.log = log;
  }

  /// Whether it holds in `session`, proved when it is asked for the first time.
  boolean holds(LocalDate session, Instant now) {
    if (!session.equals(proved)) {
      SelfProof proof = SelfProof.of(gate);
      holds = proof.holds();
      proved = session;
      log.recordNews(proof, gate.policy(), now);
    }
    return holds;
  }
}
