package milodex.backtest;

import java.util.List;
import milodex.analytics.WalkForward;
import milodex.data.MarketHistory;

/// Consecutive sessions that are run from flat: a window, or the whole period.
///
/// @param window its number from 1, or 0 for the whole period
/// @param label what a report calls it
/// @param first index of its first session
/// @param last index of its last session
record Stretch(int window, String label, int first, int last) {

  /// The stretches of a run, in order.
  static List<Stretch> of(Preparation.Ready ready) {
    int first = ready.firstSession();
    int last = ready.lastSession();
    if (ready.plan().windows() == 0) {
      return List.of(new Stretch(0, "whole period", first, last));
    }
    WalkForward cut = WalkForward.of(last - first + 1, ready.plan().windows());
    return cut.ranges().stream()
        .map(
            window ->
                new Stretch(
                    window.number(),
                    "OOS window " + window.number(),
                    first + window.testFrom(),
                    first + window.testTo() - 1))
        .toList();
  }

  static int sessions(List<Stretch> stretches) {
    return stretches.stream().mapToInt(Stretch::sessions).sum();
  }

  /// How often the rule is asked in all of them.
  static int decisions(List<Stretch> stretches, MarketHistory history) {
    return stretches.stream().mapToInt(stretch -> stretch.decisions(history)).sum();
  }

  /// How often the rule is asked: at the close of each session, or of each bar within it.
  private int decisions(MarketHistory history) {
    return history.intraday().isEmpty()
        ? sessions()
        : history.sessions().subList(first, last + 1).stream()
            .mapToInt(session -> history.barCloses(session).size())
            .sum();
  }

  int sessions() {
    return last - first + 1;
  }
}
