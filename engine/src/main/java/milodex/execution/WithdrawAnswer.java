package milodex.execution;

import milodex.ledger.ClientOrderId;
import milodex.ledger.Fact;
import milodex.ledger.Intent;

/// What became of the operator's asking for a wish to be withdrawn.
public sealed interface WithdrawAnswer {

  /// The wish that was meant.
  Intent wish();

  /// It waits no more, and no order of it will ever leave.
  record Withdrawn(Intent wish) implements WithdrawAnswer {}

  /// It had ended without an order, by an earlier withdrawal or otherwise; nothing was written.
  record Over(Intent wish, Fact.IntentClosed end) implements WithdrawAnswer {

    /// Whether it had been withdrawn.
    public boolean isWithdrawn() {
      return end.outcome() == Fact.IntentClosed.Outcome.WITHDRAWN;
    }
  }

  /// It had become an order, which only the broker can cancel; nothing was written.
  record Ordered(Intent wish, ClientOrderId order) implements WithdrawAnswer {}

  /// A rule wished it, and the operator's word ends only his own; nothing was written.
  record OfRule(Intent wish) implements WithdrawAnswer {}
}
