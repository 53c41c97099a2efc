package milodex.analytics;

import java.util.ArrayList;
import java.util.List;
import milodex.statistics.BreakEvenCost;
import milodex.statistics.Figure;
import milodex.statistics.Moments;

/// The annual Sharpe ratio of a run as a function of what trading costs, one way.
///
/// With `turnover` the dollars traded in a session ÷ the equity before it, the gross return is
/// `net + modelled · turnover`, and the net return at another cost `gross − cost · turnover`: the
/// same trades at any cost, each dollar at the same rate.
///
/// @param modelled cost of each dollar traded in the run, as a share of it
/// @param breakEven cost at which the mean return is zero; undefined without trades, without a
///     gross edge and without a Sharpe ratio
/// @param points at equally spaced costs from 0 to beyond both; empty if `breakEven` is undefined
public record CostCurve(double modelled, Figure breakEven, List<Point> points) {

  private static final int STEPS = 60;

  /// How many times the modelled cost it reaches at least, and the break-even cost.
  private static final double TIMES_MODELLED = 4;

  private static final double TIMES_BREAK_EVEN = 1.25;

  public CostCurve {
    points = List.copyOf(points);
  }

  /// The annual Sharpe ratio (× √252) at one cost.
  public record Point(double cost, double sharpe) {}

  /// The curve of a run whose net equity is `curve`.
  ///
  /// @param modelled what each dollar traded cost in it, as a share, at least zero
  /// @throws IllegalArgumentException if `modelled` is negative or not a number
  public static CostCurve of(EquityCurve curve, double modelled) {
    if (!(modelled >= 0 && Double.isFinite(modelled))) {
      throw new IllegalArgumentException("modelled is finite and at least zero, not " + modelled);
    }
    double[] net = curve.returns();
    double[] turnover = new double[net.length];
    double[] gross = new double[net.length];
    for (int i = 0; i < net.length; i++) {
      turnover[i] = curve.traded()[i] / curve.equity()[i];
      gross[i] = net[i] + modelled * turnover[i];
    }
    Figure breakEven =
        switch (Moments.of(net).sharpe()) {
          case Figure.Known _ -> BreakEvenCost.byMean(gross, turnover);
          case Figure.Undefined none -> none;
        };
    return new CostCurve(
        modelled,
        breakEven,
        switch (breakEven) {
          case Figure.Known(double cost) ->
              points(gross, turnover, Math.max(TIMES_MODELLED * modelled, TIMES_BREAK_EVEN * cost));
          case Figure.Undefined _ -> List.of();
        });
  }

  private static List<Point> points(double[] gross, double[] turnover, double highest) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double cost = highest * i / STEPS;
      Figure sharpe = Moments.of(BreakEvenCost.net(gross, turnover, cost)).sharpe();
      if (sharpe instanceof Figure.Known(double value)) {
        points.add(new Point(cost, SharpeEvidence.annual(value)));
      }
    }
    return points;
  }
}
