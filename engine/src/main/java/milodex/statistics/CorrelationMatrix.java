package milodex.statistics;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/// Pearson's correlations among columns that vary.
final class CorrelationMatrix {

  /// A correlation as near to 1 differs from it by rounding.
  private static final double SAME = 1e-12;

  private final double[][] of;

  private CorrelationMatrix(double[][] of) {
    this.of = of;
  }

  /// Each column must vary; at least one.
  static CorrelationMatrix among(List<double[]> columns) {
    double[][] scaled =
        columns.stream().map(CorrelationMatrix::standardised).toArray(double[][]::new);
    int m = scaled.length;
    double[][] correlations = new double[m][m];
    for (int i = 0; i < m; i++) {
      correlations[i][i] = 1;
      for (int j = 0; j < i; j++) {
        correlations[i][j] = Math.clamp(product(scaled[i], scaled[j]), -1.0, 1.0);
        correlations[j][i] = correlations[i][j];
      }
    }
    return new CorrelationMatrix(correlations);
  }

  int size() {
    return of.length;
  }

  /// The mean of the upper triangle, of at least two columns.
  double average() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += of[i][j];
      }
    }
    return sum / (size() * (size() - 1.0) / 2);
  }

  /// Eigenvalues over their sum; those that are negative by rounding are zero.
  double[] shares() {
    double[] values =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(of)).getEigenvalues();
    return Arrays.stream(values).map(value -> Math.max(0, value) / size()).toArray();
  }

  /// The correlations among the columns numbered `members` only.
  CorrelationMatrix among(int[] members) {
    double[][] part = new double[members.length][members.length];
    for (int i = 0; i < members.length; i++) {
      for (int j = 0; j < members.length; j++) {
        part[i][j] = of[members[i]][members[j]];
      }
    }
    return new CorrelationMatrix(part);
  }

  /// `√((1 − ρ)/2)`: 0 for the same, 1 for the opposite.
  double[][] distances() {
    return Arrays.stream(of)
        .map(row -> Arrays.stream(row).map(CorrelationMatrix::distance).toArray())
        .toArray(double[][]::new);
  }

  private static double distance(double rho) {
    return 1 - rho < SAME ? 0 : Math.sqrt((1 - rho) / 2);
  }

  private static double[] standardised(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    double length = Math.sqrt(Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum());
    return Arrays.stream(column).map(x -> (x - mean) / length).toArray();
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
