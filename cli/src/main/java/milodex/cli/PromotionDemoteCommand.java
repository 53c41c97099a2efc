package milodex.cli;

import java.io.IOException;
import java.util.Set;
import milodex.promotion.Demotion;
import milodex.promotion.PromotionLog;
import milodex.promotion.Stage;
import milodex.strategy.StrategyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a strategy down; that is always possible.
@Command(
    name = "demote",
    description =
        "Take a strategy back to backtest, or disable it; always possible, with a reason.")
final class PromotionDemoteCommand implements Action {

  @Parameters(paramLabel = "ID", description = "The strategy.")
  private StrategyId id = StrategyId.parse("a.b.c.d.v1");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "backtest|disabled",
      description = "Where to.")
  private Stage to = Stage.BACKTEST;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is kept.")
  private String reason = "";

  @Option(names = "--preview", description = "Say what would be done and write nothing.")
  private boolean preview;

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Wiring wiring = new Wiring(invocation.workspace());
    Set<String> files = wiring.configs().strategyFiles().keySet();
    Stepping.Outcome outcome =
        new Stepping(wiring, id, invocation.environment().clock().instant(), preview)
            .take(
                (_, log) -> {
                  requireKnown(files, log);
                  return new Demotion(id, log.standing(id)).decide(to, reason);
                });
    return StepReply.of(id, "demoted to " + to, outcome);
  }

  /// A strategy whose file is gone can be demoted still.
  private void requireKnown(Set<String> files, PromotionLog log) {
    if (!files.contains(id.toString()) && log.history(id).isEmpty()) {
      throw KnownStrategies.unknown(id.toString(), files);
    }
  }
}
