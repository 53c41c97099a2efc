package milodex.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A fall of an equity curve from a peak before it.
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
    return deepest(curve, 1).stream()
        .findFirst()
        .orElse(new Drawdown(0, Optional.empty(), Optional.empty(), Optional.empty(), 0));
  }

  /// The `count` deepest falls of `curve`, deepest first, fewer if it fell less often.
  ///
  /// A fall goes from a peak to the first equity that reaches it again, so that no two overlap.
  public static List<Drawdown> deepest(EquityCurve curve, int count) {
    double[] equity = curve.equity();
    List<Drawdown> falls = new ArrayList<>();
    int peak = 0;
    int trough = 0;
    for (int i = 1; i < equity.length; i++) {
      if (equity[i] >= equity[peak]) {
        if (trough > peak) {
          falls.add(fall(curve, peak, trough, i));
        }
        peak = i;
        trough = i;
      } else if (equity[i] < equity[trough]) {
        trough = i;
      }
    }
    if (trough > peak) {
      falls.add(fall(curve, peak, trough, 0));
    }
    falls.sort(Comparator.comparingDouble(Drawdown::depth).reversed());
    return List.copyOf(falls.subList(0, Math.min(count, falls.size())));
  }

  /// @param recovery index of the first equity that reaches that of the peak; 0 if there is none
  private static Drawdown fall(EquityCurve curve, int peak, int trough, int recovery) {
    return new Drawdown(
        1 - curve.equity()[trough] / curve.equity()[peak],
        date(curve, peak),
        date(curve, trough),
        date(curve, recovery),
        (recovery == 0 ? curve.sessions() : recovery) - peak);
  }

  /// The session at whose close equity `i` stood; the initial equity has none.
  private static Optional<LocalDate> date(EquityCurve curve, int i) {
    return i == 0 ? Optional.empty() : Optional.of(curve.date(i - 1));
  }
}
