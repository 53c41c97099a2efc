package milodex.promotion;

/// What a strategy asks of its own evidence beyond the policy.
///
/// @param trades the fewest closed trades it wants to be judged by
/// @param isLowCadence whether its template declares that it trades rarely
public record Demands(int trades, boolean isLowCadence) {

  /// Nothing beyond the policy.
  public static final Demands NONE = new Demands(0, false);

  /// The fewest closed trades under `policy`.
  int fewestTrades(Policy policy) {
    return Math.max(trades, isLowCadence ? policy.lowCadenceTrades() : policy.trades());
  }
}
