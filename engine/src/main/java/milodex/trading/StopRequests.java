package milodex.trading;

/// What the operator wants of a runner that is on its way.
public interface StopRequests {

  /// What is wanted now.
  enum Wanted {
    /// Nothing: go on.
    GO_ON,
    /// Begin no further moment; orders and positions stay as they are.
    CONTROLLED_STOP,
    /// Stop all trading of the account, durably.
    KILL_SWITCH
  }

  /// Asked between two moments and, now and then, while one is waited for. It may take as long as a
  /// person needs for an answer: the time of a rehearsal stands still meanwhile.
  Wanted wanted();

  /// Nobody ever wants anything.
  static StopRequests none() {
    return () -> Wanted.GO_ON;
  }
}
