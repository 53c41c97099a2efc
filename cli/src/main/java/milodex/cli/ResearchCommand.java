package milodex.cli;

import java.util.List;
import milodex.backtest.Runs;
import milodex.ledger.Ledger;
import milodex.research.Holdout;
import milodex.research.Trials;
import picocli.CommandLine.Command;

/// What was looked at, and what was not.
@Command(
    name = "research",
    description = {"Search, with every look counted, and see what was looked at and what was not."})
final class ResearchCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(
        ResearchTrialsCommand.class,
        ResearchScreenCommand.class,
        ResearchSweepCommand.class,
        ResearchNullCommand.class,
        ResearchCommand.HoldoutStatus.class);
  }

  /// What is sealed.
  @Command(
      name = "holdout",
      description = {
        "Show which period is sealed.",
        "Opening it is the last step before a pass: `milodex research holdout open`."
      })
  static final class HoldoutStatus implements Action, Parent {

    @Override
    public List<Class<?>> commands() {
      return List.of(ResearchHoldoutOpenCommand.class);
    }

    @Override
    public Reply run(Invocation invocation) {
      Wiring wiring = new Wiring(invocation.workspace());
      try (Ledger ledger = wiring.ledgerToRead()) {
        Holdout holdout = new Holdout(ledger);
        Reply reply = Reply.of().summary(HoldoutBlock.says(holdout));
        HoldoutBlock.tell(reply, holdout, Trials.of(new Runs(ledger, wiring.artifacts())));
        return reply.ref("ledger_head", ledger.head().toString());
      }
    }
  }
}
