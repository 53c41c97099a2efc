package milodex.statistics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Whether the mean result of closed trades is above zero, by the bootstrap-t (Efron, 1979; Hall,
/// 1988): trades are drawn one by one, which takes them to be independent.
public final class TradeBootstrap {

  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private TradeBootstrap() {}

  /// One-sided p of "the mean is not above 0": `(c + 1)/(B + 1)`, `c` the resamples in which
  /// `(mean* − mean)/(s*/√n)` is at least `mean/(s/√n)`, `s` with divisor n − 1.
  ///
  /// A resample without spread counts if its mean is at least that of the trades. Undefined if
  /// there are fewer than 2 trades or all results are equal.
  ///
  /// @param results of each closed trade, in any unit that is the same for all
  /// @param count B, the resamples, at least 1
  /// @throws IllegalArgumentException if a result is not finite or `count` is below 1
  public static Figure p(double[] results, int count, long seed) {
    if (count < 1) {
      throw new IllegalArgumentException("count is at least 1, not " + count);
    }
    double[] centred = Series.centred(results, "results");
    int n = results.length;
    if (n < 2) {
      return Figure.undefined("fewer than 2 trades");
    }
    if (Series.isConstant(results)) {
      return Figure.undefined("all trades have the same result");
    }
    double squares = 0;
    for (double value : centred) {
      squares += value * value;
    }
    double statistic = Series.mean(results) / Math.sqrt(squares / (n - 1));
    RandomGenerator random = RANDOM.create(seed);
    int above = 0;
    for (int b = 0; b < count; b++) {
      double sum = 0;
      double sumOfSquares = 0;
      for (int i = 0; i < n; i++) {
        double value = centred[random.nextInt(n)];
        sum += value;
        sumOfSquares += value * value;
      }
      double mean = sum / n;
      double spread = Math.sqrt(Math.max(0, sumOfSquares - sum * mean) / (n - 1));
      if (mean >= statistic * spread) {
        above++;
      }
    }
    return Figure.of((above + 1.0) / (count + 1.0));
  }
}
