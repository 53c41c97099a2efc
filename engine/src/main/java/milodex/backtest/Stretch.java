package milodex.backtest;

import java.util.List;
import milodex.analytics.WalkForward;

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

  int sessions() {
    return last - first + 1;
  }
}
