package milodex.statistics;

import java.util.ArrayList;
import java.util.List;

/// A p-value that stays valid however often and whenever one looks.
///
/// The mixture sequential probability ratio test, two-sided, of a normal mean with a normal mixture
/// over the alternatives: `Λ = √(σ² / (σ² + nτ²)) · exp(n²τ²(x̄ − θ)² / (2σ²(σ² + nτ²)))`, and the
/// p-value is the smallest `1 / Λ` so far, at most 1 (Robbins, 1970; Johari, Pekelis and Walsh,
/// 2015).
///
/// @param deviation σ of one observation, above 0: frozen from the backtest, with a floor
/// @param spread τ of the alternatives around `mean`, above 0: the size of effect to be found
/// @param mean θ, the mean that is tested
public record MixtureSprt(double deviation, double spread, double mean) {

  /// What is known after so many observations.
  ///
  /// @param logRatio the natural logarithm of Λ
  /// @param p never rises from one look to the next
  public record Look(int observations, double logRatio, double p) {}

  /// @throws IllegalArgumentException if the deviation or the spread is not above 0
  public MixtureSprt {
    Finite.positive("deviation", deviation);
    Finite.positive("spread", spread);
    Finite.number("mean", mean);
  }

  /// A look after each observation, in order.
  ///
  /// @throws IllegalArgumentException if an observation is not finite
  public List<Look> looks(double[] observations) {
    List<Look> looks = new ArrayList<>(observations.length);
    double ratio = spread / deviation * (spread / deviation);
    double sum = 0;
    double p = 1;
    for (int i = 0; i < observations.length; i++) {
      sum += (Finite.number("observations", observations[i]) - mean) / deviation;
      double widened = 1 + (i + 1) * ratio;
      double log = sum * sum * ratio / (2 * widened) - Math.log(widened) / 2;
      p = Math.min(p, Math.exp(-log));
      looks.add(new Look(i + 1, log, p));
    }
    return List.copyOf(looks);
  }

  /// The p-value after all observations; 1 before the first.
  ///
  /// @throws IllegalArgumentException if an observation is not finite
  public double p(double[] observations) {
    List<Look> looks = looks(observations);
    return looks.isEmpty() ? 1 : looks.getLast().p();
  }
}
