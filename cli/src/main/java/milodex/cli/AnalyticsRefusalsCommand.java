package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.backtest.Runs;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What the risk gate refused in a run, each with the whole table of checks.
final class AnalyticsRefusalsCommand implements Action {

  private String id = "";
  private Optional<Integer> show = Optional.empty();

  @Override
  public String name() {
    return "refusals";
  }

  @Override
  public Usage usage() {
    return Usage.of("List the orders a run was refused; --show N prints every check of one.")
        .word("RUN", String.class, "The run, or the first digits of its id.", it -> id = it)
        .option(
            "--show",
            "N",
            Integer.class,
            "Every check of the N-th refusal.",
            it -> show = Optional.of(it));
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs.Run run = RunFinder.find(new Runs(ledger, wiring.artifacts()), id);
      List<Refusal> refusals = RunRecord.of(run, wiring.artifacts()).refusals();
      Reply reply =
          Reply.of()
              .strategy(run.strategy().toString())
              .broker("SIMULATED")
              .ref("run", run.id().hash());
      return show.isPresent()
          ? one(reply, refusals, show.orElseThrow())
          : all(reply, run, refusals);
    }
  }

  private static Reply all(Reply reply, Runs.Run run, List<Refusal> refusals) {
    Table table =
        Table.of(
            Column.number("#"),
            Column.text("Session"),
            Column.text("Symbol"),
            Column.text("Side"),
            Column.number("Shares"),
            Column.number("Price"),
            Column.wrapping("Refused by"));
    List<Data> rows = new ArrayList<>();
    for (Refusal refusal : refusals) {
      Fact.ProposalJudged judged = refusal.judged();
      table.row(
          "" + (rows.size() + 1),
          refusal.session(),
          judged.symbol().ticker(),
          judged.side().name(),
          judged.quantity().toString(),
          judged.price().toString(),
          refusal.codes());
      rows.add(refusal.data());
    }
    reply.data().objects("refusals", rows);
    if (!refusals.isEmpty()) {
      reply.block(table);
    }
    return reply.say(
        "The risk gate refused %d orders of run %s.".formatted(refusals.size(), run.id().brief()));
  }

  private static Reply one(Reply reply, List<Refusal> refusals, int number) {
    if (number < 1 || number > refusals.size()) {
      throw Failure.usage(
          "unknown_refusal",
          "There is no refusal " + number + ".",
          "The run has " + refusals.size() + ".",
          "Leave --show out to list them.");
    }
    Refusal refusal = refusals.get(number - 1);
    Fact.ProposalJudged judged = refusal.judged();
    reply
        .block(Block.paragraph("Refused on " + refusal.session(), Style.BAD))
        .block(VerdictBlock.of(judged))
        .summary("Refused by " + refusal.codes() + ".");
    return reply.data("refusal", refusal.data());
  }
}
