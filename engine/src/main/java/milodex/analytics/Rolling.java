package milodex.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import milodex.statistics.Figure;

/// Figures of the newest sessions, session by session.
public final class Rolling {

  /// Sessions of a month.
  public static final int MONTH = 21;

  /// Sessions of half a year.
  public static final int HALF_A_YEAR = 126;

  private Rolling() {}

  /// For each session the Sharpe of the `span` returns that end with it.
  ///
  /// The first `span − 1` sessions have none, nor has a stretch whose returns do not vary.
  ///
  /// @param span at least two
  /// @return one figure for each return
  /// @throws IllegalArgumentException if `span` is below two
  public static List<Figure> sharpe(double[] returns, int span) {
    if (span < 2) {
      throw new IllegalArgumentException("a Sharpe needs at least two sessions, not " + span);
    }
    return each(returns, span, Returns::sharpe);
  }

  /// For each session the mean of the `span` values that end with it; the first `span − 1` have
  /// none.
  ///
  /// @param span at least one
  /// @return one figure for each value
  /// @throws IllegalArgumentException if `span` is below one
  public static List<Figure> mean(double[] values, int span) {
    if (span < 1) {
      throw new IllegalArgumentException("a mean needs at least one session, not " + span);
    }
    return each(values, span, some -> Figure.of(Returns.mean(some)));
  }

  private static List<Figure> each(double[] values, int span, Function<double[], Figure> figure) {
    Figure tooEarly = Figure.undefined("fewer than " + span + " sessions");
    List<Figure> figures = new ArrayList<>(values.length);
    for (int end = 1; end <= values.length; end++) {
      figures.add(
          end < span ? tooEarly : figure.apply(Arrays.copyOfRange(values, end - span, end)));
    }
    return List.copyOf(figures);
  }
}
