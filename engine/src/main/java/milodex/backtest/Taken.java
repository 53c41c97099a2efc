package milodex.backtest;

import java.time.Instant;
import java.util.Optional;
import milodex.ledger.Fact;
import milodex.portfolio.StrategyBook;

/// A decision as a run took it: when, what was written of it, and what the strategy owned then.
///
/// @param session index of the session in which it was taken
/// @param at when: the close of the bar it was taken on
/// @param fact empty for a quiet bar within a session: nothing was wished, and what was passed over
///     was only added up
/// @param book as the run's facts before it add up to
record Taken(int session, Instant at, Optional<Fact.Evaluated> fact, StrategyBook book) {

  /// Whether anything was wished.
  boolean wished() {
    return fact.filter(written -> !written.signals().isEmpty()).isPresent();
  }
}
