package milodex.ledger;

import java.util.List;

/// What is known of the risk gate itself.
public sealed interface RiskFact extends Fact {

  /// The gate was tested on made-up orders: one in order, and one wrong for each reason it knows.
  ///
  /// @param policy SHA-256 of the canonical risk policy it had
  /// @param semantics version of what the facts meant
  /// @param vetoed the reason codes for which it refused, in the order of its table
  /// @param inert the reason codes for which it did not
  /// @param refused why it refused the order in order; empty if it approved it
  record GateTested(
      String policy, int semantics, List<String> vetoed, List<String> inert, List<String> refused)
      implements RiskFact {

    public GateTested {
      vetoed = List.copyOf(vetoed);
      inert = List.copyOf(inert);
      refused = List.copyOf(refused);
    }

    /// Whether the order in order passed and every reason vetoed.
    public boolean holds() {
      return refused.isEmpty() && inert.isEmpty() && !vetoed.isEmpty();
    }
  }
}
