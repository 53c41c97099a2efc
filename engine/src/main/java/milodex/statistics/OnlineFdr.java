package milodex.statistics;

import java.util.ArrayList;
import java.util.List;

/// Control of the false discovery rate over a stream of tests: LORD++ (Ramdas, Yang, Wainwright and
/// Jordan, 2017).
///
/// Candidates arrive over months and are decided as they come; no past decision is opened again.
/// The order of arrival must be fixed, and a test that is not in the stream breaks the guarantee.
/// Early levels are stringent by design.
///
/// @param alpha the false discovery rate, strictly between 0 and 1
/// @param initialWealth the part of `alpha` spent before the first rejection, above 0 and at most
///     `alpha`
public record OnlineFdr(double alpha, double initialWealth) {

  /// Makes the weights of all positions sum to one.
  private static final double NORMALISER = 0.07720838;

  /// @throws IllegalArgumentException if a number is out of its range
  public OnlineFdr {
    Argument.fraction(alpha, "alpha");
    if (!(initialWealth > 0 && initialWealth <= alpha)) {
      throw new IllegalArgumentException(
          "initialWealth is %s, and must be above 0 and at most alpha, %s"
              .formatted(initialWealth, alpha));
    }
  }

  /// With a tenth of `alpha` as initial wealth.
  ///
  /// @throws IllegalArgumentException if `alpha` is not strictly between 0 and 1
  public static OnlineFdr at(double alpha) {
    return new OnlineFdr(alpha, alpha / 10);
  }

  /// What was decided of one test.
  ///
  /// @param level the level it was held to
  /// @param rejected whether its p-value was at most that
  public record Decision(double level, boolean rejected) {}

  /// Decides every test of a stream, in order of arrival.
  ///
  /// @throws IllegalArgumentException if a p-value is not from 0 to 1
  public List<Decision> decide(double[] p) {
    Argument.probabilities(p, "p");
    List<Decision> decisions = new ArrayList<>();
    List<Integer> rejections = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      double level = level(i, rejections);
      boolean rejected = p[i] <= level;
      decisions.add(new Decision(level, rejected));
      if (rejected) {
        rejections.add(i + 1);
      }
    }
    return List.copyOf(decisions);
  }

  /// The level of the next test after `tested` tests, of which those at `rejections` (positions
  /// from 1, ascending) were rejected: `w0·g_t + (α − w0)·g_{t−τ1} + α·Σ_{j≥2} g_{t−τj}`, `g_t =
  /// 0.0772·ln(max(t, 2))/(t·e^√ln t)`.
  ///
  /// @throws IllegalArgumentException if `tested` is negative, or if `rejections` do not ascend
  ///     from 1 to `tested`
  public double nextLevel(int tested, List<Integer> rejections) {
    Argument.atLeast(0, tested, "tested");
    int last = 0;
    for (int position : rejections) {
      if (position <= last || position > tested) {
        throw new IllegalArgumentException(
            "rejections are %s, and must ascend from 1 to %d".formatted(rejections, tested));
      }
      last = position;
    }
    return level(tested, rejections);
  }

  private double level(int tested, List<Integer> rejections) {
    int t = tested + 1;
    double level = initialWealth * weight(t);
    for (int j = 0; j < rejections.size(); j++) {
      level += (j == 0 ? alpha - initialWealth : alpha) * weight(t - rejections.get(j));
    }
    return level;
  }

  private static double weight(int t) {
    return NORMALISER * Math.log(Math.max(t, 2)) / (t * Math.exp(Math.sqrt(Math.log(t))));
  }
}
