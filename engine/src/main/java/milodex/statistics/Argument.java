package milodex.statistics;

/// What a caller may not hand in: numbers that are none, and numbers out of their range.
final class Argument {

  /// Nothing measured is as large; beyond it, squares overflow.
  private static final double LARGEST = 1e100;

  private Argument() {}

  static double[] finite(double[] values, String name) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) {
        throw new IllegalArgumentException(
            name + "[" + i + "] is " + values[i] + ", and must be a number within 1e100");
      }
    }
    return values;
  }

  static double finite(double value, String name) {
    require(Math.abs(value) <= LARGEST, name, value, "a number within 1e100");
    return value;
  }

  /// Strictly between 0 and 1.
  static double fraction(double value, String name) {
    require(value > 0 && value < 1, name, value, "above 0 and below 1");
    return value;
  }

  /// From 0 to 1, both included.
  static double probability(double value, String name) {
    require(value >= 0 && value <= 1, name, value, "from 0 to 1");
    return value;
  }

  static double[] probabilities(double[] values, String name) {
    for (int i = 0; i < values.length; i++) {
      probability(values[i], name + "[" + i + "]");
    }
    return values;
  }

  static double positive(double value, String name) {
    require(value > 0 && value <= LARGEST, name, value, "above 0");
    return value;
  }

  /// At least one; need not be whole.
  static double trials(double value, String name) {
    require(value >= 1 && value <= LARGEST, name, value, "at least 1");
    return value;
  }

  static int atLeast(int least, int value, String name) {
    require(value >= least, name, value, "at least " + least);
    return value;
  }

  /// A correlation that a stationary series can have with its own past.
  static double autocorrelation(double value, String name) {
    require(value > -1 && value < 1, name, value, "above -1 and below 1");
    return value;
  }

  private static void require(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + ", and must be " + range);
    }
  }
}
