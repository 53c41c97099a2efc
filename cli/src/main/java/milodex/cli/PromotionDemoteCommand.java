package milodex.cli;

import java.io.IOException;
import java.util.Set;
import milodex.promotion.Demotion;
import milodex.promotion.PromotionLog;
import milodex.promotion.Stage;
import milodex.strategy.StrategyId;

/// Takes a strategy down; that is always possible.
final class PromotionDemoteCommand implements Action {

  private StrategyId id = StrategyId.parse("a.b.c.d.v1");
  private Stage to = Stage.BACKTEST;
  private String reason = "";
  private boolean preview;

  @Override
  public String name() {
    return "demote";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Take a strategy back to backtest, or disable it; always possible, with a reason.")
        .word("ID", StrategyId.class, "The strategy.", it -> id = it)
        .required("--to", "backtest|disabled", Stage.class, "Where to.", it -> to = it)
        .required("--reason", "TEXT", String.class, "Why; it is kept.", it -> reason = it)
        .flag("--preview", "Say what would be done and write nothing.", () -> preview = true);
  }

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
