package milodex.statistics;

import java.util.Arrays;

/// Whether choosing the best trial in sample beats choosing any trial blindly, out of sample.
///
/// Compares the distribution F of the chosen trials' out-of-sample metric with the distribution G
/// of all trials' (Bailey, Borwein, López de Prado and Zhu, 2017). The choice dominates in an order
/// when its gap is zero.
///
/// @param firstOrderGap the largest F(x) − G(x) of any x, from 0 to 1
/// @param secondOrderGap the largest of any x of the integral of F − G up to x, zero or more, in
///     units of the metric
public record Dominance(Figure firstOrderGap, Figure secondOrderGap) {

  /// Both orders without a number, for the reason `why`.
  static Dominance undefined(String why) {
    return new Dominance(Figure.undefined(why), Figure.undefined(why));
  }

  /// Compares `chosen` with `pooled`. A metric that is not finite is taken as the lowest finite one
  /// of the pool.
  static Dominance between(double[] chosen, double[] pooled) {
    double lowest = Arrays.stream(pooled).filter(Double::isFinite).min().orElse(Double.NaN);
    if (Double.isNaN(lowest)) {
      return undefined("no trial varies out of sample");
    }
    return compare(sorted(chosen, lowest), sorted(pooled, lowest));
  }

  private static double[] sorted(double[] values, double lowest) {
    double[] sorted = values.clone();
    Arrays.setAll(sorted, at -> Math.max(sorted[at], lowest));
    Arrays.sort(sorted);
    return sorted;
  }

  private static Dominance compare(double[] chosen, double[] pooled) {
    double firstGap = 0;
    double secondGap = 0;
    double integral = 0;
    double before = pooled[0];
    int below = 0;
    int pooledBelow = 0;
    while (below < chosen.length || pooledBelow < pooled.length) {
      double at = Math.min(value(chosen, below), value(pooled, pooledBelow));
      integral += gap(below, chosen, pooledBelow, pooled) * (at - before);
      secondGap = Math.max(secondGap, integral);
      below = past(chosen, below, at);
      pooledBelow = past(pooled, pooledBelow, at);
      firstGap = Math.max(firstGap, gap(below, chosen, pooledBelow, pooled));
      before = at;
    }
    return new Dominance(Figure.of(firstGap), Figure.of(secondGap));
  }

  private static double value(double[] sorted, int at) {
    return at < sorted.length ? sorted[at] : Double.POSITIVE_INFINITY;
  }

  private static int past(double[] sorted, int from, double value) {
    int at = from;
    while (at < sorted.length && sorted[at] <= value) {
      at++;
    }
    return at;
  }

  private static double gap(int below, double[] chosen, int pooledBelow, double[] pooled) {
    return (double) below / chosen.length - (double) pooledBelow / pooled.length;
  }
}
