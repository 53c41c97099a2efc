package milodex.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Adjustments of p-values for having made several tests.
///
/// Each takes p-values in any order and returns the adjusted ones in the same order, from 0 to 1;
/// equal ones stay equal. None makes none. A p-value outside 0 to 1 is an IllegalArgumentException.
public final class MultipleTesting {

  private MultipleTesting() {}

  /// `m·p` (Bonferroni): controls the probability of one false rejection or more.
  public static double[] bonferroni(double[] p) {
    Argument.probabilities(p, "p");
    return Arrays.stream(p).map(value -> Math.min(1, p.length * value)).toArray();
  }

  /// `max_{j≤i} (m − j + 1)·p_(j)` (Holm, 1979): controls the same, and rejects no less.
  public static double[] holm(double[] p) {
    return adjusted(p, MultipleTesting::holmSorted);
  }

  /// `min_{j≥i} m/j·p_(j)` (Benjamini and Hochberg, 1995): controls the expected share of false
  /// rejections among independent or positively dependent tests.
  public static double[] benjaminiHochberg(double[] p) {
    return adjusted(p, sorted -> stepUp(sorted, 1));
  }

  /// `min_{j≥i} m·c(m)/j·p_(j)`, `c(m) = Σ 1/j` (Benjamini and Yekutieli, 2001): controls the same
  /// under any dependence. The largest p-value is multiplied by c(m) too, as in R; the recursion of
  /// Harvey and Liu (2015) leaves it alone.
  public static double[] benjaminiYekutieli(double[] p) {
    return adjusted(p, MultipleTesting::yekutieliSorted);
  }

  /// The p-value of a conjunction, `max p`: where every test must pass, no correction is due
  /// (intersection-union test; Berger, 1982). Undefined without a test.
  public static Figure conjunction(double[] p) {
    Argument.probabilities(p, "p");
    return p.length == 0
        ? Figure.undefined("no test was made")
        : Figure.of(Arrays.stream(p).max().orElseThrow());
  }

  /// Holm's adjustment of p-values that ascend.
  static double[] holmSorted(double[] sorted) {
    double[] adjusted = new double[sorted.length];
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      largest = Math.max(largest, (sorted.length - i) * sorted[i]);
      adjusted[i] = Math.min(1, largest);
    }
    return adjusted;
  }

  /// Benjamini's and Yekutieli's adjustment of p-values that ascend.
  static double[] yekutieliSorted(double[] sorted) {
    return stepUp(sorted, harmonic(sorted.length));
  }

  /// `Σ_{j≤m} 1/j`.
  static double harmonic(int m) {
    return IntStream.rangeClosed(1, m).mapToDouble(j -> 1.0 / j).sum();
  }

  private static double[] stepUp(double[] sorted, double factor) {
    int m = sorted.length;
    double[] adjusted = new double[m];
    double smallest = 1;
    for (int i = m - 1; i >= 0; i--) {
      smallest = Math.min(smallest, m * factor / (i + 1) * sorted[i]);
      adjusted[i] = smallest;
    }
    return adjusted;
  }

  private static double[] adjusted(double[] p, UnaryOperator<double[]> ofSorted) {
    Argument.probabilities(p, "p");
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = ofSorted.apply(Arrays.stream(order).mapToDouble(i -> p[i]).toArray());
    double[] adjusted = new double[p.length];
    for (int i = 0; i < order.length; i++) {
      adjusted[order[i]] = sorted[i];
    }
    return adjusted;
  }
}
