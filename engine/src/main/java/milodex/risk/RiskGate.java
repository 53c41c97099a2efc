package milodex.risk;

/// The veto: runs every check on every proposal, and alone makes approved orders.
public final class RiskGate {

  private final RiskPolicy policy;

  public RiskGate(RiskPolicy policy) {
    this.policy = policy;
  }

  /// The limits in force.
  public RiskPolicy policy() {
    return policy;
  }
}
