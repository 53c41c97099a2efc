package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.analytics.EquityCurve;
import milodex.analytics.Overlap;
import milodex.backtest.Runs;
import milodex.ledger.Ledger;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// Several runs beside each other, and how they move together.
final class AnalyticsCompareCommand implements Action {

  private List<String> ids = List.of();

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Show runs side by side, what makes them hard to compare, and how they correlate.")
        .words(2, "RUN", String.class, "Runs, or first digits of ids.", it -> ids = it);
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      List<Runs.Run> found = ids.stream().map(id -> RunFinder.find(runs, id)).distinct().toList();
      requireSeveral(found);
      List<EquityCurve> curves =
          found.stream().map(run -> RunRecord.of(run, wiring.artifacts()).curve()).toList();
      return reply(runs, new SideBySide(found), curves);
    }
  }

  private void requireSeveral(List<Runs.Run> found) {
    if (found.size() < 2) {
      throw Failure.usage(
          "same_run",
          "There is nothing to compare.",
          String.join(" and ", ids) + " are one run.",
          "Name two runs or more; `milodex analytics list` shows them.");
    }
  }

  private static Reply reply(Runs runs, SideBySide table, List<EquityCurve> curves) {
    Reply reply = Reply.of().broker("SIMULATED");
    KeyValues names = KeyValues.of();
    for (Runs.Run run : table.runs()) {
      reply.strategy(run.strategy().toString());
      names.with(
          run.id().brief(),
          "%s, trial %d of %d, look %d of its family"
              .formatted(run.strategy(), run.trial(), runs.trials(), runs.lookOfFamily(run)));
    }
    reply.block(Block.paragraph("Runs side by side, SIMULATED", Style.BACKTEST)).block(names);
    table.blocks().forEach(reply::block);
    reply.block(
        Block.section("Correlation of daily returns", correlations(table.runs(), curves, reply)));
    table.mismatches().forEach(one -> reply.warn(one.code(), one.says()));
    reply.block(
        Block.paragraph(
            "The best of several looks is partly luck: %d trials are counted in this workspace."
                .formatted(runs.trials()),
            Style.FAINT));
    reply.data().count("trials", runs.trials()).objects("runs", table.data(runs));
    return reply.summary("%d runs side by side.".formatted(table.runs().size()));
  }

  private static Table correlations(List<Runs.Run> runs, List<EquityCurve> curves, Reply reply) {
    Table table =
        Table.of(
            Column.text("Run"),
            Column.text("With"),
            Column.number("Common sessions"),
            Column.number("Correlation"));
    List<Data> rows = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      for (int j = i + 1; j < runs.size(); j++) {
        Overlap both = Overlap.of(curves.get(i), curves.get(j));
        table.row(
            runs.get(i).id().brief(),
            runs.get(j).id().brief(),
            "" + both.sessions(),
            Figures.plain(both.correlation()));
        rows.add(
            Data.of()
                .text("run", runs.get(i).id().hash())
                .text("with", runs.get(j).id().hash())
                .count("common_sessions", both.sessions())
                .figure("correlation", both.correlation()));
      }
    }
    reply.data().objects("correlations", rows);
    return table;
  }
}
