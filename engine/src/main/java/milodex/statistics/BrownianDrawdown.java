package milodex.statistics;

import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.complex.Complex;
import org.hipparchus.special.Erf;

/// The maximum drawdown of Brownian motion with drift: what a log equity falls from its high.
///
/// Magdon-Ismail, Atiya, Pratap and Abu-Mostafa (2004), "On the maximum drawdown of a Brownian
/// motion". Time is continuous: at daily closes a drawdown is some 6 to 8 percent smaller. At a
/// gate, resample the strategy's own returns; this is a check of their size.
public final class BrownianDrawdown {

  /// Nodes of the contour: more lose to rounding what they gain.
  private static final int NODES = 24;

  /// From here on the falling Q is x + ½ to five digits.
  private static final double FAR = 9;

  /// From here on the rising Q is its logarithm to five digits.
  private static final double LONG = 1e6;

  private BrownianDrawdown() {}

  /// The expected maximum drawdown, in units of log equity.
  ///
  /// Without drift it is √(π/2)·σ·√T. With drift μ and x = μ²T/(2σ²) it is (2σ²/μ)·Qp(x) for μ > 0
  /// and −(2σ²/μ)·Qn(x) for μ < 0.
  ///
  /// @param drift of log equity per step
  /// @param deviation of log equity per step; at zero the drawdown is what the drift takes
  /// @param steps how many
  /// @throws IllegalArgumentException if a number is not finite, or `deviation` or `steps` negative
  public static double expected(double drift, double deviation, double steps) {
    Sample.requireFinite(new double[] {drift}, "drift");
    Sample.requireNotNegative(deviation, "deviation");
    Sample.requireNotNegative(steps, "steps");
    if (deviation == 0) {
      return Math.max(-drift * steps, 0);
    }
    double ratio = drift / deviation;
    double x = ratio * ratio * steps / 2;
    if (x < 1e-18) {
      return Math.sqrt(Math.PI / 2) * deviation * Math.sqrt(steps);
    }
    double unit = 2 * deviation / Math.abs(ratio);
    return unit * (drift > 0 ? rising(x) : falling(x));
  }

  /// Qp(x): the expected maximum drawdown under a drift upward, in units of 2σ²/μ.
  ///
  /// About √(π/8)·√(2x) for small and 0.25·ln x + 0.49088 for large x; to five digits.
  ///
  /// @param x μ²T/(2σ²), above zero
  /// @throws IllegalArgumentException if `x` is not above zero
  public static double rising(double x) {
    Sample.requirePositive(x, "x");
    if (x > LONG) {
      return 0.25 * Math.log(x) + 0.49088;
    }
    return expectation(x, true, Math.min(9 * Math.sqrt(2 * x), 25 + Math.log1p(x)));
  }

  /// Qn(x): the expected maximum drawdown under a drift downward, in units of 2σ²/|μ|.
  ///
  /// About √(π/8)·√(2x) for small and x + ½ for large x; to five digits.
  ///
  /// @param x μ²T/(2σ²), above zero
  /// @throws IllegalArgumentException if `x` is not above zero
  public static double falling(double x) {
    Sample.requirePositive(x, "x");
    return x > FAR ? x + 0.5 : expectation(x, false, 2 * x + 9 * Math.sqrt(2 * x));
  }

  /// The probability that the maximum drawdown without drift reaches `depth`, in `[0, 1]`.
  ///
  /// 1 − 2·Σ (−1)^(n+1)/θ_n · exp(−σ²θ_n²T/(2·depth²)) with θ_n = (n − ½)π. Such a drawdown is
  /// a reflected Brownian motion, so it is also 2·Σ (−1)^k · erfc((2k+1)·depth/(σ√(2T))), which
  /// converges at once for a deep `depth` and is used there.
  ///
  /// @param deviation of log equity per step, above zero
  /// @param steps how many, above zero
  /// @param depth in units of log equity, at least zero
  /// @throws IllegalArgumentException if one is not finite or not in its range
  public static double probability(double deviation, double steps, double depth) {
    Sample.requirePositive(deviation, "deviation");
    Sample.requirePositive(steps, "steps");
    Sample.requireNotNegative(depth, "depth");
    double scaled = depth / (deviation * Math.sqrt(steps));
    return Math.clamp(scaled < 1 ? 1 - survival(scaled) : reflections(scaled), 0.0, 1.0);
  }

  private static double survival(double scaled) {
    double sum = 0;
    for (int n = 1; n <= 12; n++) {
      double theta = (n - 0.5) * Math.PI;
      double rate = theta / scaled;
      sum += (n % 2 == 1 ? 2 : -2) / theta * Math.exp(-rate * rate / 2);
    }
    return sum;
  }

  private static double reflections(double scaled) {
    double sum = 0;
    for (int k = 0; k <= 6; k++) {
      sum += (k % 2 == 0 ? 2 : -2) * Erf.erfc((2 * k + 1) * scaled / Math.sqrt(2));
    }
    return sum;
  }

  /// Half the integral over depths v, in units of σ²/|μ|, of the probability that the drawdown
  /// reaches v.
  private static double expectation(double x, boolean up, double deepest) {
    return new IterativeLegendreGaussIntegrator(16, 1e-9, 1e-12)
            .integrate(100_000, share -> reached(x, share * deepest, up), 0, 1)
        * deepest
        / 2;
  }

  /// The probability that a drawdown reaches `v` until `x`: the Laplace transform of the time it
  /// takes (Taylor 1975), inverted on Talbot's fixed contour (Abate and Valkó 2004).
  private static double reached(double x, double v, boolean up) {
    double scale = 2.0 * NODES / (5 * x);
    double sum = Math.exp(scale * x) * transform(new Complex(scale, 0), v, up).getReal() / 2;
    for (int k = 1; k < NODES; k++) {
      double angle = k * Math.PI / NODES;
      double cotangent = 1 / Math.tan(angle);
      Complex s = new Complex(scale * angle * cotangent, scale * angle);
      double slope = angle + (angle * cotangent - 1) * cotangent;
      sum +=
          s.multiply(x)
              .exp()
              .multiply(transform(s, v, up))
              .multiply(new Complex(1, slope))
              .getReal();
    }
    return sum * scale / NODES;
  }

  /// r·e^(∓v) / (r·cosh(r·v) ∓ sinh(r·v)) ÷ s with r = √(1 + s), the upper signs if `up`.
  private static Complex transform(Complex s, double v, boolean up) {
    Complex r = s.add(1).sqrt();
    // r - 1, without the digits it would lose where s is small
    Complex less = s.divide(r.add(1));
    Complex first = up ? less : r.add(1);
    Complex second = up ? r.add(1) : less;
    Complex top = r.multiply(2).multiply(second.multiply(-v).exp());
    Complex echo = r.multiply(-2 * v).exp();
    return top.divide(first.add(second.multiply(echo))).divide(s);
  }
}
