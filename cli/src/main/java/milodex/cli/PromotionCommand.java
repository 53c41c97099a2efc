package milodex.cli;

import java.util.List;

/// Freezes what would run, and takes strategies from stage to stage.
final class PromotionCommand implements Parent {

  @Override
  public String name() {
    return "promotion";
  }

  @Override
  public Usage usage() {
    return Usage.of(
        "Freeze the manifest of a strategy, and take it from stage to stage.",
        "The ledger is the only authority on stages: backtest, paper, micro_live, live, and disabled."
            + " No strategy skips one, and real capital is locked.");
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new PromotionFreezeCommand(),
        new PromotionManifestCommand(),
        new PromotionCheckCommand(),
        new PromotionEvidenceCommand(),
        new PromotionPromoteCommand(),
        new PromotionDemoteCommand(),
        new PromotionHistoryCommand());
  }
}
