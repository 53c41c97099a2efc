package milodex.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import milodex.money.Money;
import milodex.money.Quantity;

/// What is left of one purchase.
///
/// A lot keeps what its shares cost and not a price of each: a price divided by a split ratio may
/// have no end, a cost needs no division.
///
/// @param quantity in shares of today, splits applied
/// @param cost exact dollars paid for `quantity`, without the fee
public record Lot(Entry entry, Quantity quantity, Money cost) {

  /// The finest a price (six decimals) times a quantity (nine) can be.
  private static final int COST_SCALE = 15;

  /// This lot without its first `sold` shares and their part of the cost.
  ///
  /// A part without an end is rounded; what is sold and what is left always add up to the whole.
  Lot minus(Quantity sold) {
    BigDecimal part =
        cost.amount()
            .multiply(sold.shares())
            .divide(quantity.shares(), COST_SCALE, RoundingMode.HALF_EVEN);
    return new Lot(entry, quantity.minus(sold), cost.minus(new Money(part)));
  }
}
