package milodex.statistics;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// The density of a Brownian score at one look, where no look so far has crossed its boundary.
///
/// Held as masses at the nodes of a piecewise Gauss–Legendre rule. The score at information `t` has
/// variance `t`; its statistic is `score / √t`.
final class ScoreDensity {

  /// Where a normal tail counts as nothing, in deviations.
  static final double REACH = 9;

  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final int NODES = 10;

  private final double information;
  private final double[] scores;
  private final double[] masses;

  private ScoreDensity(double information, double[] scores, double[] masses) {
    this.information = information;
    this.scores = scores;
    this.masses = masses;
  }

  /// All mass on 0, before the first look.
  static ScoreDensity start() {
    return new ScoreDensity(0, new double[] {0}, new double[] {1});
  }

  boolean isStart() {
    return information == 0;
  }

  /// The chance that the score lies above `bound` at the look of `later` information.
  double above(double bound, double later) {
    double step = Math.sqrt(later - information);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += masses[i] * NORMAL.cumulativeProbability((scores[i] - bound) / step);
    }
    return sum;
  }

  /// The density at the look of `later` information, cut off above the statistic `highest`.
  ///
  /// @param next the information of the look after it, for which the nodes are dense enough
  ScoreDensity below(double highest, double later, double next) {
    double root = Math.sqrt(later);
    double low = -REACH * root;
    double high = Math.min(highest, REACH) * root;
    double width = 2 * Math.sqrt(Math.min(later - information, next - later));
    int panels = Math.max(1, (int) Math.ceil((high - low) / width));
    double[] at = new double[panels * NODES];
    double[] mass = new double[panels * NODES];
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    for (int panel = 0; panel < panels; panel++) {
      double from = low + (high - low) * panel / panels;
      double to = low + (high - low) * (panel + 1) / panels;
      GaussIntegrator rule = rules.legendre(NODES, from, to);
      for (int node = 0; node < NODES; node++) {
        int i = panel * NODES + node;
        at[i] = rule.getPoint(node);
        mass[i] = rule.getWeight(node) * density(at[i], later);
      }
    }
    return new ScoreDensity(later, at, mass);
  }

  private double density(double score, double later) {
    double step = Math.sqrt(later - information);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double distance = (score - scores[i]) / step;
      if (Math.abs(distance) < REACH) {
        sum += masses[i] * NORMAL.density(distance);
      }
    }
    return sum / step;
  }
}
