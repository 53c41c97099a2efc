package milodex.statistics;

/// Two simple hypotheses about independent observations: H0 and H1.
///
/// For decay, H0 is the edge as promised (after haircut) and H1 is no edge.
public sealed interface Hypotheses {

  /// Normal observations of known deviation.
  ///
  /// @param mean0 under H0
  /// @param mean1 under H1, another one
  /// @param deviation above 0: frozen from the backtest, with a floor
  record Gaussian(double mean0, double mean1, double deviation) implements Hypotheses {

    /// @throws IllegalArgumentException if the means are equal or the deviation is not above 0
    public Gaussian {
      Finite.number("mean0", mean0);
      Finite.number("mean1", mean1);
      Finite.positive("deviation", deviation);
      if (mean0 == mean1) {
        throw new IllegalArgumentException("mean1 is another than mean0");
      }
    }

    @Override
    public double evidence(double observation) {
      double step = (mean1 - mean0) / deviation;
      return step * (Finite.number("observation", observation) - (mean0 + mean1) / 2) / deviation;
    }

    @Override
    public double deviation0() {
      return deviation;
    }

    @Override
    public double deviation1() {
      return deviation;
    }
  }

  /// Wins and losses, as 1 and 0.
  ///
  /// @param mean0 the probability of a win under H0
  /// @param mean1 the same under H1, another one
  record Bernoulli(double mean0, double mean1) implements Hypotheses {

    /// @throws IllegalArgumentException if the probabilities are equal, or one is not strictly
    ///     between 0 and 1
    public Bernoulli {
      Finite.probability("mean0", mean0);
      Finite.probability("mean1", mean1);
      if (mean0 == mean1) {
        throw new IllegalArgumentException("mean1 is another than mean0");
      }
    }

    @Override
    public double evidence(double observation) {
      if (observation != 0 && observation != 1) {
        throw new IllegalArgumentException("observation is 0 or 1, not " + observation);
      }
      return observation == 1 ? Math.log(mean1 / mean0) : Math.log((1 - mean1) / (1 - mean0));
    }

    @Override
    public double deviation0() {
      return Math.sqrt(mean0 * (1 - mean0));
    }

    @Override
    public double deviation1() {
      return Math.sqrt(mean1 * (1 - mean1));
    }
  }

  /// What one observation adds to the log likelihood ratio of H1 over H0.
  ///
  /// @throws IllegalArgumentException if the observation is none of this kind
  double evidence(double observation);

  /// The mean observation under H0.
  double mean0();

  /// The mean observation under H1.
  double mean1();

  /// The deviation of one observation under H0.
  double deviation0();

  /// The deviation of one observation under H1.
  double deviation1();

  /// What an observation adds on average if the mean is `mean`.
  private double drift(double mean) {
    return switch (this) {
      case Gaussian gaussian -> gaussian.evidence(mean);
      case Bernoulli wins -> mean * wins.evidence(1) + (1 - mean) * wins.evidence(0);
    };
  }

  /// What an observation adds on average under H0: below 0.
  default double drift0() {
    return drift(mean0());
  }

  /// What an observation adds on average under H1: above 0.
  default double drift1() {
    return drift(mean1());
  }
}
