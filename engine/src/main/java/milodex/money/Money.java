package milodex.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact amount of US dollars, of any sign; never rounded except for people to read.
///
/// @param amount without trailing zeros, so that equal amounts are equal
public record Money(BigDecimal amount) implements Comparable<Money> {

  public static final Money ZERO = new Money(BigDecimal.ZERO);

  public Money {
    amount = Exact.normal(amount);
  }

  public static Money of(long dollars) {
    return new Money(BigDecimal.valueOf(dollars));
  }

  /// The amount written in `text`, as `toString` writes it.
  ///
  /// @throws IllegalArgumentException if `text` is no decimal number
  public static Money parse(String text) {
    return new Money(Exact.parse(text));
  }

  public Money plus(Money other) {
    return other.isZero() ? this : new Money(amount.add(other.amount));
  }

  public Money minus(Money other) {
    return other.isZero() ? this : new Money(amount.subtract(other.amount));
  }

  public Money times(Fraction fraction) {
    return new Money(amount.multiply(fraction.value()));
  }

  /// This amount for each of `quantity` shares.
  public Money times(Quantity quantity) {
    return new Money(amount.multiply(quantity.shares()));
  }

  public Money negated() {
    return new Money(amount.negate());
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  /// For statistics only; owed and owned amounts stay exact.
  public double toDouble() {
    return amount.doubleValue();
  }

  /// For people: rounded half-even to cents.
  public BigDecimal inCents() {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }

  /// Written out, as is [#hashCode], for a start of the program compares amounts at once.
  @Override
  public boolean equals(Object other) {
    return other instanceof Money money && amount.equals(money.amount);
  }

  @Override
  public int hashCode() {
    return amount.hashCode();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
