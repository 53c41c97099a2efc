package milodex.statistics;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/// How long a [Cusum] runs on average until its alarm.
///
/// For independent normal scores of deviation 1. Fat tails and memory shorten the real run: for
/// those, calibrate the threshold by a bootstrap of the backtest's returns.
public final class CusumRunLength {

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// Above this threshold, and this run length, doubles do not carry the equation.
  private static final double HIGHEST = 100;

  private static final double LONGEST = 1e9;

  /// Nodes of a panel, and the widest panel: five nodes to a deviation.
  private static final int NODES = 16;

  private static final double WIDEST = 3;

  private CusumRunLength() {}

  /// The average number of scores until the alarm, from a sum of 0.
  ///
  /// Solves `L(u) = 1 + L(0) Φ(k − u − δ) + ∫₀ʰ L(y) φ(y + k − u − δ) dy` (Page, 1954; by
  /// Gauss–Legendre nodes, Goel and Wu, 1971). Undefined for a threshold above 100 or a run longer
  /// than a billion.
  ///
  /// @param drop `δ`: by how many deviations the scores lie below the promise; 0 in control, and
  ///     below 0 if they lie above it
  /// @throws IllegalArgumentException if `drop` is not finite
  public static Figure average(Cusum chart, double drop) {
    Finite.number("drop", drop);
    if (chart.threshold() > HIGHEST) {
      return Figure.undefined("a threshold above 100 deviations is too high to compute with");
    }
    double length = solve(chart.allowance() - drop, chart.threshold());
    return length >= 1 && length <= LONGEST
        ? Figure.of(length)
        : Figure.undefined("a run longer than a billion is too long to compute");
  }

  /// The threshold at which a chart in control runs `length` scores on average: 252 for one false
  /// alarm a year of days.
  ///
  /// Undefined if even the lowest threshold runs longer, or one of 100 deviations not as long.
  ///
  /// @param allowance at least 0, as in [Cusum]
  /// @param length at least 1
  /// @throws IllegalArgumentException if the allowance is below 0 or the length below 1
  public static Figure threshold(double allowance, double length) {
    Cusum lowest = new Cusum(allowance, 1e-9);
    if (!(Finite.number("length", length) >= 1)) {
      throw new IllegalArgumentException("length is 1 or above, not " + length);
    }
    if (length > LONGEST) {
      return Figure.undefined("a run longer than a billion is too long to compute");
    }
    if (solve(allowance, lowest.threshold()) >= length) {
      return Figure.undefined("every threshold runs longer than that");
    }
    double high = 1;
    while (high < HIGHEST && shorter(solve(allowance, high), length)) {
      high = Math.min(HIGHEST, high * 1.5);
    }
    if (shorter(solve(allowance, high), length)) {
      return Figure.undefined("no threshold up to 100 deviations runs as long");
    }
    return Figure.of(
        new BrentSolver(1e-10, 1e-9)
            .solve(
                200,
                h -> Math.log(bounded(solve(allowance, h)) / length),
                lowest.threshold(),
                high));
  }

  /// A length past what doubles can solve comes out as nonsense, which is longer, not shorter.
  private static boolean shorter(double solved, double length) {
    return bounded(solved) < length;
  }

  private static double bounded(double solved) {
    return solved >= 1 && solved <= 10 * LONGEST ? solved : 10 * LONGEST;
  }

  private static double solve(double drift, double threshold) {
    int panels = (int) Math.ceil(threshold / WIDEST);
    int nodes = panels * NODES;
    double[] at = new double[nodes + 1];
    double[] weights = new double[nodes + 1];
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    for (int j = 0; j < nodes; j++) {
      int panel = j / NODES;
      GaussIntegrator rule =
          rules.legendre(NODES, threshold * panel / panels, threshold * (panel + 1) / panels);
      at[j + 1] = rule.getPoint(j % NODES);
      weights[j + 1] = rule.getWeight(j % NODES);
    }
    RealMatrix system = new Array2DRowRealMatrix(nodes + 1, nodes + 1);
    for (int i = 0; i <= nodes; i++) {
      system.setEntry(i, 0, -NORMAL.cumulativeProbability(drift - at[i]));
      for (int j = 1; j <= nodes; j++) {
        system.setEntry(i, j, -weights[j] * NORMAL.density(at[j] + drift - at[i]));
      }
      system.addToEntry(i, i, 1);
    }
    DecompositionSolver solver = new LUDecomposition(system, 1e-14).getSolver();
    return solver.isNonSingular()
        ? solver.solve(new ArrayRealVector(nodes + 1, 1.0)).getEntry(0)
        : Double.POSITIVE_INFINITY;
  }
}
