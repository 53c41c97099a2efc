package milodex.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What all exact numbers share: one form for one value.
final class Exact {

  private Exact() {}

  static BigDecimal normal(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /// The same, rounded where it has more decimals than `scale`.
  static BigDecimal normal(BigDecimal value, int scale, RoundingMode rounding) {
    return normal(value.scale() > scale ? value.setScale(scale, rounding) : value);
  }

  static BigDecimal parse(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a decimal number", e);
    }
  }
}
