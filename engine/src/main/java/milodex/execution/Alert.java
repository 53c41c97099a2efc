package milodex.execution;

import java.time.Instant;
import java.util.List;
import milodex.strategy.StrategyId;

/// Something that went wrong and that a person has to look at, however often it was found since.
///
/// @param id seq of the newest event that says so: whoever names it has seen the newest
/// @param since when it was found first, after it was acknowledged last
/// @param times how often since then
/// @param what the code of what went wrong: `moment_missed`, `data_quality`
/// @param strategies whose entries wait; none: those of the whole account
/// @param says what was found last, with its values
public record Alert(
    long id, Instant since, int times, String what, List<StrategyId> strategies, String says) {

  public Alert {
    strategies = List.copyOf(strategies);
  }

  /// Whether the entries of `strategy` wait for it.
  public boolean concerns(StrategyId strategy) {
    return strategies.isEmpty() || strategies.contains(strategy);
  }

  /// Its reason, as the risk gate quotes it.
  public String reason() {
    return "alert %d, %s, not acknowledged: %s".formatted(id, what, says);
  }

  boolean isOf(String code, List<StrategyId> whose) {
    return what.equals(code) && strategies.equals(whose);
  }

  /// Whether both tell of the same: the later one was found again.
  public boolean isLike(Alert other) {
    return isOf(other.what, other.strategies);
  }

  Alert after(Alert earlier) {
    return new Alert(id, earlier.since, earlier.times + 1, what, strategies, says);
  }
}
