package milodex.research;

import java.util.Arrays;
import java.util.List;
import milodex.statistics.Figure;

/// How a candidate's Sharpe ratio fares when one parameter moves a little.
///
/// @param sharpe its own
public record Sensitivity(Figure sharpe, List<Cell> cells) {

  /// A neighbour and its annual Sharpe ratio out of sample.
  public record Cell(String parameter, String from, String to, Figure sharpe) {}

  public Sensitivity {
    cells = List.copyOf(cells);
  }

  /// The median of the neighbours' ratios over its own: near one on a plateau, near zero on a peak.
  ///
  /// A neighbour without a ratio, which never traded, counts as zero.
  public Figure plateau() {
    if (cells.isEmpty()) {
      return Figure.undefined("no parameter is a number");
    }
    return switch (sharpe) {
      case Figure.Undefined none -> none;
      case Figure.Known(double own) when own <= 0 ->
          Figure.undefined("its own Sharpe is not above zero");
      case Figure.Known(double own) -> Figure.of(median() / own);
    };
  }

  private double median() {
    double[] sorted =
        cells.stream()
            .mapToDouble(
                cell ->
                    switch (cell.sharpe()) {
                      case Figure.Known(double value) -> value;
                      case Figure.Undefined _ -> 0;
                    })
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }
}
