package milodex.strategy.templates;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Numbers that look random, and are a pure function of a seed and of what they are drawn for.
///
/// Each is the finalizer of SplitMix64 (Steele, Lea and Flood 2014) laid over the seed and the
/// words in turn, so that near seeds and near words give unlike numbers.
///
/// @param seed any number
record Chance(long seed) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /// The number drawn for these words; their order counts.
  long of(long... words) {
    long drawn = mix(seed);
    for (long word : words) {
      drawn = mix(drawn ^ word);
    }
    return drawn;
  }

  /// The numbers from 0 to `n − 1`, in an order drawn for these words.
  List<Integer> order(int n, long... words) {
    Chance drawn = new Chance(of(words));
    return IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingLong(i -> drawn.of(i)))
        .toList();
  }

  private static long mix(long word) {
    long mixed = word + GOLDEN_GAMMA;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
