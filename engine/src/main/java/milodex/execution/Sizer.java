package milodex.execution;

import milodex.ledger.Intent;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// Turns a wish into whole shares: the border between a rule's numbers and exact money.
final class Sizer {

  private Sizer() {}

  /// The dollars that `intent` may spend: its fixed amount, else its share of `equity`.
  static Money budget(Intent intent, Money equity) {
    return intent.amount().orElseGet(() -> equity.times(intent.weight()));
  }

  /// The most whole shares that `budget` pays for, slippage and commission included.
  ///
  /// @param observed the price seen now, before slippage
  /// @return zero if not even one share can be paid
  static Quantity shares(Money budget, Price observed, Costs costs) {
    return costs.affordable(budget, observed).whole();
  }
}
