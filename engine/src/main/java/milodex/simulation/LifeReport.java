package milodex.simulation;

import java.time.LocalDate;
import java.util.List;
import milodex.ledger.Head;

/// What became of one seed.
///
/// @param from first session in which anything could go wrong; `to` is the last
/// @param sessions how many were lived through
/// @param faults what went wrong, in order
/// @param broken the invariants that did not hold, in words; empty if all did
/// @param restarts how often a process was started again
/// @param waits at how many moments a process had to wait until a session could begin
/// @param head of the ledger at the end: the same seed gives the same
public record LifeReport(
    long seed,
    LocalDate from,
    LocalDate to,
    int sessions,
    List<Struck> faults,
    List<String> broken,
    int restarts,
    int waits,
    int orders,
    int fills,
    Head head) {

  public LifeReport {
    faults = List.copyOf(faults);
    broken = List.copyOf(broken);
  }

  /// Whether every invariant held.
  public boolean holds() {
    return broken.isEmpty();
  }
}
