package milodex.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;

/// The newest fills: a fold of the ledger that looks back no further than to where these books
/// began to be folded.
public final class FillLog {

  private static final int MOST = 32;

  private final Deque<Fill> newest = new ArrayDeque<>();
  private long count;

  /// What is kept: those before are only counted.
  record State(long count) {}

  /// How many there have been in all.
  public long count() {
    return count;
  }

  /// The newest `many`, oldest first; fewer if there were fewer, or more than are remembered.
  public List<Fill> newest(long many) {
    return newest.stream().skip(Math.max(0, newest.size() - many)).toList();
  }

  State state() {
    return new State(count);
  }

  void restore(State state) {
    count = state.count();
  }

  void apply(Event event) {
    if (event.fact() instanceof Fact.FillRecorded recorded) {
      newest.add(recorded.fill());
      count++;
      if (newest.size() > MOST) {
        newest.remove();
      }
    }
  }
}
