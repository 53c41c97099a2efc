package milodex.risk;

/// A limit on how many there may be.
///
/// @param row of the table of checks
/// @param name in plain words
/// @param limit the most allowed
record CountLimit(int row, String code, String name, int limit) {

  static CountLimit entries(RiskPolicy policy) {
    return new CountLimit(
        16, "max_trades_per_day_exceeded", "entries of the day", policy.maxEntriesPerDay());
  }

  static CountLimit rate(RiskPolicy policy) {
    return new CountLimit(
        17, "order_rate_exceeded", "orders within a minute", policy.maxOrdersPerMinute());
  }

  static CountLimit correlated(RiskPolicy policy) {
    return new CountLimit(
        21,
        "max_correlated_positions_exceeded",
        "positions in one bet",
        policy.maxCorrelatedPositions());
  }

  static CountLimit positions(RiskPolicy policy) {
    return new CountLimit(
        22, "max_concurrent_positions_exceeded", "account positions", policy.maxPositions());
  }

  static CountLimit positions(StrategyLimits limits) {
    return new CountLimit(
        23, "max_strategy_positions_exceeded", "strategy positions", limits.maxPositions());
  }

  /// What a check says of `number`, in the words of `what`.
  Answer answer(String what, int number) {
    String says = what + ", at most " + limit;
    return number > limit ? new Answer.Breach(code, says) : new Answer.Clear(says);
  }
}
