package milodex.report;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milodex.statistics.Figure;

/// Columns for the script of the page, as JSON of whole numbers and gaps and nothing else.
final class ChartData {

  private final StringJoiner columns = new StringJoiner(",", "{", "}");

  /// @param name a word
  /// @param unit what one stands for is this many in the column
  ChartData with(String name, double unit, Stream<Figure> values) {
    columns.add(
        values
            .map(value -> number(value, unit))
            .collect(Collectors.joining(",", "\"" + name + "\":[", "]")));
    return this;
  }

  Html json() {
    return Html.source(columns.toString());
  }

  private static String number(Figure figure, double unit) {
    return switch (figure) {
      case Figure.Known(double value) -> Long.toString(Math.round(value * unit));
      case Figure.Undefined _ -> "null";
    };
  }
}
