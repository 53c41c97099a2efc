package milodex.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;

/// The newest fills: a fold of the ledger that looks back no further than it must.
public final class FillLog {

  private static final int MOST = 32;

  private final Deque<Fill> newest = new ArrayDeque<>();
  private long count;

  /// How many there have been since the ledger began to be read.
  public long count() {
    return count;
  }

  /// The newest `many`, oldest first; fewer if there were fewer, or more than are remembered.
  public List<Fill> newest(long many) {
    return newest.stream().skip(Math.max(0, newest.size() - many)).toList();
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
