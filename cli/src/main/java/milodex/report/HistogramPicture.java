package milodex.report;

import java.util.ArrayList;
import java.util.List;
import milodex.analytics.Histogram;

/// A histogram of shares of one as a picture: losses left of the line at zero, gains right of it.
final class HistogramPicture {

  private static final int WIDTH = 400;
  private static final int FLOOR = 168;
  private static final int CEILING = 24;
  private static final int MOST_TICKS = 8;

  private final List<Histogram.Bin> bins;
  private final double binWidth;
  private final int highest;

  private HistogramPicture(Histogram histogram) {
    bins = histogram.bins();
    binWidth = histogram.width();
    highest = bins.stream().mapToInt(Histogram.Bin::count).max().orElse(1);
  }

  /// @param histogram with at least one bin
  /// @param says what a reader who cannot see it should know
  static Html of(Histogram histogram, String says) {
    HistogramPicture picture = new HistogramPicture(histogram);
    return Html.of(
        """
        <svg class="histogram" viewBox="0 0 400 196" role="img" aria-label="{}">
        <text class="axis" x="0" y="12">{} trades in the fullest bin</text>
        {}<path class="floor" d="M0 168.5H400"/>
        {}</svg>
        <p class="note">{} Each bin is {} wide.</p>
        """,
        says,
        Shown.count(picture.highest),
        Html.each(picture.bins, picture::bar),
        picture.ticks(),
        says,
        Shown.share(java.math.BigDecimal.valueOf(histogram.width())));
  }

  private Html bar(Histogram.Bin bin) {
    double height = (double) (FLOOR - CEILING) * bin.count() / highest;
    return Html.of(
        "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{} to {}: {}</title></rect>\n",
        bin.from() < 0 ? "loss" : "gain",
        tenths(x(bin.from()) + 0.5),
        tenths(FLOOR - height),
        tenths(x(bin.to()) - x(bin.from()) - 1),
        tenths(height),
        percent(bin.from()),
        percent(bin.to()),
        Shown.count(bin.count()));
  }

  /// Marks under some of the edges, zero among them where it is one.
  private Html ticks() {
    long first = Math.round(bins.getFirst().from() / binWidth);
    long last = Math.round(bins.getLast().to() / binWidth);
    long every = Math.ceilDiv(last - first, MOST_TICKS);
    List<Html> ticks = new ArrayList<>();
    for (long edge = Math.ceilDiv(first, every) * every; edge <= last; edge += every) {
      double x = x(edge * binWidth);
      ticks.add(
          Html.of(
              "<text class=\"axis\" x=\"{}\" y=\"186\" text-anchor=\"{}\">{}</text>\n",
              tenths(x),
              x < 16 ? "start" : x > WIDTH - 16 ? "end" : "middle",
              percent(edge * binWidth)));
    }
    return Html.join("", ticks);
  }

  private double x(double value) {
    double first = bins.getFirst().from();
    return WIDTH * (value - first) / (binWidth * bins.size());
  }

  private String percent(double share) {
    return Shown.percent(share, binWidth >= 0.01 ? 0 : binWidth >= 0.001 ? 1 : 2);
  }

  private static String tenths(double value) {
    return Double.toString(Math.round(value * 10) / 10.0);
  }
}
