package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.strategy.Template;
import milodex.strategy.Templates;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// Lists the templates a strategy file can name.
final class StrategyTemplatesCommand implements Action {

  @Override
  public String name() {
    return "templates";
  }

  @Override
  public Usage usage() {
    return Usage.of("List the templates a strategy file can name.");
  }

  @Override
  public Reply run(Invocation invocation) {
    Templates templates = new Wiring(invocation.workspace()).templates();
    Table table =
        Table.of(
            Column.text("Template"),
            Column.text("Family"),
            Column.text("From"),
            Column.wrapping("What it does"));
    List<Data> rows = new ArrayList<>();
    for (Template template : templates.all()) {
      var origin = templates.origin(template.name()).orElseThrow();
      table.row(template.name(), template.family().label(), OriginText.of(origin), template.says());
      rows.add(
          OriginText.put(
              Data.of()
                  .text("name", template.name())
                  .text("family", template.family().label())
                  .text("says", template.says()),
              origin));
    }
    Reply reply = Reply.of().block(table);
    reply.data().objects("templates", rows);
    return reply.say(
        "%d templates; `milodex strategy show TEMPLATE` gives a file to copy."
            .formatted(rows.size()));
  }
}
