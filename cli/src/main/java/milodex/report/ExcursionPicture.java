package milodex.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import milodex.ledger.Excursion;
import milodex.portfolio.Trade;

/// Closed trades as dots: how far each ran against its entry price, and how far for it.
final class ExcursionPicture {

  /// Dots at most; of more trades as many are drawn, evenly spread.
  static final int MOST_DOTS = 5_000;

  private static final int MOST_TICKS = 5;

  private final List<Dot> dots;
  private final Axis across;
  private final Axis up;

  private record Dot(double worst, double best, boolean won) {

    static Optional<Dot> of(Trade trade) {
      return trade.excursion().map(one -> new Dot(worst(one), best(one), trade.net().isPositive()));
    }

    private static double worst(Excursion excursion) {
      return Math.min(0, excursion.worst().toDouble());
    }

    private static double best(Excursion excursion) {
      return Math.max(0, excursion.best().toDouble());
    }
  }

  private ExcursionPicture(List<Dot> dots) {
    this.dots = dots;
    double lowest = dots.stream().mapToDouble(Dot::worst).min().orElse(0);
    double highest = dots.stream().mapToDouble(Dot::best).max().orElse(0);
    across = new Axis(Math.min(lowest, -0.001), 0, Ticks.LEFT, Ticks.RIGHT);
    up = new Axis(0, Math.max(highest, 0.001), Ticks.FLOOR, 10);
  }

  /// Empty if none of the trades was measured.
  static Optional<Html> of(List<Trade> trades) {
    List<Dot> all = trades.stream().flatMap(trade -> Dot.of(trade).stream()).toList();
    int drawn = Math.min(all.size(), MOST_DOTS);
    List<Dot> some =
        IntStream.range(0, drawn)
            .mapToObj(i -> all.get((int) ((long) i * all.size() / drawn)))
            .toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(new ExcursionPicture(some).html());
  }

  private Html html() {
    return Html.of(
        """
        <svg class="picture" viewBox="0 0 360 220" role="img" \
        aria-label="The adverse and the favourable excursion of each trade as a dot">
        {}{}<path class="rule" d="M44 180.5H340M340.5 10V180"/>
        <path class="dots loss" d="{}"/>
        <path class="dots gain" d="{}"/>
        </svg>
        """,
        Ticks.under(across, MOST_TICKS, value -> across.percent(value, MOST_TICKS)),
        Ticks.beside(up, MOST_TICKS, value -> up.percent(value, MOST_TICKS)),
        points(false),
        points(true));
  }

  /// A line of no length is a dot.
  private String points(boolean won) {
    StringBuilder path = new StringBuilder();
    for (Dot dot : dots) {
      if (dot.won == won) {
        path.append('M')
            .append(across.at(dot.worst))
            .append(' ')
            .append(up.at(dot.best))
            .append("h0");
      }
    }
    return path.toString();
  }
}
