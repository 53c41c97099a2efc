package milodex.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// Reads the fields of a CSV row: plain, unquoted, nothing forgiven.
final class CsvText {

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /// A field that is not what it should be.
  static final class BrokenFieldException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenFieldException(String says) {
      super(says);
    }
  }

  private CsvText() {}

  /// A finite decimal number: digits, at most one point, an exponent if need be.
  static double number(String field, String text) throws BrokenFieldException {
    long digits = 0;
    int count = 0;
    int decimals = -1;
    int start = text.startsWith("-") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        decimals += decimals < 0 ? 0 : 1;
        count++;
      } else {
        return unusual(field, text);
      }
      if (count > EXACT_DIGITS) {
        return unusual(field, text);
      }
    }
    if (count == 0) {
      throw new BrokenFieldException(field + " '" + text + "' is not a number");
    }
    double magnitude = digits / POWERS_OF_TEN[Math.max(0, decimals)];
    return start == 1 ? 0.0 - magnitude : magnitude;
  }

  /// A date `YYYY-MM-DD` as an epoch day.
  static int day(String text) throws BrokenFieldException {
    if (!DATE.matcher(text).matches()) {
      throw new BrokenFieldException("'" + text + "' is not a date YYYY-MM-DD");
    }
    try {
      return Math.toIntExact(LocalDate.parse(text).toEpochDay());
    } catch (DateTimeException e) {
      throw new BrokenFieldException("'" + text + "' is not a day of the calendar");
    }
  }

  /// Long, signed or exponential numbers, and what is none.
  private static double unusual(String field, String text) throws BrokenFieldException {
    if (!NUMBER.matcher(text).matches()) {
      boolean known = NOT_FINITE.matcher(text).matches();
      throw new BrokenFieldException(
          field + " '" + text + (known ? "' is not finite" : "' is not a number"));
    }
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw new BrokenFieldException(field + " '" + text + "' is not finite");
    }
    return value;
  }
}
