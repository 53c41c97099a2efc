package milodex.sample;

/// A stream of random numbers that is the same on every machine.
///
/// The generator is SplitMix64 (Steele, Lea and Flood 2014); logarithms and cosines are those of
/// `StrictMath`, so no processor or compiler changes a bit.
final class Chance {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  /// One draw in sixteen of a fat-tailed number is this much wider than the others.
  private static final double WIDE = 2.5;

  private static final double WIDE_SHARE = 1.0 / 16;
  private static final double FAT_DEVIATION = Math.sqrt(1 - WIDE_SHARE + WIDE_SHARE * WIDE * WIDE);
  private static final double FAT_LIMIT = 6;

  private long state;

  private Chance(long state) {
    this.state = state;
  }

  /// The stream of this seed for one purpose; streams of two purposes do not disturb each other.
  static Chance of(long seed, String purpose) {
    return new Chance(mix(seed) + mix(purpose.hashCode()));
  }

  /// Evenly distributed between 0 and 1, both excluded.
  double uniform() {
    state += GOLDEN_GAMMA;
    return ((mix(state) >>> 11) + 0.5) * UNIT;
  }

  /// Normally distributed with mean 0 and deviation 1, by the method of Box and Muller.
  double normal() {
    double radius = Math.sqrt(-2 * StrictMath.log(uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /// Mean 0, deviation 1 and kurtosis near 6: a mixture of two normals, cut at six deviations.
  double fatTailed() {
    double width = uniform() < WIDE_SHARE ? WIDE : 1;
    return Math.clamp(width * normal() / FAT_DEVIATION, -FAT_LIMIT, FAT_LIMIT);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
