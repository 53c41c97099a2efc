package milodex.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import milodex.money.Fraction;
import milodex.money.Money;

/// Amounts and shares as a finding writes them for people.
final class Figures {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 6;

  /// Above it the digits say nothing to a person.
  private static final BigDecimal LARGEST_PERCENT = new BigDecimal("1000000");

  private Figures() {}

  /// `$1234.50`
  static String dollars(Money money) {
    return (money.isNegative() ? "-$" : "$") + money.inCents().abs().toPlainString();
  }

  /// `12.5 %`
  static String percent(Fraction share) {
    return plain(share.value().multiply(HUNDRED)) + " %";
  }

  /// `12.35 %`, or `undefined` where there is nothing to take a share of.
  static String percent(Money part, Money whole) {
    return whole.isPositive() ? percent(part.amount(), whole.amount()) : "undefined";
  }

  /// `12.35 %` of a `whole` above zero.
  static String percent(BigDecimal part, BigDecimal whole) {
    BigDecimal share = part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_EVEN);
    return share.compareTo(LARGEST_PERCENT) > 0
        ? "over " + LARGEST_PERCENT + " %"
        : share.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
