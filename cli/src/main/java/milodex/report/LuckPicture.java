package milodex.report;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import milodex.statistics.BestOfTrials;
import milodex.statistics.Figure;

/// The densities of a Sharpe ratio without skill, and where the run stands on them.
final class LuckPicture {

  private static final int LEFT = 16;
  private static final int RIGHT = 344;
  private static final int POINTS = 164;
  private static final int MOST_TICKS = 7;

  /// What the picture leaves out at either end of the best by luck.
  private static final double TAIL = 0.001;

  /// Deviations of one trial that are drawn at least.
  private static final double DEVIATIONS = 2.6;

  private final BestOfTrials best;
  private final BestOfTrials one;
  private final LuckReading luck;
  private final double sharpe;
  private final List<Mark> marks;
  private final Axis across;
  private final Axis up;

  private LuckPicture(LuckReading luck, BestOfTrials best, double sharpe) {
    this.luck = luck;
    this.best = best;
    this.sharpe = sharpe;
    one = new BestOfTrials(1, best.deviation());
    marks = marks(luck, sharpe);
    across = new Axis(lowest(), highest(), LEFT, RIGHT);
    up = new Axis(0, peak(), Ticks.FLOOR, Mark.room(marks) + 4);
  }

  /// @param sharpe annual, of the run
  static Html of(LuckReading luck, BestOfTrials best, double sharpe) {
    return new LuckPicture(luck, best, sharpe).html();
  }

  private Html html() {
    boolean alone = best.trials() == 1;
    return Html.of(
        """
        <svg class="picture" viewBox="0 0 360 206" role="img" aria-label="{}">
        {}{}{}{}<path class="rule" d="M16 180.5H344"/>
        {}{}</svg>
        """,
        says(),
        interval(),
        Html.of("<path class=\"one\" d=\"{}\"/>\n", line(one::density, across.low())),
        alone ? Html.EMPTY : Html.of("<path class=\"luck\" d=\"{}\"/>\n", area(across.low())),
        Html.of("<path class=\"tail\" d=\"{}\"/>\n", area(sharpe)),
        Ticks.under(across, MOST_TICKS, value -> across.number(value, MOST_TICKS)),
        Mark.of(marks, across, Ticks.FLOOR));
  }

  private String says() {
    return "The run's Sharpe of %s on the density of the best of %s without skill; luck alone shows as much in %s of cases."
        .formatted(
            Shown.bare(sharpe, 2),
            Shown.count((long) best.trials()),
            Shown.percent(best.chanceOf(sharpe), 1));
  }

  private static List<Mark> marks(LuckReading luck, double sharpe) {
    Mark run = new Mark(sharpe, "this run " + Shown.bare(sharpe, 2), "run");
    return switch (luck.deflation().bestByLuck()) {
      case Figure.Known(double mean) ->
          List.of(run, new Mark(mean, "luck, on average " + Shown.bare(mean, 2), "other"));
      case Figure.Undefined _ -> List.of(run);
    };
  }

  private double lowest() {
    double least = Math.min(sharpe, -DEVIATIONS * best.deviation());
    return luck.low() instanceof Figure.Known(double low) ? Math.min(least, low) : least;
  }

  private double highest() {
    double most = Math.max(sharpe, best.quantile(1 - TAIL));
    return luck.high() instanceof Figure.Known(double high) ? Math.max(most, high) : most;
  }

  private double peak() {
    double peak = one.density(0);
    for (int i = 0; i <= POINTS; i++) {
      peak = Math.max(peak, best.density(ratio(across.low(), i)));
    }
    return peak;
  }

  private Html interval() {
    return luck.low() instanceof Figure.Known(double low)
            && luck.high() instanceof Figure.Known(double high)
        ? Html.of(
            """
            <rect class="interval" x="{}" y="{}" width="{}" height="{}"/>
            """,
            across.at(low),
            up.at(up.high()),
            Axis.tenths(across.place(high) - across.place(low)),
            Axis.tenths(Ticks.FLOOR - up.place(up.high())))
        : Html.EMPTY;
  }

  /// What lies under the best by luck from `from` on.
  private String area(double from) {
    return line(best::density, from) + "V" + Ticks.FLOOR + "H" + across.at(from) + "Z";
  }

  private String line(DoubleUnaryOperator density, double from) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= POINTS; i++) {
      double ratio = ratio(from, i);
      path.append(i == 0 ? 'M' : 'L')
          .append(across.at(ratio))
          .append(' ')
          .append(up.at(density.applyAsDouble(ratio)));
    }
    return path.toString();
  }

  private double ratio(double from, int i) {
    return from + (across.high() - from) * i / POINTS;
  }
}
