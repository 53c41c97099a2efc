package milodex.cli;

import java.util.List;
import milodex.execution.Incident;
import milodex.ledger.Ledger;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// Every trip of the kill switch.
final class IncidentsListCommand implements Action {

  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Usage usage() {
    return Usage.of("List every trip of the kill switch, the newest last.").with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_BOOKS)) {
      List<Incident> incidents = account.books(ledger).halts().incidents();
      long open = incidents.stream().filter(Incident::isOpen).count();
      String says =
          "%s, %d open."
              .formatted(FactLine.counted(incidents.size(), "incident", "incidents"), open);
      Reply reply =
          Reply.of()
              .ref("ledger_head", ledger.head().toString())
              .summary(says)
              .block(Block.paragraph(says, open > 0 ? Style.ALARM : Style.PLAIN));
      if (!incidents.isEmpty()) {
        reply
            .block(table(incidents))
            .block(
                Block.paragraph(
                    "halt: no automated order is sent. reduce-only: entries stop, automated exits"
                        + " go on.",
                    Style.FAINT));
      }
      reply
          .data()
          .count("open", open)
          .objects("incidents", incidents.stream().map(IncidentData::of).toList());
      return reply;
    }
  }

  private static Table table(List<Incident> incidents) {
    Table table =
        Table.of(
            Column.text("Incident"),
            Column.text("State"),
            Column.text("Mode"),
            Column.wrapping("Stops"),
            Column.wrapping("Why"));
    for (Incident one : incidents) {
      table.row(
          Cell.of(one.id()),
          Cell.of(IncidentBlock.state(one), one.isOpen() ? Style.BAD : Style.FAINT),
          Cell.of(one.tripped().mode().toString()),
          Cell.of(HaltLine.scope(one.tripped().scope())),
          Cell.of(one.tripped().trigger() + ": " + one.tripped().says()));
    }
    return table;
  }
}
