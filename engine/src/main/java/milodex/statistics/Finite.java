package milodex.statistics;

/// What a caller must hand in, checked: numbers that are numbers.
final class Finite {

  private Finite() {}

  /// The values, if all are finite.
  static double[] all(String argument, double[] values) {
    for (double value : values) {
      number(argument, value);
    }
    return values;
  }

  static double number(String argument, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(argument + " is finite, not " + value);
    }
    return value;
  }

  static double positive(String argument, double value) {
    if (!(number(argument, value) > 0)) {
      throw new IllegalArgumentException(argument + " is above 0, not " + value);
    }
    return value;
  }

  /// A probability strictly between 0 and 1.
  static double probability(String argument, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(argument + " is between 0 and 1, not " + value);
    }
    return value;
  }

  /// A computed value, or undefined where doubles cannot hold it.
  static Figure figure(double value) {
    return Double.isFinite(value)
        ? Figure.of(value)
        : Figure.undefined("the numbers are too large or too small to compute with");
  }
}
