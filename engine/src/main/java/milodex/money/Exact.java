package milodex.money;

import java.math.BigDecimal;

/// What all exact numbers share: one form for one value.
final class Exact {

  private Exact() {}

  static BigDecimal normal(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  static BigDecimal parse(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a decimal number", e);
    }
  }
}
