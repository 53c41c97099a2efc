package milodex.statistics;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/// A number of a report: known, or undefined with the reason. Never NaN and never a zero instead.
public sealed interface Figure {

  /// A finite number.
  record Known(double value) implements Figure {

    /// @throws IllegalArgumentException if `value` is not finite
    public Known {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a known figure is finite, not " + value);
      }
    }
  }

  /// No number, and why: `no trades`.
  record Undefined(String why) implements Figure {}

  static Figure of(double value) {
    return new Known(value);
  }

  static Figure undefined(String why) {
    return new Undefined(why);
  }

  /// `numerator / denominator`, or undefined for the reason `why` if the denominator is zero.
  static Figure ratio(double numerator, double denominator, String why) {
    return denominator == 0 ? undefined(why) : of(numerator / denominator);
  }

  /// The values of the figures that have one, in order.
  static double[] known(Stream<Figure> figures) {
    return figures
        .filter(Known.class::isInstance)
        .map(Known.class::cast)
        .mapToDouble(Known::value)
        .toArray();
  }

  /// This number changed by `change`; an undefined one stays as it is.
  default Figure map(DoubleUnaryOperator change) {
    return switch (this) {
      case Known(double value) -> of(change.applyAsDouble(value));
      case Undefined undefined -> undefined;
    };
  }

  /// Whether it is known and above zero.
  default boolean isPositive() {
    return switch (this) {
      case Known(double value) -> value > 0;
      case Undefined _ -> false;
    };
  }
}
