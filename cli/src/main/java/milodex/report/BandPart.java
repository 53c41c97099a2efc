package milodex.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import milodex.analytics.Decimation;
import milodex.analytics.EquityCurve;
import milodex.analytics.ResampledEquity;
import milodex.statistics.Figure;

/// The equity of a run inside the band of what its own returns come to in another order.
final class BandPart {

  private static final int MOST_POINTS = 1_200;

  private BandPart() {}

  static Html of(EquityCurve curve, Redraw redraw) {
    return Html.of(
        "<h3>Luck of the order</h3>\n{}",
        switch (redraw) {
          case Redraw.Drawn drawn -> chart(curve, drawn);
          case Redraw.Missing(String why) ->
              Html.of("<p>The band around the equity is {}.</p>\n", Shown.undefined(why));
        });
  }

  private static Html chart(EquityCurve curve, Redraw.Drawn drawn) {
    return Html.of(
        """
        <figure class="chart">
        <figcaption>Equity at the close, in dollars, and where 90 % of its resamples lie</figcaption>
        <div class="plot" id="band-chart" role="img" aria-label="{}"></div>
        </figure>
        <script type="application/json" id="band">{}</script>
        <p class="note">{} {} The band holds each session by itself, around the run's own mean: it
        says how far luck of order and draw carries, not whether there is an edge.</p>
        """,
        ends(curve, drawn.equity()),
        json(curve, drawn.equity()),
        ends(curve, drawn.equity()),
        drawn.says());
  }

  private static String ends(EquityCurve curve, ResampledEquity band) {
    int last = curve.sessions() - 1;
    return "At the last close 90 %% of the resamples lie between %s and %s dollars; the run came to %s."
        .formatted(
            Shown.count(Math.round(band.low()[last])),
            Shown.count(Math.round(band.high()[last])),
            Shown.count(Math.round(curve.equity()[last + 1])));
  }

  private static Html json(EquityCurve curve, ResampledEquity band) {
    double[] closes = Arrays.copyOfRange(curve.equity(), 1, curve.equity().length);
    int[] drawn = Decimation.minMax(closes, MOST_POINTS);
    double[] days = IntStream.of(curve.session()).asDoubleStream().toArray();
    return new ChartData()
        .with("day", 1, at(drawn, days))
        .with("equity", 1, at(drawn, closes))
        .with("low", 1, at(drawn, band.low()))
        .with("high", 1, at(drawn, band.high()))
        .json();
  }

  private static Stream<Figure> at(int[] drawn, double[] values) {
    return IntStream.of(drawn).mapToObj(i -> Figure.of(values[i]));
  }
}
