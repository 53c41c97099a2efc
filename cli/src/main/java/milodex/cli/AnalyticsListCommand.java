package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.backtest.Runs;
import milodex.backtest.Vintage;
import milodex.ledger.Ledger;
import milodex.statistics.Figure;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Table;
import picocli.CommandLine.Command;

/// Every run, in the order of their trial numbers.
@Command(name = "list", description = "List every run; killed and failed ones count too.")
final class AnalyticsListCommand implements Action {

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      Table table =
          Table.of(
              Column.number("Trial"),
              Column.text("Run"),
              Column.text("From"),
              Column.text("To"),
              Column.text("Kind"),
              Column.number("Looks"),
              Column.number("Sharpe"),
              Column.number("Return"));
      Vintage vintage = new Vintage(wiring.bars());
      List<Data> rows = new ArrayList<>();
      List<String> stale = new ArrayList<>();
      String above = "";
      for (Runs.Run run : runs.all()) {
        String strategy = run.strategy().toString();
        if (!strategy.equals(above)) {
          table.group(strategy);
        }
        above = strategy;
        Staleness staleness = Staleness.of(run, vintage);
        rows.add(staleness.put(row(table, run)));
        if (staleness.isStale()) {
          stale.add(run.id().brief());
        }
      }
      Reply reply =
          Reply.of()
              .block(table)
              .say("%d trials in this workspace.".formatted(runs.trials()))
              .ref("ledger_head", ledger.head().toString());
      if (!stale.isEmpty()) {
        reply.warn(
            "stale_evidence",
            "bars or corporate actions these runs have read were revised since, so their numbers"
                + " are those of the old ones: "
                + String.join(", ", stale));
      }
      reply.data().objects("runs", rows);
      return reply;
    }
  }

  private static Data row(Table table, Runs.Run run) {
    RunNumbers numbers = RunNumbers.of(run);
    Figure sharpe = numbers.metric("sharpe");
    Figure total = numbers.metric("total_return");
    String kind = numbers.kind();
    table.row(
        Cell.of("" + run.trial()),
        Cell.of(run.id().brief()),
        Cell.of(run.registration().from().toString()),
        Cell.of(run.registration().to().toString()),
        Cell.of(kind),
        Cell.of("" + run.looks()),
        Figures.sharpe(sharpe),
        Cell.of(Figures.percent(total)));
    return TrialData.of(run, kind).figure("sharpe", sharpe).figure("total_return", total);
  }
}
