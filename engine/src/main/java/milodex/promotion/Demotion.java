package milodex.promotion;

import java.util.List;
import milodex.ledger.PromotionFact.StageDemoted;
import milodex.promotion.Lack.Code;
import milodex.strategy.StrategyId;

/// Decides about steps downwards: they are always possible, to `backtest` and to `disabled`.
public record Demotion(StrategyId strategy, Standing standing) {

  /// What comes of it; going from `disabled` to `backtest` gives no more than a new beginning.
  ///
  /// @param reason what a person says why
  public Step decide(Stage to, String reason) {
    if (to != Stage.BACKTEST && to != Stage.DISABLED) {
      return refused(Code.NOT_A_DEMOTION, "to", "a demotion leads to backtest or disabled");
    }
    if (standing.stage() == to) {
      return new Step.There(standing);
    }
    if (reason.isBlank()) {
      return refused(Code.NO_REASON, "reason", "no reason is given");
    }
    return new Step.Taken(
        new StageDemoted(
            strategy,
            standing.stage().word(),
            to.word(),
            reason.strip(),
            standing.promotion().map(Standing.Promoted::seq)),
        standing.steps() + 1);
  }

  private static Step refused(Code code, String field, String says) {
    return new Step.Refused(List.of(new Lack(code, field, says)));
  }
}
