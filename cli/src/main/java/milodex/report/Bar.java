package milodex.report;

import java.util.List;
import milodex.statistics.Figure;

/// A value as a small bar that grows from zero to either side; the number stands beside it.
final class Bar {

  private Bar() {}

  /// The largest size among `figures`; 0 if none is known.
  static double scale(List<Figure> figures) {
    double scale = 0;
    for (Figure figure : figures) {
      if (figure instanceof Figure.Known(double value)) {
        scale = Math.max(scale, Math.abs(value));
      }
    }
    return scale;
  }

  /// @param scale the size that fills one side
  static Html of(Figure figure, double scale) {
    return switch (figure) {
      case Figure.Known(double value) when scale > 0 ->
          Html.of(
              """
              <svg class="bar" viewBox="-100 0 200 10" preserveAspectRatio="none" \
              aria-hidden="true"><rect class="{}" x="{}" y="0" width="{}" height="10"/>\
              <path d="M0 0V10"/></svg>""",
              value < 0 ? "loss" : "gain",
              Math.round(100 * Math.min(value, 0) / scale),
              Math.round(100 * Math.abs(value) / scale));
      case Figure.Known _, Figure.Undefined _ -> Html.EMPTY;
    };
  }
}
