package milodex.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import milodex.money.Fraction;
import milodex.statistics.Figure;
import milodex.terminal.Cell;
import milodex.terminal.Style;

/// Numbers as people read them; an undefined one shows its reason.
final class Figures {

  private Figures() {}

  static String percent(Figure figure) {
    return shown(figure, "%.2f %%", 100);
  }

  static String percent(Fraction share) {
    return percent(Figure.of(share.toDouble()));
  }

  static String plain(Figure figure) {
    return shown(figure, "%.2f", 1);
  }

  /// Without decimals, rounded up: `1,234`.
  static String whole(Figure figure) {
    return shown(figure.map(Math::ceil), "%,.0f", 1);
  }

  static String dollars(Figure figure) {
    return shown(figure, "%,.2f", 1);
  }

  /// Exact dollars, rounded half-even to cents for the eye.
  static String dollars(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN));
  }

  /// An exact share of one as percent, as short as it can be said: 0.0005 is `0.05 %`.
  static String share(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  /// A commission in words.
  ///
  /// @param perTrade dollars for each fill
  /// @param rate share of a fill's value
  /// @param least the least dollars for a fill
  static String commission(BigDecimal perTrade, BigDecimal rate, BigDecimal least) {
    return perTrade.signum() == 0 && rate.signum() == 0 && least.signum() == 0
        ? "no commission"
        : "commission $%s a fill and %s of its value, at least $%s"
            .formatted(perTrade.toPlainString(), share(rate), least.toPlainString());
  }

  static Cell sharpe(Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> Cell.of(plain(figure), Style.ofSharpe(value));
      case Figure.Undefined _ -> Cell.of(plain(figure), Style.FAINT);
    };
  }

  static Cell drawdown(Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> Cell.of(percent(figure), Style.ofDrawdown(value));
      case Figure.Undefined _ -> Cell.of(percent(figure), Style.FAINT);
    };
  }

  /// The figure with its reason if it has no value, for places with room.
  static String withReason(Figure figure, String shown) {
    return switch (figure) {
      case Figure.Known _ -> shown;
      case Figure.Undefined(String why) -> "undefined (" + why + ")";
    };
  }

  private static String shown(Figure figure, String format, double scale) {
    return switch (figure) {
      case Figure.Known(double value) -> String.format(Locale.ROOT, format, value * scale);
      case Figure.Undefined _ -> "undefined";
    };
  }
}
