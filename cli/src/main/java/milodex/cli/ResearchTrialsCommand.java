package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.backtest.Runs;
import milodex.ledger.Ledger;
import milodex.research.Trials;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// Every look at the data that counts, or those that count against one run.
final class ResearchTrialsCommand implements Action {

  private Optional<String> beside = Optional.empty();

  @Override
  public String name() {
    return "trials";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "List every trial, or those that count against one run.",
            "A trial is a distinct run, counted before it computes: killed, failed and invalid ones count."
                + " Running the same again is a look and no trial.")
        .option(
            "--beside",
            "RUN",
            String.class,
            "Only the trials whose sessions overlap those of this run, itself included.",
            it -> beside = Optional.of(it));
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      Trials trials = Trials.of(runs);
      Optional<Runs.Run> candidate = beside.map(id -> RunFinder.find(runs, id));
      List<Runs.Run> listed = candidate.map(trials::beside).orElseGet(trials::all);
      Table table =
          Table.of(
              Column.number("Trial"),
              Column.text("Run"),
              Column.text("From"),
              Column.text("To"),
              Column.text("Kind"),
              Column.number("Looks"),
              Column.yielding("Strategy"));
      List<Data> rows = new ArrayList<>();
      for (Runs.Run run : listed) {
        String kind = RunNumbers.of(run).kind();
        table.row(
            "" + run.trial(),
            run.id().brief(),
            run.registration().from().toString(),
            run.registration().to().toString(),
            kind,
            "" + run.looks(),
            run.strategy().toString());
        rows.add(TrialData.of(run, kind).text("registered", run.at().toString()));
      }
      Reply reply = Reply.of();
      if (!listed.isEmpty()) {
        reply.block(table);
      }
      reply
          .say(says(listed.size(), trials.all().size(), candidate))
          .ref("ledger_head", ledger.head().toString());
      reply.data().count("trials", trials.all().size()).objects("listed", rows);
      return reply;
    }
  }

  private static String says(int listed, int all, Optional<Runs.Run> candidate) {
    return candidate
        .map(
            run ->
                "%d of %d trials looked at sessions of run %s: so many are counted against it."
                    .formatted(listed, all, run.id().brief()))
        .orElse("%d trials in this workspace.".formatted(all));
  }
}
