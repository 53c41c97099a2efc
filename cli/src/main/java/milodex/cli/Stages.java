package milodex.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.promotion.Manifest;
import milodex.promotion.PromotionLog;
import milodex.promotion.Stage;
import milodex.promotion.Standing;
import milodex.risk.Circumstances;
import milodex.strategy.StrategyId;
import milodex.yaml.Configuration;

/// The stages of a workspace's strategies; without a ledger all are at `backtest`.
record Stages(Optional<PromotionLog> log) {

  /// Read from the workspace's ledger, if it has one.
  static Stages of(Wiring wiring) {
    return new Stages(
        wiring
            .ledgerIfAny()
            .map(
                ledger -> {
                  try (ledger) {
                    return new PromotionLog(ledger);
                  }
                }));
  }

  /// The word for the stage of `strategy`.
  static String of(Wiring wiring, StrategyId strategy) {
    return of(wiring).stage(strategy).word();
  }

  /// Says in a report of `strategy` where it is, and which override it rests on.
  static Reply tell(Reply reply, Ledger ledger, StrategyId strategy, Invocation invocation) {
    Standing standing = new PromotionLog(ledger).standing(strategy);
    return StandingText.warn(reply.stage(standing.stage().word()), standing, today(invocation));
  }

  /// The exchange's day.
  static LocalDate today(Invocation invocation) {
    return LocalDate.parse(NewYork.day(invocation.environment().clock().instant()));
  }

  Stage stage(StrategyId strategy) {
    return log.map(one -> one.standing(strategy)).orElse(Standing.BEGINNING).stage();
  }

  /// The strategy as it was frozen, at the stage it has; throws [Failure] if it may not be
  /// rehearsed.
  ActiveStrategy rehearsed(Wiring wiring, Configuration configuration) {
    StrategyId id = configuration.strategy().id();
    Manifest manifest =
        Freezing.required(wiring, configuration, "Nothing was rehearsed: " + id + " may not run.");
    Stage stage = stage(id);
    if (stage == Stage.DISABLED) {
      throw new Failure(
          ExitCode.REFUSED,
          "strategy_disabled",
          "Nothing was rehearsed.",
          id + " is disabled.",
          "Nothing was run.",
          "`milodex promotion history " + id + "` says why; leave it out.");
    }
    return Plans.strategy(configuration)
        .standing(
            new Circumstances.Standing(
                stage.word(),
                Optional.of(manifest.hash()),
                Optional.of(manifest.hash()),
                List.of()));
  }
}
