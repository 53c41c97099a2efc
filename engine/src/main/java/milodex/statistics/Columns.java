package milodex.statistics;

import java.util.Arrays;
import java.util.List;

/// The columns of a matrix of returns, a row for each bar.
final class Columns {

  private Columns() {}

  /// @throws IllegalArgumentException if there is no column, rows differ in length, or a return is
  ///     not a number
  static double[][] of(double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new IllegalArgumentException("trials has no column, and must have at least one");
    }
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns.length) {
        throw new IllegalArgumentException(
            "trials[%d] has %d columns, and must have %d"
                .formatted(i, rows[i].length, columns.length));
      }
      Argument.finite(rows[i], "trials[" + i + "]");
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  /// The columns that vary, in order.
  static List<double[]> varying(double[][] columns) {
    return Arrays.stream(columns).filter(Columns::varies).toList();
  }

  static boolean varies(double[] column) {
    return Moments.of(column).deviation().isPositive();
  }
}
