package milodex.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact share of something: 0.08 is eight percent. May be negative or above one.
///
/// @param value without trailing zeros
public record Fraction(BigDecimal value) implements Comparable<Fraction> {

  public static final Fraction ZERO = new Fraction(BigDecimal.ZERO);
  public static final Fraction ONE = new Fraction(BigDecimal.ONE);

  public Fraction {
    value = Exact.normal(value);
  }

  /// The fraction written in `text`, as `toString` writes it.
  ///
  /// @throws IllegalArgumentException if `text` is no decimal number
  public static Fraction parse(String text) {
    return new Fraction(Exact.parse(text));
  }

  /// The fraction nearest to a rule's weight.
  public static Fraction of(double value) {
    return new Fraction(BigDecimal.valueOf(value));
  }

  public Fraction plus(Fraction other) {
    return new Fraction(value.add(other.value));
  }

  public Fraction minus(Fraction other) {
    return new Fraction(value.subtract(other.value));
  }

  /// The whole of which `part` is this fraction, rounded half-even to cents.
  ///
  /// @throws ArithmeticException if this fraction is zero
  public Money whole(Money part) {
    return new Money(part.amount().divide(value, 2, RoundingMode.HALF_EVEN));
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  public double toDouble() {
    return value.doubleValue();
  }

  @Override
  public int compareTo(Fraction other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
