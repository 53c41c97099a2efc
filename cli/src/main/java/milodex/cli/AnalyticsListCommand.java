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

/// Every run, in the order of their trial numbers.
final class AnalyticsListCommand implements Action {

  /// The columns of a screen that has room for the interval of the Sharpe ratio.
  private static final int WIDE = 96;

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Usage usage() {
    return Usage.of("List every run; killed and failed ones count too.");
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      Table narrow = table(false);
      Table wide = table(true);
      Vintage vintage = new Vintage(wiring.bars());
      List<Data> rows = new ArrayList<>();
      List<String> stale = new ArrayList<>();
      String above = "";
      for (Runs.Run run : runs.all()) {
        String strategy = run.strategy().toString();
        if (!strategy.equals(above)) {
          narrow.group(strategy);
          wide.group(strategy);
        }
        above = strategy;
        Staleness staleness = Staleness.of(run, vintage);
        rows.add(staleness.put(row(narrow, wide, run)));
        if (staleness.isStale()) {
          stale.add(run.id().brief());
        }
      }
      Reply reply =
          Reply.of()
              .block(screen -> (screen.width() < WIDE ? narrow : wide).lines(screen))
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

  /// @param range whether there is room for the interval of the Sharpe ratio
  private static Table table(boolean range) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.number("Trial"),
                Column.text("Run"),
                Column.text("From"),
                Column.text("To"),
                Column.text("Kind"),
                Column.number("Looks"),
                Column.number("Sharpe"),
                Column.number("Return")));
    if (range) {
      columns.add(columns.size() - 1, Column.text("95 %"));
    }
    return Table.of(columns.toArray(Column[]::new));
  }

  private static Data row(Table narrow, Table wide, Runs.Run run) {
    RunNumbers numbers = RunNumbers.of(run);
    Figure sharpe = numbers.metric("sharpe");
    Figure total = numbers.metric("total_return");
    SharpeRange range = numbers.range();
    String kind = numbers.kind();
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.of("" + run.trial()),
                Cell.of(run.id().brief()),
                Cell.of(run.registration().from().toString()),
                Cell.of(run.registration().to().toString()),
                Cell.of(kind),
                Cell.of("" + run.looks()),
                Figures.sharpe(sharpe),
                Cell.of(Figures.percent(total))));
    narrow.row(cells.toArray(Cell[]::new));
    cells.add(cells.size() - 1, Cell.of(range.text()));
    wide.row(cells.toArray(Cell[]::new));
    return TrialData.of(run, kind)
        .figure("sharpe", sharpe)
        .figure("sharpe_low", range.low())
        .figure("sharpe_high", range.high())
        .figure("total_return", total);
  }
}
