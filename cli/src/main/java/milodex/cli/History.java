package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.backtest.Runs;
import milodex.ledger.Ledger;
import milodex.promotion.Manifest;
import milodex.promotion.PromotionLog;
import milodex.promotion.Standing;
import milodex.strategy.StrategyId;

/// What the ledger knows of one strategy.
///
/// @param trials its distinct runs, in the order they were first registered
/// @param frozen its newest manifest
/// @param standing where it is
record History(List<Runs.Run> trials, Optional<Manifest> frozen, Standing standing) {

  /// Of this strategy; nothing while the workspace has no ledger.
  static History of(Wiring wiring, StrategyId id) {
    Optional<? extends Ledger> kept = wiring.ledgerIfAny();
    if (kept.isEmpty()) {
      return new History(List.of(), Optional.empty(), Standing.BEGINNING);
    }
    try (Ledger ledger = kept.get()) {
      List<Runs.Run> trials =
          new Runs(ledger, wiring.artifacts())
              .all().stream().filter(run -> run.strategy().equals(id)).toList();
      return new History(
          trials, new Freezing(ledger).newest(id), new PromotionLog(ledger).standing(id));
    }
  }
}
