package milodex.promotion;

import java.util.List;
import milodex.analytics.ReturnStreams;

/// Everything that was tried beside a candidate over its sessions: what its luck is counted
/// against.
///
/// @param others every other trial with return streams
/// @param withoutStreams how many other trials have none: killed, failed, invalid or too old
public record Multiplicity(List<Other> others, int withoutStreams) {

  /// Nothing else was tried.
  public static final Multiplicity ALONE = new Multiplicity(List.of(), 0);

  /// Another trial.
  ///
  /// @param isFamily whether it tries the same family of strategies
  public record Other(ReturnStreams streams, boolean isFamily) {}

  public Multiplicity {
    others = List.copyOf(others);
  }

  /// N: all trials, the candidate included.
  public int trials() {
    return 1 + others.size() + withoutStreams;
  }
}
