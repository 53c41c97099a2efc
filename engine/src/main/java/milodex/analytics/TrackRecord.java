package milodex.analytics;

import java.util.List;
import java.util.Optional;

/// What a candidate did out of sample: all that its evidence is computed from.
///
/// @param outOfSample the windows and their aggregate
/// @param trades the round trips closed in them
/// @param streams over the same sessions
/// @param costRate dollars of slippage and commission for each dollar traded
/// @param holdings empty if they were not kept: a rule that is flat at every close
public record TrackRecord(
    OutOfSample outOfSample,
    List<TradeResult> trades,
    ReturnStreams streams,
    double costRate,
    Optional<Holdings> holdings) {

  /// @throws IllegalArgumentException if the parts are not over the same sessions, or the cost
  ///     rate is negative
  public TrackRecord {
    trades = List.copyOf(trades);
    if (!(costRate >= 0 && Double.isFinite(costRate))) {
      throw new IllegalArgumentException("a cost rate is at least zero, not " + costRate);
    }
    int sessions = outOfSample.curve().sessions();
    if (streams.sessions() != sessions
        || holdings.filter(held -> held.sessions() != sessions).isPresent()) {
      throw new IllegalArgumentException("the parts of a record are over other sessions");
    }
  }
}
