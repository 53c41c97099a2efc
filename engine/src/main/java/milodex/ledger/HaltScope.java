package milodex.ledger;

import java.util.Optional;
import milodex.strategy.StrategyId;

/// What a halt stops: the whole account, or one strategy. Its text is `account` or the strategy.
///
/// @param strategy the one that is stopped; empty: all of the account
public record HaltScope(Optional<StrategyId> strategy) {

  /// The whole account.
  public static final HaltScope ACCOUNT = new HaltScope(Optional.empty());

  private static final String ACCOUNT_TEXT = "account";

  /// One strategy alone.
  public static HaltScope of(StrategyId strategy) {
    return new HaltScope(Optional.of(strategy));
  }

  /// The scope whose text this is.
  ///
  /// @throws IllegalArgumentException if it is neither `account` nor the id of a strategy
  public static HaltScope parse(String text) {
    return text.equals(ACCOUNT_TEXT) ? ACCOUNT : of(StrategyId.parse(text));
  }

  @Override
  public String toString() {
    return strategy.map(StrategyId::toString).orElse(ACCOUNT_TEXT);
  }
}
