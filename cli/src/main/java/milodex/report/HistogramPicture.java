package milodex.report;

import java.util.List;
import milodex.analytics.Histogram;

/// A histogram of shares of one as a picture: losses left of zero, gains right of it.
final class HistogramPicture {

  private static final int LEFT = 16;
  private static final int RIGHT = 344;
  private static final int CEILING = 24;
  private static final int FLOOR = 180;
  private static final int MOST_TICKS = 7;

  private final List<Histogram.Bin> bins;
  private final Axis across;
  private final Axis up;

  /// @param histogram with at least one bin
  private HistogramPicture(Histogram histogram) {
    bins = histogram.bins();
    across = new Axis(bins.getFirst().from(), bins.getLast().to(), LEFT, RIGHT);
    up = new Axis(0, bins.stream().mapToInt(Histogram.Bin::count).max().orElse(1), FLOOR, CEILING);
  }

  /// @param histogram with at least one bin
  /// @param says what a reader who cannot see it should know
  static Html of(Histogram histogram, String says) {
    HistogramPicture picture = new HistogramPicture(histogram);
    return Html.of(
        """
        <svg class="picture" viewBox="0 0 360 220" role="img" aria-label="{}">
        <text x="0" y="12">{} in the fullest bin</text>
        {}<path class="rule" d="M16 180.5H344"/>
        {}</svg>
        """,
        says,
        Shown.count((long) picture.up.high()),
        Html.each(picture.bins, picture::bar),
        Html.each(picture.across.ticks(MOST_TICKS), picture::tick));
  }

  private Html bar(Histogram.Bin bin) {
    double left = across.place(bin.from());
    return Html.of(
        """
        <rect class="{}" x="{}" y="{}" width="{}" height="{}"/>
        """,
        bin.from() < 0 ? "loss" : "gain",
        Axis.tenths(left + 0.5),
        up.at(bin.count()),
        Axis.tenths(across.place(bin.to()) - left - 1),
        Axis.tenths(FLOOR - up.place(bin.count())));
  }

  private Html tick(double value) {
    return Html.of(
        """
        <text x="{}" y="198" text-anchor="middle">{}</text>
        """,
        across.at(value),
        across.percent(value, MOST_TICKS));
  }
}
