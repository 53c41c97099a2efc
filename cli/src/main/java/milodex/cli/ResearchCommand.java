package milodex.cli;

import java.util.List;
import milodex.backtest.Runs;
import milodex.ledger.Ledger;
import milodex.research.Holdout;
import milodex.research.Trials;

/// What was looked at, and what was not.
final class ResearchCommand implements Parent {

  @Override
  public String name() {
    return "research";
  }

  @Override
  public Usage usage() {
    return Usage.of(
        "Search, with every look counted, and see what was looked at and what was not.");
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new ResearchTrialsCommand(),
        new ResearchScreenCommand(),
        new ResearchSweepCommand(),
        new ResearchNullCommand(),
        new HoldoutStatus());
  }

  /// What is sealed.
  static final class HoldoutStatus implements Action, Parent {

    @Override
    public String name() {
      return "holdout";
    }

    @Override
    public Usage usage() {
      return Usage.of(
          "Show which period is sealed.",
          "Opening it is the last step before a pass: `milodex research holdout open`.");
    }

    @Override
    public List<Command> commands() {
      return List.of(new ResearchHoldoutOpenCommand());
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
