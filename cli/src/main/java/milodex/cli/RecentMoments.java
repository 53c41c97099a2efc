package milodex.cli;

import java.util.ArrayList;
import java.util.List;

/// What was done at the newest moments, those of about a hundred sessions: a runner goes on for
/// years.
final class RecentMoments {

  static final int KEPT = 300;

  private final List<MomentReport> newest = new ArrayList<>();
  private int earlier;

  /// Takes in what came after all it knows.
  void add(List<MomentReport> moments) {
    newest.addAll(moments);
    int over = Math.max(0, newest.size() - KEPT);
    newest.subList(0, over).clear();
    earlier += over;
  }

  /// Oldest first, at most [#KEPT].
  List<MomentReport> newest() {
    return List.copyOf(newest);
  }

  /// How many there were before those.
  int earlier() {
    return earlier;
  }
}
