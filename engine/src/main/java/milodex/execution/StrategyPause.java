package milodex.execution;

import java.time.Instant;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.RiskFact;
import milodex.strategy.StrategyId;

/// The operator's word for one strategy: its entries stop and its exits go on, until unpaused.
public final class StrategyPause {

  private final Books books;

  public StrategyPause(Books books) {
    this.books = books;
  }

  /// Stops the entries of `strategy`.
  ///
  /// @return false if they were stopped already; nothing was written
  /// @throws IllegalArgumentException if `reason` is blank
  public boolean pause(StrategyId strategy, String reason, Instant now) {
    return turn(true, strategy, new RiskFact.StrategyPaused(strategy, required(reason)), now);
  }

  /// Lets `strategy` enter again; a halt stands as it stood.
  ///
  /// @return false if it was not paused; nothing was written
  /// @throws IllegalArgumentException if `reason` is blank
  public boolean unpause(StrategyId strategy, String reason, Instant now) {
    return turn(false, strategy, new RiskFact.StrategyUnpaused(strategy, required(reason)), now);
  }

  /// Whoever loses the race for the next turn reads again what there is to do.
  private boolean turn(boolean toPaused, StrategyId strategy, RiskFact fact, Instant now) {
    while (true) {
      books.catchUp();
      if (books.halts().paused().containsKey(strategy) == toPaused) {
        return false;
      }
      try {
        int next = books.halts().turns(strategy) + 1;
        books.record(now, Draft.of("pause/" + strategy + "/" + next, fact));
        return true;
      } catch (DuplicateKeyException _) {
        books.catchUp();
      }
    }
  }

  private static String required(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason is blank");
    }
    return reason;
  }
}
