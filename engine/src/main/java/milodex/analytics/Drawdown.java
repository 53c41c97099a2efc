package milodex.analytics;

import java.time.LocalDate;
import java.util.Optional;

/// The deepest fall of an equity curve from a peak before it.
///
/// @param depth share of the peak that was lost, in `[0, 1)`; zero if nothing ever fell
/// @param peak session of the peak; empty if that was the initial equity, or nothing fell
/// @param trough session of the lowest equity; empty if nothing fell
/// @param recovery first session after the trough at or above the peak; empty if there is none
/// @param sessions its length: from the peak to the recovery, or to the last session without one
public record Drawdown(
    double depth,
    Optional<LocalDate> peak,
    Optional<LocalDate> trough,
    Optional<LocalDate> recovery,
    int sessions) {

  /// The deepest fall of `curve`; the first of equally deep ones.
  public static Drawdown of(EquityCurve curve) {
    double[] equity = curve.equity();
    int highest = 0;
    int peak = 0;
    int trough = 0;
    double depth = 0;
    for (int i = 1; i < equity.length; i++) {
      double fall = 1 - equity[i] / equity[highest];
      if (fall > depth) {
        depth = fall;
        peak = highest;
        trough = i;
      }
      if (equity[i] >= equity[highest]) {
        highest = i;
      }
    }
    if (depth == 0) {
      return new Drawdown(0, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }
    int recovery = recovery(equity, peak, trough);
    return new Drawdown(
        depth,
        date(curve, peak),
        date(curve, trough),
        date(curve, recovery),
        (recovery == 0 ? curve.sessions() : recovery) - peak);
  }

  /// Index of the first equity after `trough` that reaches that of `peak`; 0 if there is none.
  private static int recovery(double[] equity, int peak, int trough) {
    for (int i = trough + 1; i < equity.length; i++) {
      if (equity[i] >= equity[peak]) {
        return i;
      }
    }
    return 0;
  }

  /// The session at whose close equity `i` stood; the initial equity has none.
  private static Optional<LocalDate> date(EquityCurve curve, int i) {
    return i == 0 ? Optional.empty() : Optional.of(curve.date(i - 1));
  }
}
