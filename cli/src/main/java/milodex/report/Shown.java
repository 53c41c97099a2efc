package milodex.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import milodex.statistics.Figure;

/// Numbers as the page sets them: a real minus sign, a unit that stays with its number, and the
/// reason where there is no number.
final class Shown {

  /// The narrow space that never breaks.
  private static final char SPACE = '\u202f';

  private static final char MINUS = '\u2212';

  private Shown() {}

  static Html percent(Figure figure) {
    return figure(figure, "%,.2f" + SPACE + "%%", 100);
  }

  static Html plain(Figure figure) {
    return figure(figure, "%,.2f", 1);
  }

  static Html dollars(Figure figure) {
    return figure(figure, "$%,.2f", 1);
  }

  /// Dollars without cents, for what is only an estimate.
  static Html wholeDollars(Figure figure) {
    return figure(figure, "$%,.0f", 1);
  }

  /// Exact dollars, rounded half-even to cents for the eye.
  static String dollars(BigDecimal amount) {
    return signed("$%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN).doubleValue());
  }

  /// A share of one in percent with as many decimals as asked for.
  static String percent(double share, int decimals) {
    return signed("%,." + decimals + "f" + SPACE + "%%", share * 100);
  }

  /// A number alone, for a column whose caption names its unit.
  static String bare(double value, int decimals) {
    return signed("%,." + decimals + "f", value);
  }

  /// An exact share of one as percent, as short as it can be said: 0.0005 is `0.05 %`.
  static String share(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + SPACE + "%";
  }

  /// A share of one in basis points, hundredths of a percent.
  static String basisPoints(double share) {
    return signed("%,.1f" + SPACE + "bps", share * 10_000);
  }

  static String count(long number) {
    return signed("%,.0f", (double) number);
  }

  /// A number as a file writes it.
  static String signed(String number) {
    return number.replace('-', MINUS);
  }

  /// A name of the code as words: `max_hold` is "max hold".
  static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// A long name that may break after its dots and underscores.
  static Html name(String name) {
    return Html.each(
        List.of(name.splitWithDelimiters("[._]", 0)),
        part -> part.matches("[._]") ? Html.of("{}<wbr>", part) : Html.text(part));
  }

  private static Html figure(Figure figure, String format, double scale) {
    return switch (figure) {
      case Figure.Known(double value) -> Html.text(signed(format, value * scale));
      case Figure.Undefined(String why) -> undefined(why);
    };
  }

  static Html undefined(String why) {
    return Html.of(
        "<span class=\"undefined\">undefined <span class=\"why\">({})</span></span>", why);
  }

  /// The sign stands before the dollar, and nothing is minus zero.
  private static String signed(String format, double value) {
    String size = String.format(Locale.ROOT, format, Math.abs(value));
    boolean zero = size.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value < 0 && !zero ? MINUS + size : size;
  }
}
