package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// Freezes what would run, and takes strategies from stage to stage.
@Command(
    name = "promotion",
    description = {
      "Freeze the manifest of a strategy, and take it from stage to stage.",
      "The ledger is the only authority on stages: backtest, paper, micro_live, live, and disabled."
          + " No strategy skips one, and real capital is locked."
    })
final class PromotionCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(
        PromotionFreezeCommand.class,
        PromotionManifestCommand.class,
        PromotionCheckCommand.class,
        PromotionEvidenceCommand.class,
        PromotionPromoteCommand.class,
        PromotionDemoteCommand.class,
        PromotionHistoryCommand.class);
  }
}
