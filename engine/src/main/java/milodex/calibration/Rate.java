package milodex.calibration;

import org.hipparchus.distribution.continuous.BetaDistribution;

/// How often something happened, with what that says of its probability.
///
/// @param count how often it happened, of `of`
public record Rate(int count, int of) {

  private static final double TAIL = 0.025;

  /// @throws IllegalArgumentException if `count` is not from 0 to `of`, or `of` is below 1
  public Rate {
    if (of < 1 || count < 0 || count > of) {
      throw new IllegalArgumentException(
          "a rate counts some of at least one, not " + count + " of " + of);
    }
  }

  /// The share, in `[0, 1]`.
  public double share() {
    return (double) count / of;
  }

  /// Lower end of the exact 95 % interval of the probability (Clopper and Pearson, 1934).
  public double low() {
    return count == 0
        ? 0
        : new BetaDistribution(count, of - count + 1.0).inverseCumulativeProbability(TAIL);
  }

  /// Upper end of that interval.
  public double high() {
    return count == of
        ? 1
        : new BetaDistribution(count + 1.0, of - count).inverseCumulativeProbability(1 - TAIL);
  }
}
