package milodex.statistics;

import java.util.random.RandomGenerator;

/// The stationary bootstrap of Politis and Romano (1994): blocks of a series with geometric
/// lengths, each begun anywhere with the same probability, the last value followed by the first.
public final class StationaryBootstrap {

  private StationaryBootstrap() {}

  /// One path of indices, from stated uniforms: step `t` begins a block at `⌊start[t]·T⌋` if
  /// `jump[t] < 1/meanBlock` or `t` is 0, and else goes on to the next index, modulo T.
  ///
  /// @param start uniforms in [0, 1), T of them
  /// @param jump uniforms in [0, 1), T of them
  /// @return T indices from 0 to T − 1
  /// @throws IllegalArgumentException if the arrays differ in length, a number is not in [0, 1) or
  ///     `meanBlock` is below 1
  public static int[] path(double[] start, double[] jump, double meanBlock) {
    requireBlock(meanBlock);
    if (start.length != jump.length) {
      throw new IllegalArgumentException("start and jump differ in length");
    }
    int length = start.length;
    int[] path = new int[length];
    for (int t = 0; t < length; t++) {
      if (!isUniform(start[t]) || !isUniform(jump[t])) {
        throw new IllegalArgumentException("start and jump are in [0, 1), but not at " + t);
      }
      boolean begins = t == 0 || jump[t] < 1 / meanBlock;
      path[t] = begins ? (int) (start[t] * length) : (path[t - 1] + 1) % length;
    }
    return path;
  }

  /// `ω²`, the exact variance of the bootstrap mean times T, over all resamples there could be:
  /// `c_0 + 2 Σ k_i·c_i`, `c_i` the autocovariances with divisor T and
  /// `k_i = (1 − i/T)(1 − p)^i + (i/T)(1 − p)^(T − i)`, `p = 1/meanBlock` (Politis and Romano,
  /// 1994). In time linear in T.
  ///
  /// Undefined if there are fewer than 2 values; 0 if all are equal.
  ///
  /// @throws IllegalArgumentException if a value is not finite or `meanBlock` is below 1
  public static Figure longRunVariance(double[] series, double meanBlock) {
    requireBlock(meanBlock);
    double[] centred = Series.centred(series, "series");
    return series.length < 2
        ? Figure.undefined("fewer than 2 observations")
        : Figure.of(varianceOfCentred(centred, meanBlock));
  }

  /// The exact standard error of the bootstrap mean, `√(ω²/T)`; see [#longRunVariance].
  ///
  /// @throws IllegalArgumentException if a value is not finite or `meanBlock` is below 1
  public static Figure standardErrorOfMean(double[] series, double meanBlock) {
    return longRunVariance(series, meanBlock).map(variance -> Math.sqrt(variance / series.length));
  }

  /// `ω²` of a series less its mean.
  ///
  /// `c_i` and `c_(T−i)` have one weight between them, so that
  /// `ω² = (1/T)(Σ x² + 2 Σ (1 − i/T) q^i Σ_t x_t·x_(t−i mod T))` with `q = 1 − p`; the sums over
  /// `i` of `q^i·x_(t−i)` and `i·q^i·x_(t−i)` follow from those of `t − 1`.
  static double varianceOfCentred(double[] x, double meanBlock) {
    int n = x.length;
    double q = 1 - 1 / meanBlock;
    double whole = Math.pow(q, n + 1);
    double recent = 0;
    double aged = 0;
    double power = 1;
    for (int i = 1; i <= n; i++) {
      power *= q;
      recent += power * x[n - i];
      aged += i * power * x[n - i];
    }
    double sum = 0;
    for (double value : x) {
      sum += value * (value + 2 * (recent - aged / n));
      aged = q * (aged + value + recent) - (n + 1) * whole * value;
      recent = q * (recent + value) - whole * value;
    }
    return Math.max(0, sum / n);
  }

  /// Writes one path drawn from `random` over `path`.
  ///
  /// Of each number drawn, the low half says whether a block begins and the high half where; every
  /// probability is so within 2^−32 of the exact one. The choice is made by a mask, as no processor
  /// could foresee a branch.
  static void draw(int[] path, double meanBlock, RandomGenerator random) {
    int length = path.length;
    long jumps = (long) Math.ceil(Math.scalb(1 / meanBlock, 32));
    int next = start(random.nextLong(), length);
    for (int t = 0; t < length; t++) {
      long bits = random.nextLong();
      int start = start(bits, length);
      int goesOn = (int) ((jumps - 1 - (bits & 0xFFFF_FFFFL)) >> 63);
      int index = start + (goesOn & (next - start));
      path[t] = index;
      next = index + 1 == length ? 0 : index + 1;
    }
  }

  private static int start(long bits, long length) {
    return (int) (((bits >>> 32) * length) >>> 32);
  }

  static void requireBlock(double meanBlock) {
    if (!(meanBlock >= 1) || Double.isInfinite(meanBlock)) {
      throw new IllegalArgumentException("meanBlock is at least 1, not " + meanBlock);
    }
  }

  private static boolean isUniform(double value) {
    return value >= 0 && value < 1;
  }
}
