package milodex.analytics;

import java.util.List;
import java.util.stream.IntStream;

/// How sessions are cut into consecutive out-of-sample windows; parameters stay frozen.
///
/// Of `n` sessions and `w` windows each tests ⌊n/(w+1)⌋ sessions; the rest, n − w·test, is the
/// stretch before the first, and as many sessions are the stretch before every later one.
///
/// @param train sessions before each window
/// @param test sessions of each window
public record WalkForward(int train, int test, int windows) {

  /// A window of fewer sessions has no deviation of returns.
  private static final int FEWEST_SESSIONS = 2;

  /// Cuts the `sessions` after warm-up into `windows`.
  ///
  /// @throws IllegalArgumentException if there is no window, or too few sessions for so many
  public static WalkForward of(int sessions, int windows) {
    if (windows < 1) {
      throw new IllegalArgumentException("a walk-forward has at least one window, not " + windows);
    }
    int test = sessions / (windows + 1);
    if (sessions < fewestSessions(windows)) {
      throw new IllegalArgumentException(
          ("%d sessions after warm-up are too few for %d windows, which need at least %d; nothing"
                  + " was run; ask for a longer period or fewer windows")
              .formatted(sessions, windows, fewestSessions(windows)));
    }
    return new WalkForward(sessions - windows * test, test, windows);
  }

  /// The least sessions after warm-up that can be cut into `windows`.
  public static int fewestSessions(int windows) {
    return FEWEST_SESSIONS * (windows + 1);
  }

  /// The windows in order; the last one ends with the last session.
  public List<Window> ranges() {
    return IntStream.rangeClosed(1, windows).mapToObj(this::range).toList();
  }

  private Window range(int number) {
    int trainFrom = (number - 1) * test;
    int testFrom = trainFrom + train;
    return new Window(number, trainFrom, testFrom, testFrom + test);
  }

  /// One window as indices into the sessions after warm-up.
  ///
  /// @param number from 1
  /// @param trainFrom first session of the stretch before it
  /// @param testFrom first session of the window
  /// @param testTo first session after the window
  public record Window(int number, int trainFrom, int testFrom, int testTo) {}
}
