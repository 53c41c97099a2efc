package milodex.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/// How much of the error a trial may have spent by a share of its information (Lan and DeMets,
/// 1983).
///
/// Information is what was planned before the trial: bars or trades, as a share from 0 to 1. A look
/// that was not planned spends too.
public sealed interface AlphaSpending {

  /// Hardly anything early: `2 − 2Φ(z₁₋α⸝₂ / √t)`.
  record OBrienFleming() implements AlphaSpending {}

  /// About as much at each look: `α ln(1 + (e − 1) t)`.
  record Pocock() implements AlphaSpending {}

  /// `α tᵖ`, with the power p above 0 (Kim and DeMets, 1987).
  record Power(double power) implements AlphaSpending {

    /// @throws IllegalArgumentException if the power is not above 0
    public Power {
      Finite.positive("power", power);
    }
  }

  /// The error spent up to `information`, from 0 to `alpha`.
  ///
  /// @param alpha strictly between 0 and 1
  /// @param information above 0, at most 1
  /// @throws IllegalArgumentException if one of them is out of its range
  default double spent(double alpha, double information) {
    Finite.probability("alpha", alpha);
    if (!(information > 0 && information <= 1)) {
      throw new IllegalArgumentException(
          "information is above 0 and at most 1, not " + information);
    }
    return switch (this) {
      case OBrienFleming _ -> {
        NormalDistribution normal = new NormalDistribution();
        double last = -normal.inverseCumulativeProbability(alpha / 2);
        yield 2 * normal.cumulativeProbability(-last / Math.sqrt(information));
      }
      case Pocock _ -> alpha * Math.log1p((Math.E - 1) * information);
      case Power(double power) -> alpha * Math.pow(information, power);
    };
  }
}
