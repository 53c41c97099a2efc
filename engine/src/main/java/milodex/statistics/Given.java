package milodex.statistics;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import milodex.statistics.Figure.Known;
import milodex.statistics.Figure.Undefined;

/// Inference from figures that may be undefined: the first undefined one is the answer.
final class Given {

  private Given() {}

  static Figure known(Figure figure, DoubleFunction<Figure> then) {
    return switch (figure) {
      case Known(double value) -> then.apply(value);
      case Undefined undefined -> undefined;
    };
  }

  static Figure both(Figure first, Figure second, DoubleBinaryOperator then) {
    return known(first, a -> second.map(b -> then.applyAsDouble(a, b)));
  }
}
