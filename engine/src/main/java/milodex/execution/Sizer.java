package milodex.execution;

import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// Turns a weight into whole shares: the border between a rule's numbers and exact money.
final class Sizer {

  private Sizer() {}

  /// The most whole shares that `weight` of `equity` pays for, slippage and commission included.
  ///
  /// @param observed the price seen now, before slippage
  /// @return zero if not even one share can be paid
  static Quantity shares(Fraction weight, Money equity, Price observed, Costs costs) {
    return costs.affordable(equity.times(weight), observed).whole();
  }
}
