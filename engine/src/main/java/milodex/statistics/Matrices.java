package milodex.statistics;

import java.util.Arrays;

/// Rows of numbers, as callers hand them in.
final class Matrices {

  private Matrices() {}

  /// @throws IllegalArgumentException if rows have different lengths or a number is not finite
  static void requireFinite(String name, double[][] matrix) {
    for (double[] row : matrix) {
      if (row.length != matrix[0].length) {
        throw new IllegalArgumentException(name + " has rows of different lengths");
      }
      requireFinite(name, row);
    }
  }

  /// @throws IllegalArgumentException if a number is not finite
  static void requireFinite(String name, double[] row) {
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(name + " are finite numbers, not " + value);
      }
    }
  }

  /// One column of `values`.
  static double[][] column(double[] values) {
    return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
  }

  /// All rows, one after the other.
  static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }
}
