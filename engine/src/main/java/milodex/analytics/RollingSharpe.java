package milodex.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The Sharpe of the newest sessions, session by session.
public final class RollingSharpe {

  /// Sessions of half a year.
  public static final int HALF_A_YEAR = 126;

  private RollingSharpe() {}

  /// For each session the Sharpe of the `span` returns that end with it.
  ///
  /// The first `span − 1` sessions have none, nor has a stretch whose returns do not vary.
  ///
  /// @param span at least two
  /// @return one figure for each return
  /// @throws IllegalArgumentException if `span` is below two
  public static List<Figure> of(double[] returns, int span) {
    if (span < 2) {
      throw new IllegalArgumentException("a Sharpe needs at least two sessions, not " + span);
    }
    Figure tooEarly = Figure.undefined("fewer than " + span + " sessions");
    List<Figure> sharpes = new ArrayList<>(returns.length);
    for (int end = 1; end <= returns.length; end++) {
      sharpes.add(
          end < span ? tooEarly : Returns.sharpe(Arrays.copyOfRange(returns, end - span, end)));
    }
    return List.copyOf(sharpes);
  }
}
