package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.backtest.Preparation;
import milodex.backtest.Runs;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// What a screen would run, before anything of it is registered.
final class ScreenPreview {

  private final List<Runs.Run> known;
  private final List<Data> rows = new ArrayList<>();
  private final Table table =
      Table.of(
          Column.yielding("Strategy"),
          Column.text("From"),
          Column.text("To"),
          Column.number("Windows"),
          Column.text("Trial"));
  private int added;

  /// @param known every trial up to now
  ScreenPreview(List<Runs.Run> known) {
    this.known = known;
  }

  void add(String id, Preparation.Ready ready) {
    boolean fresh = known.stream().noneMatch(run -> run.id().equals(ready.inputs().id()));
    added += fresh ? 1 : 0;
    table.row(
        id,
        ready.inputs().from().toString(),
        ready.inputs().to().toString(),
        "" + ready.plan().windows(),
        fresh ? "new" : "a look");
    rows.add(
        Data.of()
            .text("strategy", id)
            .text("run", ready.inputs().id().hash())
            .text("from", ready.inputs().from().toString())
            .text("to", ready.inputs().to().toString())
            .count("windows", ready.plan().windows())
            .flag("new_trial", fresh));
  }

  Reply reply(List<Screened.Left> left) {
    Reply reply = Reply.of();
    reply
        .data()
        .flag("preview", true)
        .count("trials_before", known.size())
        .count("trials_added", added)
        .objects("listed", rows)
        .objects("left", left.stream().map(Screened.Left::data).toList());
    if (!rows.isEmpty()) {
      reply.block(table);
    }
    if (!left.isEmpty()) {
      reply.block(Block.section("Not to be run", Screened.Left.table(left)));
    }
    return reply.say(
        "The screen would run %s and add %s. Nothing was registered."
            .formatted(
                FactLine.counted(rows.size(), "strategy", "strategies"),
                FactLine.counted(added, "trial", "trials")));
  }
}
