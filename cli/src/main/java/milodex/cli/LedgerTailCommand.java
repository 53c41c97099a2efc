package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// Reads the newest facts.
final class LedgerTailCommand implements Action {

  private int count = 20;
  private WhichLedger which = new WhichLedger();

  @Override
  public String name() {
    return "tail";
  }

  @Override
  public Usage usage() {
    return Usage.of("Show the newest facts of the ledger, the newest last.")
        .lastWord("N", Integer.class, "How many; default: 20.", it -> count = it)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    if (count < 1) {
      throw Failure.usage(
          "invalid_argument",
          "At least one fact has to be asked for.",
          count + " was asked for.",
          "Give a number from 1 on: `milodex ledger tail 20`.");
    }
    try (Ledger ledger = which.open(new Wiring(invocation.workspace()))) {
      Head head = ledger.head();
      List<Event> newest = new ArrayList<>();
      ledger.replay(Math.max(0, head.seq() - count), newest::add);
      return reply(newest, head);
    }
  }

  private static Reply reply(List<Event> newest, Head head) {
    Reply reply =
        Reply.of()
            .ref("ledger_head", head.toString())
            .summary("%d of %d facts.".formatted(newest.size(), head.seq()));
    reply
        .block(newest.isEmpty() ? Block.paragraph("The ledger is empty.") : table(newest))
        .block(Block.paragraph("Head " + head, Style.FAINT));
    reply
        .data()
        .objects("events", newest.stream().map(EventData::of).toList())
        .text("head", head.toString());
    return reply;
  }

  /// One line for each event.
  static Table table(List<Event> events) {
    Table table =
        Table.of(
            Column.number("Seq"),
            Column.text("New York"),
            Column.text("Type"),
            Column.wrapping("What happened"));
    for (Event event : events) {
      table.row(
          "" + event.seq(),
          NewYork.second(event.at()),
          FactType.of(event.fact()).label(),
          FactLine.of(event.fact()));
    }
    return table;
  }
}
