package milodex.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
    Money budget = equity.times(weight);
    if (!budget.isPositive()) {
      return Quantity.ZERO;
    }
    Price price = costs.bought(observed);
    BigDecimal whole = budget.amount().divide(price.value(), 0, RoundingMode.DOWN);
    Quantity shares = new Quantity(whole);
    while (!shares.isZero() && cost(price, shares, costs).compareTo(budget) > 0) {
      shares = fewer(shares, price, budget, costs);
    }
    return shares;
  }

  private static Money cost(Price price, Quantity shares, Costs costs) {
    Money value = price.times(shares);
    return value.plus(costs.commission(value));
  }

  /// At least one share less: as many less as the overdraft pays for.
  private static Quantity fewer(Quantity shares, Price price, Money budget, Costs costs) {
    BigDecimal over = cost(price, shares, costs).minus(budget).amount();
    BigDecimal excess = over.divide(price.value(), 0, RoundingMode.UP).max(BigDecimal.ONE);
    return shares.shares().compareTo(excess) <= 0
        ? Quantity.ZERO
        : new Quantity(shares.shares().subtract(excess));
  }
}
