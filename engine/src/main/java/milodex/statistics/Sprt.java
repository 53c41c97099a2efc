package milodex.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/// The sequential probability ratio test: looks after each observation, and stops when it knows.
///
/// It goes on while `lower < log likelihood ratio < upper`, with `upper = ln((1 − β) / α)` and
/// `lower = ln(β / (1 − α))` (Wald, 1945). The ratio overshoots a bound when it stops, which makes
/// the true errors slightly smaller than the wanted ones. Hypotheses and errors are frozen before
/// the first observation; a gap in the data pauses the test and does not start it again.
///
/// @param alpha the chance to decide for H1 under H0
/// @param beta the chance to decide for H0 under H1
public record Sprt(Hypotheses hypotheses, double alpha, double beta) {

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// What a test says so far.
  public enum Decision {
    CONTINUE,
    H0,
    H1
  }

  /// Where a test stopped, or where the observations ended.
  ///
  /// @param observations that were used: those after a decision are not
  /// @param logLikelihoodRatio of H1 over H0
  public record Outcome(Decision decision, int observations, double logLikelihoodRatio) {}

  /// @throws IllegalArgumentException if an error is not strictly between 0 and 1, or both together
  ///     are not below 1
  public Sprt {
    Finite.probability("alpha", alpha);
    Finite.probability("beta", beta);
    if (alpha + beta >= 1) {
      throw new IllegalArgumentException("alpha and beta together are below 1");
    }
  }

  /// Tests the observations in order, until a bound is reached.
  ///
  /// @throws IllegalArgumentException if an observation does not fit the hypotheses
  public Outcome test(double[] observations) {
    double ratio = 0;
    for (int i = 0; i < observations.length; i++) {
      ratio += hypotheses.evidence(observations[i]);
      Decision decision = decision(ratio);
      if (decision != Decision.CONTINUE) {
        return new Outcome(decision, i + 1, ratio);
      }
    }
    return new Outcome(Decision.CONTINUE, observations.length, ratio);
  }

  /// The bound for H1, above 0.
  public double upper() {
    return Math.log((1 - beta) / alpha);
  }

  /// The bound for H0, below 0.
  public double lower() {
    return Math.log(beta / (1 - alpha));
  }

  /// How many observations it takes on average under H0, overshoot left out (Wald, 1945).
  public Figure expectedUnderH0() {
    return Finite.figure((alpha * upper() + (1 - alpha) * lower()) / hypotheses.drift0());
  }

  /// How many observations it takes on average under H1, overshoot left out (Wald, 1945).
  public Figure expectedUnderH1() {
    return Finite.figure(((1 - beta) * upper() + beta * lower()) / hypotheses.drift1());
  }

  /// How many observations a one-sided test of fixed length with the same errors takes.
  ///
  /// `((z₁₋α σ₀ + z₁₋β σ₁) / (μ₁ − μ₀))²`, exact for normal observations, approximate for wins.
  public Figure fixedLength() {
    double spread =
        NORMAL.inverseCumulativeProbability(1 - alpha) * hypotheses.deviation0()
            + NORMAL.inverseCumulativeProbability(1 - beta) * hypotheses.deviation1();
    return Finite.figure(Math.pow(spread / (hypotheses.mean1() - hypotheses.mean0()), 2));
  }

  private Decision decision(double ratio) {
    if (ratio >= upper()) {
      return Decision.H1;
    }
    return ratio <= lower() ? Decision.H0 : Decision.CONTINUE;
  }
}
