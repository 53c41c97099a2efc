package milodex.statistics;

/// An observed statistic among those that chance alone gives, with its one-sided p.
///
/// A statistic that falls short of the observed one by no more than rounding counts as equal to it.
///
/// @param observed the statistic of what happened
/// @param atLeast how many statistics of chance are as large or larger
/// @param draws how many statistics of chance there are; 0 if nothing is known
/// @param exact whether these are all there are, what happened among them, not a sample of them
/// @param nullMean their mean
/// @param nullDeviation their deviation, divisor `draws`
public record NullComparison(
    Figure observed,
    long atLeast,
    long draws,
    boolean exact,
    Figure nullMean,
    Figure nullDeviation) {

  /// Compares `observed` with the statistics of at least one draw, found by running whatever is
  /// tested again on `draws` permuted histories.
  ///
  /// @throws IllegalArgumentException if there are no draws or a statistic is not finite
  public static NullComparison sampled(double observed, double[] draws) {
    Matrices.requireFinite("draws", draws);
    if (draws.length == 0) {
      throw new IllegalArgumentException("draws are one or more");
    }
    NullTally tally = new NullTally(observed, Math.abs(observed));
    for (double draw : draws) {
      tally.add(draw);
    }
    return tally.sampled();
  }

  /// Nothing is known, for the reason `why`.
  static NullComparison undefined(String why) {
    Figure none = Figure.undefined(why);
    return new NullComparison(none, 0, 0, false, none, none);
  }

  /// The probability that chance alone does as well: `atLeast / draws` if exact, and
  /// `(1 + atLeast)/(1 + draws)` of a sample (Davison and Hinkley, 1997), so never below
  /// `1/(1 + draws)`.
  public Figure p() {
    return switch (observed) {
      case Figure.Undefined undefined -> undefined;
      case Figure.Known _ when exact -> Figure.of((double) atLeast / draws);
      case Figure.Known _ -> Figure.of((1.0 + atLeast) / (1.0 + draws));
    };
  }
}
