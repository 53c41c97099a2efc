package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.analytics.Excursions;
import milodex.backtest.Runs;
import milodex.ledger.Ledger;
import milodex.portfolio.Trade;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// The closed round trips of one run, read from its record.
final class AnalyticsTradesCommand implements Action {

  private String id = "";
  private Optional<Integer> last = Optional.empty();

  @Override
  public String name() {
    return "trades";
  }

  @Override
  public Usage usage() {
    return Usage.of("List the closed trades of a run.")
        .word("RUN", String.class, "The run, or the first digits of its id.", it -> id = it)
        .option(
            "--last", "N", Integer.class, "Only the last N trades.", it -> last = Optional.of(it));
  }

  @Override
  public Reply run(Invocation invocation) {
    if (last.filter(n -> n < 1).isPresent()) {
      throw Failure.usage(
          "invalid_last",
          "--last shows one trade or more.",
          last.orElseThrow() + " was asked for.",
          "Give a number from 1, or leave --last out for all of them.");
    }
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs.Run run = RunFinder.find(new Runs(ledger, wiring.artifacts()), id);
      RunNumbers.requireShown(run);
      List<Trade> trades = RunRecord.of(run, wiring.artifacts()).trades();
      int skip = last.map(n -> Math.max(0, trades.size() - n)).orElse(0);
      return reply(run, trades, trades.subList(skip, trades.size()));
    }
  }

  private static Reply reply(Runs.Run run, List<Trade> all, List<Trade> shown) {
    Table table =
        Table.of(
            Column.number("#"),
            Column.text("Symbol"),
            Column.text("Entry"),
            Column.text("Exit"),
            Column.number("Held"),
            Column.number("In"),
            Column.number("Net $"),
            Column.number("MAE %"),
            Column.number("MFE %"));
    shown.forEach(trade -> row(table, trade));
    Reply reply =
        Reply.of()
            .strategy(run.strategy().toString())
            .broker("SIMULATED")
            .ref("run", run.id().hash())
            .block(Block.paragraph("Closed trades of run " + run.id().brief(), Style.BACKTEST))
            .block(table)
            .say(
                "%d of %d closed trades, held in sessions; `milodex explain %s:N` tells the N-th."
                    .formatted(shown.size(), all.size(), run.id().brief()))
            .block(
                Block.paragraph(
                    "MAE and MFE: the lowest and highest price while held, from the entry price.",
                    Style.FAINT));
    reply.data().objects("trades", shown.stream().map(TradeData::of).toList());
    return reply;
  }

  private static void row(Table table, Trade trade) {
    table.row(
        Cell.of("" + trade.number()),
        Cell.of(trade.symbol().ticker()),
        Cell.of(trade.entry().session().toString()),
        Cell.of(trade.exit().session().toString()),
        Cell.of("" + trade.sessionsHeld()),
        Cell.of(Figures.dollars(Figure.of(trade.entryPrice()))),
        Cell.of(Figures.dollars(trade.net().amount()), Style.ofPass(!trade.net().isNegative())),
        percent(Excursions.worst(trade)),
        percent(Excursions.best(trade)));
  }

  /// Percent without the sign, which is in the column's title; an unknown one is a question.
  private static Cell percent(Figure share) {
    return switch (share) {
      case Figure.Known(double value) -> Cell.of("%.1f".formatted(value * 100));
      case Figure.Undefined _ -> Cell.of("?", Style.FAINT);
    };
  }
}
