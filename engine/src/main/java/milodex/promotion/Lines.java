package milodex.promotion;

import java.util.Locale;
import java.util.function.DoublePredicate;
import milodex.promotion.Requirement.Kind;
import milodex.statistics.Figure;

/// Requirements made from figures and thresholds: a figure that is undefined is missing.
final class Lines {

  private Lines() {}

  /// @param format of both numbers: `%.2f`
  static Requirement atLeast(Kind kind, String title, Figure figure, double least, String format) {
    return line(kind, title, figure, bound("≥", format, least), format, at -> at >= least);
  }

  static Requirement atMost(Kind kind, String title, Figure figure, double most, String format) {
    return line(kind, title, figure, bound("≤", format, most), format, at -> at <= most);
  }

  static Requirement above(Kind kind, String title, Figure figure, double floor, String format) {
    return line(kind, title, figure, bound(">", format, floor), format, at -> at > floor);
  }

  static Requirement count(Kind kind, String title, int count, int least) {
    return Requirement.of(kind, title, count >= least, "≥ " + least, Integer.toString(count));
  }

  private static Requirement line(
      Kind kind,
      String title,
      Figure figure,
      String required,
      String format,
      DoublePredicate holds) {
    return Requirement.of(kind, title, figure, required, holds, value -> text(format, value));
  }

  /// `≥ 0.50`, and of a number with a name `p ≤ 0.160`.
  private static String bound(String sign, String format, double value) {
    int number = format.indexOf('%');
    return format.substring(0, number) + sign + " " + text(format.substring(number), value);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, format.endsWith("%%") ? 100 * value : value);
  }
}
