package milodex.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A number of shares, never negative, to a billionth of a share.
///
/// @param shares at most nine decimals, without trailing zeros
public record Quantity(BigDecimal shares) implements Comparable<Quantity> {

  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);
  static final int SCALE = 9;

  /// Rounds down to nine decimals.
  ///
  /// @throws IllegalArgumentException if negative
  public Quantity {
    if (shares.signum() < 0) {
      throw new IllegalArgumentException("a quantity is not negative: " + shares);
    }
    shares = Exact.normal(shares, SCALE, RoundingMode.DOWN);
  }

  public static Quantity of(long shares) {
    return new Quantity(BigDecimal.valueOf(shares));
  }

  /// The quantity written in `text`, as `toString` writes it.
  ///
  /// @throws IllegalArgumentException if `text` is no decimal number, or negative
  public static Quantity parse(String text) {
    return new Quantity(Exact.parse(text));
  }

  public Quantity plus(Quantity other) {
    return isZero() ? other : new Quantity(shares.add(other.shares));
  }

  /// Takes `other` away.
  ///
  /// @throws IllegalArgumentException if more is taken than there is
  public Quantity minus(Quantity other) {
    return new Quantity(shares.subtract(other.shares));
  }

  public Quantity min(Quantity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /// Rounds half-even to nine decimals, so that 300 shares of a one-for-three split are 100 even
  /// though 0.3333333333333333 is a little less than a third.
  ///
  /// @throws IllegalArgumentException if `ratio` is negative and there are shares
  public Quantity times(BigDecimal ratio) {
    return new Quantity(shares.multiply(ratio).setScale(SCALE, RoundingMode.HALF_EVEN));
  }

  /// The whole shares in it.
  public Quantity whole() {
    return new Quantity(shares.setScale(0, RoundingMode.DOWN));
  }

  public boolean isZero() {
    return shares.signum() == 0;
  }

  public double toDouble() {
    return shares.doubleValue();
  }

  /// Written out, as is [#hashCode], for a start of the program compares quantities at once.
  @Override
  public boolean equals(Object other) {
    return other instanceof Quantity quantity && shares.equals(quantity.shares);
  }

  @Override
  public int hashCode() {
    return shares.hashCode();
  }

  @Override
  public int compareTo(Quantity other) {
    return shares.compareTo(other.shares);
  }

  @Override
  public String toString() {
    return shares.toPlainString();
  }
}
