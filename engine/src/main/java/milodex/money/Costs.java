package milodex.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a fill costs beyond the price observed.
///
/// @param slippageRate share of the price lost on each side, in `[0, 1)`
/// @param commissionPerTrade dollars for each fill
/// @param commissionRate share of a fill's value
/// @param minCommission the least dollars for a fill, if any commission is charged at all
public record Costs(
    Fraction slippageRate, Money commissionPerTrade, Fraction commissionRate, Money minCommission) {

  /// @throws IllegalArgumentException if a cost is negative or slippage eats the whole price
  public Costs {
    if (slippageRate.compareTo(Fraction.ZERO) < 0 || slippageRate.compareTo(Fraction.ONE) >= 0) {
      throw new IllegalArgumentException("slippage lies in [0, 1), not " + slippageRate);
    }
    if (commissionPerTrade.isNegative()
        || commissionRate.compareTo(Fraction.ZERO) < 0
        || minCommission.isNegative()) {
      throw new IllegalArgumentException("a commission is not negative");
    }
  }

  /// Slippage only.
  public static Costs slippage(Fraction rate) {
    return new Costs(rate, Money.ZERO, Fraction.ZERO, Money.ZERO);
  }

  /// The dearer of both in every part, so that neither is ever charged too little.
  public Costs dearer(Costs other) {
    return new Costs(
        dearer(slippageRate, other.slippageRate),
        dearer(commissionPerTrade, other.commissionPerTrade),
        dearer(commissionRate, other.commissionRate),
        dearer(minCommission, other.minCommission));
  }

  private static <T extends Comparable<T>> T dearer(T one, T other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /// The price a buyer pays when `observed` is shown.
  public Price bought(Price observed) {
    return observed.plus(slippageRate);
  }

  /// The price a seller gets when `observed` is shown.
  public Price sold(Price observed) {
    return observed.minus(slippageRate);
  }

  /// The most shares, to a billionth, that `money` pays for when `observed` is shown.
  ///
  /// The commission is the larger of a floor and a line in the value, so the most shares that can
  /// be paid for are the smaller of what either leaves.
  public Quantity affordable(Money money, Price observed) {
    BigDecimal price = bought(observed).value();
    BigDecimal withRate = price.multiply(BigDecimal.ONE.add(commissionRate.value()));
    return quotient(money.minus(minCommission), price)
        .min(quotient(money.minus(commissionPerTrade), withRate));
  }

  /// The commission on a fill of this value.
  public Money commission(Money value) {
    Money asked = commissionPerTrade.plus(value.times(commissionRate));
    if (asked.isZero()) {
      return minCommission;
    }
    return asked.compareTo(minCommission) < 0 ? minCommission : asked;
  }

  private static Quantity quotient(Money money, BigDecimal perShare) {
    return money.isPositive()
        ? new Quantity(money.amount().divide(perShare, Quantity.SCALE, RoundingMode.DOWN))
        : Quantity.ZERO;
  }
}
