package milodex.report;

import java.util.List;
import milodex.analytics.CostCurve;

/// The Sharpe ratio of a run as a line over what trading costs.
final class CostPicture {

  private static final int MOST_TICKS = 5;
  private static final double IN_BASIS_POINTS = 10_000;

  private final CostCurve curve;
  private final List<Mark> marks;
  private final Axis across;
  private final Axis up;

  private CostPicture(CostCurve curve, double breakEven) {
    this.curve = curve;
    marks =
        List.of(
            mark("modelled ", curve.modelled(), "run"), mark("break-even ", breakEven, "other"));
    double highest = curve.points().getLast().cost() * IN_BASIS_POINTS;
    across = new Axis(0, highest, Ticks.LEFT, Ticks.RIGHT);
    up = new Axis(sharpe(false), sharpe(true), Ticks.FLOOR, Mark.room(marks) + 4);
  }

  /// @param curve with points
  static Html of(CostCurve curve, double breakEven, String says) {
    return new CostPicture(curve, breakEven).html(says);
  }

  private Html html(String says) {
    return Html.of(
        """
        <svg class="picture" viewBox="0 0 360 206" role="img" aria-label="{}">
        {}{}<path class="rule" d="M44 {}H340"/>
        <path class="curve" d="{}"/>
        {}</svg>
        """,
        says,
        Ticks.under(across, MOST_TICKS, value -> across.number(value, MOST_TICKS)),
        Ticks.beside(up, MOST_TICKS, value -> up.number(value, MOST_TICKS)),
        up.at(0),
        line(),
        Mark.of(marks, across, Ticks.FLOOR));
  }

  private static Mark mark(String name, double cost, String kind) {
    return new Mark(cost * IN_BASIS_POINTS, name + Shown.basisPoints(cost), kind);
  }

  /// The highest or the lowest ratio; the line falls through zero between them.
  private double sharpe(boolean highest) {
    return highest
        ? curve.points().stream().mapToDouble(CostCurve.Point::sharpe).max().orElse(1)
        : curve.points().stream().mapToDouble(CostCurve.Point::sharpe).min().orElse(-1);
  }

  private String line() {
    StringBuilder path = new StringBuilder();
    for (CostCurve.Point point : curve.points()) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(across.at(point.cost() * IN_BASIS_POINTS))
          .append(' ')
          .append(up.at(point.sharpe()));
    }
    return path.toString();
  }
}
