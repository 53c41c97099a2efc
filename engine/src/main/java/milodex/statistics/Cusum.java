package milodex.statistics;

import java.util.OptionalInt;

/// The cumulative sum chart for a drop of unknown date.
///
/// `S = max(0, S − z − allowance)` from 0, with an alarm when `S > threshold` (Page, 1954). A score
/// `z` is a return standardised by the **promised** mean and deviation. The threshold comes from
/// [CusumRunLength], not from taste.
///
/// @param allowance half the drop to detect, in deviations, at least 0
/// @param threshold above 0, in deviations
public record Cusum(double allowance, double threshold) {

  /// @throws IllegalArgumentException if the allowance is below 0 or the threshold not above 0
  public Cusum {
    if (!(Finite.number("allowance", allowance) >= 0)) {
      throw new IllegalArgumentException("allowance is 0 or above, not " + allowance);
    }
    Finite.positive("threshold", threshold);
  }

  /// The sum after each score, going on after an alarm as before it.
  ///
  /// @throws IllegalArgumentException if a score is not finite
  public double[] path(double[] scores) {
    double[] path = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum = Math.max(0, sum - Finite.number("scores", scores[i]) - allowance);
      path[i] = sum;
    }
    return path;
  }

  /// How many scores it takes to the first alarm, counted from 1; empty without one.
  ///
  /// @throws IllegalArgumentException if a score is not finite
  public OptionalInt firstAlarm(double[] scores) {
    double[] path = path(scores);
    for (int i = 0; i < path.length; i++) {
      if (path[i] > threshold) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}
