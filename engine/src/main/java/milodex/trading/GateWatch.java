package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import milodex.market.ExchangeCalendar;
import milodex.risk.RiskGate;
import milodex.risk.SelfProof;
import milodex.risk.SelfProofLog;

/// Shows that every check of the gate can veto, through the very gate that judges: in the first
/// session of a process, and again whenever so many sessions have passed.
final class GateWatch {

  private final RiskGate gate;
  private final SelfProofLog log;
  private final int every;
  private LocalDate proved = LocalDate.MIN;
  private boolean holds;

  /// @param log where a proof is put on record that says something new
  /// @param every so many sessions, at least 1
  GateWatch(RiskGate gate, SelfProofLog log, int every) {
    if (every < 1) {
      throw new IllegalArgumentException("every is " + every + "; at least 1");
    }
    this.gate = gate;
    this.log = log;
    this.every = every;
  }

  /// Whether it holds in `session`.
  boolean holds(LocalDate session, Instant now) {
    if (isDue(session)) {
      SelfProof proof = SelfProof.of(gate);
      holds = proof.holds();
      proved = session;
      log.recordNews(proof, gate.policy(), now);
    }
    return holds;
  }

  private boolean isDue(LocalDate session) {
    return proved.equals(LocalDate.MIN)
        || ExchangeCalendar.nyse().sessionsBetween(proved, session) >= every;
  }
}
