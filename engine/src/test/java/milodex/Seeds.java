package milodex;

import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Runs a property under many seeds, and names the seed under which it broke.
public final class Seeds {

  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private Seeds() {}

  /// Hands the seeds 1 to `count` to `property`.
  ///
  /// @throws AssertionError at the first failure, naming its seed, with the failure as cause
  public static void forEachSeed(int count, LongConsumer property) {
    for (long seed = 1; seed <= count; seed++) {
      try {
        property.accept(seed);
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("with seed " + seed + ": " + failure.getMessage(), failure);
      }
    }
  }

  /// The generator of `seed`: the same numbers on every machine.
  public static RandomGenerator random(long seed) {
    return FACTORY.create(seed);
  }
}
