package milodex.cli;

import milodex.backtest.Runs;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.research.Experiment;
import milodex.research.Experiments;
import milodex.research.Holdout;
import milodex.research.Trials;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// Every hypothesis, open or ended.
final class ExperimentListCommand implements Action {

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Usage usage() {
    return Usage.of("List every hypothesis, open or ended.");
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Experiments experiments = new Experiments(ledger);
      Table table =
          Table.of(
              Column.text("Experiment"),
              Column.text("Created"),
              Column.text("Status"),
              Column.number("Lessons"),
              Column.yielding("Hypothesis"));
      for (Experiment one : experiments.all()) {
        table.row(
            one.name(),
            NewYork.day(one.createdAt()),
            ExperimentData.status(one),
            "" + one.lessons().size(),
            one.hypothesis());
      }
      Reply reply = Reply.of();
      if (!experiments.all().isEmpty()) {
        reply.block(table);
      }
      reply.say(
          "%d of at most %d hypotheses are open, %d were put down."
              .formatted(
                  experiments.open().size(), Experiments.MOST_OPEN, experiments.all().size()));
      reply
          .data()
          .objects("experiments", experiments.all().stream().map(ExperimentData::of).toList());
      HoldoutBlock.tell(
          reply, new Holdout(ledger), Trials.of(new Runs(ledger, wiring.artifacts())));
      return reply.ref("ledger_head", ledger.head().toString());
    }
  }
}
