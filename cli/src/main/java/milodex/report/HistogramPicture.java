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
  private final List<Mark> marks;
  private final Axis across;
  private final Axis up;

  /// @param histogram with at least one bin
  private HistogramPicture(Histogram histogram, List<Mark> marks, int ceiling) {
    bins = histogram.bins();
    this.marks = marks;
    double low = bins.getFirst().from();
    double high = bins.getLast().to();
    for (Mark mark : marks) {
      low = Math.min(low, mark.value());
      high = Math.max(high, mark.value());
    }
    across = new Axis(low, high, LEFT, RIGHT);
    up = new Axis(0, bins.stream().mapToInt(Histogram.Bin::count).max().orElse(1), FLOOR, ceiling);
  }

  /// @param histogram with at least one bin
  /// @param says what a reader who cannot see it should know
  static Html of(Histogram histogram, String says) {
    HistogramPicture picture = new HistogramPicture(histogram, List.of(), CEILING);
    Html fullest =
        Html.of(
            "<text x=\"0\" y=\"12\">{} in the fullest bin</text>",
            Shown.count((long) picture.up.high()));
    return picture.html(says, fullest, Html.each(picture.bins, bin -> picture.bar(bin, kind(bin))));
  }

  /// The same of falls, which are losses however large, with marks across it.
  ///
  /// @param falls with at least one bin
  static Html ofFalls(Histogram falls, List<Mark> marks, String says) {
    HistogramPicture picture = new HistogramPicture(falls, marks, Mark.room(marks) + 4);
    return picture.html(says, Html.EMPTY, Html.each(picture.bins, bin -> picture.bar(bin, "fall")));
  }

  private Html html(String says, Html above, Html bars) {
    return Html.of(
        """
        <svg class="picture" viewBox="0 0 360 220" role="img" aria-label="{}">
        {}
        {}<path class="rule" d="M16 180.5H344"/>
        {}{}</svg>
        """,
        says,
        above,
        bars,
        Html.each(across.ticks(MOST_TICKS), this::tick),
        Mark.of(marks, across, FLOOR));
  }

  private static String kind(Histogram.Bin bin) {
    return bin.from() < 0 ? "loss" : "gain";
  }

  private Html bar(Histogram.Bin bin, String kind) {
    double left = across.place(bin.from());
    return Html.of(
        """
        <rect class="{}" x="{}" y="{}" width="{}" height="{}"/>
        """,
        kind,
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
