package milodex.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Dollars for one share, above zero, to a millionth of a dollar.
///
/// @param value at most six decimals, without trailing zeros
public record Price(BigDecimal value) implements Comparable<Price> {

  private static final int SCALE = 6;

  /// Rounds half-even to six decimals.
  ///
  /// @throws IllegalArgumentException if nothing above zero is left
  public Price {
    value = Exact.normal(value, SCALE, RoundingMode.HALF_EVEN);
    if (value.signum() <= 0) {
      throw new IllegalArgumentException("a price is above zero, not " + value);
    }
  }

  /// The price nearest to a bar's field.
  ///
  /// @throws IllegalArgumentException if `dollars` is not finite or not above zero
  public static Price of(double dollars) {
    if (!Double.isFinite(dollars)) {
      throw new IllegalArgumentException("a price is a finite number, not " + dollars);
    }
    return new Price(BigDecimal.valueOf(dollars));
  }

  /// The price written in `text`, as `toString` writes it.
  ///
  /// @throws IllegalArgumentException if `text` is no decimal number above zero
  public static Price parse(String text) {
    return new Price(Exact.parse(text));
  }

  /// This price moved up by a share of itself.
  public Price plus(Fraction share) {
    return new Price(value.add(value.multiply(share.value())));
  }

  /// This price moved down by a share of itself.
  public Price minus(Fraction share) {
    return new Price(value.subtract(value.multiply(share.value())));
  }

  public Money times(Quantity quantity) {
    return new Money(value.multiply(quantity.shares()));
  }

  public double toDouble() {
    return value.doubleValue();
  }

  @Override
  public int compareTo(Price other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
