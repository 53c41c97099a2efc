package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.promotion.PromotionLog;
import milodex.promotion.Standing;
import milodex.promotion.Step;
import milodex.strategy.StrategyId;

/// Decides a step on what the ledger says, and takes it; what was decided on older facts is decided
/// again.
///
/// @param preview whether nothing is to be written
record Stepping(Wiring wiring, StrategyId strategy, Instant at, boolean preview) {

  /// What comes of a step, as the ledger is now.
  interface Decision {
    Step on(Ledger ledger, PromotionLog log);
  }

  /// What came of it.
  ///
  /// @param seq where it was written; empty if nothing was
  /// @param standing where the strategy is now
  /// @param head the ledger's head; blank if there is no ledger
  record Outcome(Step step, OptionalLong seq, Standing standing, String head) {}

  /// Decides, and appends unless it is a preview or refused.
  Outcome take(Decision decision) throws IOException {
    Outcome seen = look(decision);
    if (preview || !(seen.step instanceof Step.Taken)) {
      return seen;
    }
    try (Ledger ledger = wiring.ledger()) {
      PromotionLog log = new PromotionLog(ledger);
      Step step = decision.on(ledger, log);
      while (step instanceof Step.Taken taken) {
        OptionalLong seq = log.take(taken, at);
        if (seq.isPresent()) {
          return outcome(step, seq, ledger, log);
        }
        step = decision.on(ledger, log);
      }
      return outcome(step, OptionalLong.empty(), ledger, log);
    }
  }

  private Outcome look(Decision decision) {
    try (Ledger ledger =
        wiring.ledgerIfAny().<Ledger>map(one -> one).orElseGet(MemoryLedger::new)) {
      PromotionLog log = new PromotionLog(ledger);
      return outcome(decision.on(ledger, log), OptionalLong.empty(), ledger, log);
    }
  }

  private Outcome outcome(Step step, OptionalLong seq, Ledger ledger, PromotionLog log) {
    return new Outcome(
        step,
        seq,
        log.standing(strategy),
        ledger.head().seq() == 0 ? "" : ledger.head().toString());
  }
}
