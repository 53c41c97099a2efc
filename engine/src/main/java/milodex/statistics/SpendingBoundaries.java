package milodex.statistics;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// What a z-statistic must exceed at each planned look, so that all looks together err with alpha.
///
/// One-sided. The statistics of two looks correlate by `√(t₁ / t₂)`; the boundaries come from
/// recursive integration of their joint normal density (Armitage, McPherson and Rowe, 1969; Lan and
/// DeMets, 1983).
public final class SpendingBoundaries {

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /// An error that no boundary can be told from infinity by.
  private static final double NOTHING = 1e-14;

  /// The least information between two looks, below which the integration would not hold.
  private static final double LEAST = 1e-4;

  private SpendingBoundaries() {}

  /// One planned look.
  ///
  /// @param information the share reached, from 0 to 1
  /// @param spent the error that may be spent up to this look
  /// @param z what the statistic must exceed; undefined if there is next to nothing to spend yet
  public record Look(double information, double spent, Figure z) {}

  /// The boundaries of the looks at `information`.
  ///
  /// @param alpha one-sided, strictly between 0 and 1
  /// @param information rising shares in (0, 1], at least 0.0001 apart; the last need not be 1
  /// @throws IllegalArgumentException if `alpha` or `information` is not like that
  public static List<Look> of(AlphaSpending spending, double alpha, double... information) {
    check(information);
    List<Look> looks = new ArrayList<>();
    double before = 0;
    ScoreDensity density = ScoreDensity.start();
    for (int i = 0; i < information.length; i++) {
      double spent = spending.spent(alpha, information[i]);
      Figure z = boundary(density, information[i], spent - before);
      looks.add(new Look(information[i], spent, z));
      double highest =
          switch (z) {
            case Figure.Known(double bound) -> {
              before = spent;
              yield bound;
            }
            case Figure.Undefined _ -> Double.POSITIVE_INFINITY;
          };
      if (i + 1 < information.length) {
        density = density.below(highest, information[i], information[i + 1]);
      }
    }
    return List.copyOf(looks);
  }

  private static Figure boundary(ScoreDensity density, double information, double spend) {
    if (spend < NOTHING) {
      return Figure.undefined("next to nothing to spend yet");
    }
    if (density.isStart()) {
      return Figure.of(-NORMAL.inverseCumulativeProbability(spend));
    }
    double root = Math.sqrt(information);
    return Figure.of(
        new BrentSolver(1e-12, 1e-10)
            .solve(
                200,
                z -> Math.log((density.above(z * root, information) + 1e-300) / spend),
                -ScoreDensity.REACH,
                ScoreDensity.REACH));
  }

  private static void check(double[] information) {
    double before = 0;
    for (double share : information) {
      if (!(share >= before + LEAST && share <= 1)) {
        throw new IllegalArgumentException(
            "information rises by 0.0001 or more, up to 1, not from " + before + " to " + share);
      }
      before = share;
    }
  }
}
