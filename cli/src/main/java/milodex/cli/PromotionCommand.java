package milodex.cli;

import picocli.CommandLine.Command;

/// Freezes what would run, and takes strategies from stage to stage.
@Command(
    name = "promotion",
    description = {
      "Freeze the manifest of a strategy, and take it from stage to stage.",
      "The ledger is the only authority on stages: backtest, paper, micro_live, live, and disabled."
          + " No strategy skips one, and real capital is locked."
    },
    subcommands = {
      PromotionFreezeCommand.class,
      PromotionManifestCommand.class,
      PromotionCheckCommand.class,
      PromotionEvidenceCommand.class,
      PromotionPromoteCommand.class,
      PromotionDemoteCommand.class,
      PromotionHistoryCommand.class
    })
final class PromotionCommand {}
