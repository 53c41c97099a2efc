package milodex.report;

import java.util.List;
import java.util.function.DoubleFunction;
import milodex.analytics.Histogram;

/// A histogram as a picture: losses left of zero, gains right of it.
final class HistogramPicture {

  private static final int LEFT = 16;
  private static final int RIGHT = 344;
  private static final int CEILING = 24;
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
    up =
        new Axis(
            0, bins.stream().mapToInt(Histogram.Bin::count).max().orElse(1), Ticks.FLOOR, ceiling);
  }

  /// @param histogram of shares of one, with at least one bin
  /// @param says what a reader who cannot see it should know
  static Html of(Histogram histogram, String says) {
    HistogramPicture picture = new HistogramPicture(histogram, List.of(), CEILING);
    Html fullest =
        Html.of(
            "<text x=\"0\" y=\"12\">{} in the fullest bin</text>",
            Shown.count((long) picture.up.high()));
    return picture.html(says, fullest, picture.byZero(), picture::percent);
  }

  /// The same of falls, which are losses however large, with marks across it.
  ///
  /// @param falls with at least one bin
  static Html ofFalls(Histogram falls, List<Mark> marks, String says) {
    HistogramPicture picture = new HistogramPicture(falls, marks, Mark.room(marks) + 4);
    Html bars = Html.each(picture.bins, bin -> picture.bar(bin, "fall"));
    return picture.html(says, Html.EMPTY, bars, picture::percent);
  }

  /// The same of plain numbers, with zero marked, and what lies on either side of it above.
  ///
  /// @param histogram with at least one bin
  /// @param zero what zero stands for
  static Html aroundZero(
      Histogram histogram, String zero, String below, String above, String says) {
    List<Mark> marks = List.of(new Mark(0, zero, "other"));
    int row = Mark.room(marks);
    HistogramPicture picture = new HistogramPicture(histogram, marks, row + 10);
    Html sides =
        Html.of(
            """
            <text class="mark lost" x="16" y="{}">{}</text>\
            <text class="mark won" x="344" y="{}" text-anchor="end">{}</text>
            """,
            row,
            below,
            row,
            above);
    return picture.html(
        says, sides, picture.byZero(), value -> picture.across.number(value, MOST_TICKS));
  }

  private Html html(String says, Html above, Html bars, DoubleFunction<String> number) {
    return Html.of(
        """
        <svg class="picture" viewBox="0 0 360 220" role="img" aria-label="{}">
        {}<path class="rule" d="M16 180.5H344"/>
        {}{}{}
        </svg>
        """,
        says,
        bars,
        Ticks.under(across, MOST_TICKS, number),
        Mark.of(marks, across, Ticks.FLOOR),
        above);
  }

  private Html byZero() {
    return Html.each(bins, bin -> bar(bin, kind(bin)));
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
        Axis.tenths(Ticks.FLOOR - up.place(bin.count())));
  }

  private String percent(double value) {
    return across.percent(value, MOST_TICKS);
  }
}
