package milodex.report;

import java.util.List;
import milodex.analytics.Drawdown;
import milodex.analytics.EquityCurve;
import milodex.analytics.Histogram;
import milodex.statistics.BootstrapDistribution;
import milodex.statistics.Figure;

/// The deepest fall of a run among those of its resamples.
final class FallPart {

  private static final int MOST_BINS = 40;

  /// What a drawdown stays within in all but one case of twenty.
  private static final double LEVEL = 0.95;

  private FallPart() {}

  static Html of(EquityCurve curve, Redraw redraw) {
    return switch (redraw) {
      case Redraw.Drawn drawn -> figure(Drawdown.of(curve).depth(), drawn);
      case Redraw.Missing(String why) ->
          Html.of(
              "<div><h3>Luck of the drawdown</h3>\n<p>Its distribution is {}.</p></div>\n",
              Shown.undefined(why));
    };
  }

  private static Html figure(double fell, Redraw.Drawn drawn) {
    BootstrapDistribution falls = drawn.equity().drawdowns();
    Figure deep = falls.quantile(LEVEL);
    String says =
        "The run fell by %s at most; %s of the resamples fell as deep or deeper, and one in twenty by %s or more."
            .formatted(
                Shown.percent(fell, 1), percent(falls.shareAtOrAbove(fell), 0), percent(deep, 1));
    return Html.of(
        """
        <div><h3>Luck of the drawdown</h3>
        <figure>
        <figcaption>Max drawdown of {} resamples of the run</figcaption>
        {}<p class="note">{} Plan for the deeper one.</p>
        </figure></div>
        """,
        Shown.count(falls.count()),
        HistogramPicture.ofFalls(Histogram.of(falls.values(), MOST_BINS), marks(fell, deep), says),
        says);
  }

  private static List<Mark> marks(double fell, Figure deep) {
    Mark run = new Mark(fell, "this run " + Shown.percent(fell, 1), "run");
    return switch (deep) {
      case Figure.Known(double depth) ->
          List.of(run, new Mark(depth, "95th percentile " + Shown.percent(depth, 1), "other"));
      case Figure.Undefined _ -> List.of(run);
    };
  }

  private static String percent(Figure figure, int decimals) {
    return switch (figure) {
      case Figure.Known(double share) -> Shown.percent(share, decimals);
      case Figure.Undefined(String why) -> "an undefined share (" + why + ")";
    };
  }
}
