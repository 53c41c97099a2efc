package milodex.cli;

import java.util.List;
import milodex.backtest.RunSummary;
import milodex.report.Caveat;
import milodex.report.Exclusion;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// What a run left out or missed: symbols without bars, series that ended, sessions without bars,
/// exits not worked in time, and stretches without entries.
final class Exclusions {

  private Exclusions() {}

  /// Adds them to the reply; symbols with the same fate share a line.
  static void tell(Reply reply, RunSummary summary) {
    Caveat.ofData(summary).forEach(one -> reply.warn(one.code(), one.says()));
    List<Exclusion> exclusions = Exclusion.of(summary);
    if (!exclusions.isEmpty()) {
      Table table =
          Table.of(
              Column.text("Not entered from"),
              Column.text("To"),
              Column.text("Because"),
              Column.wrapping("Symbols"));
      for (Exclusion one : exclusions) {
        table.row(
            one.from(), one.to(), FactLine.words(one.reason()), String.join(" ", one.symbols()));
      }
      reply.block(Block.section("Symbols that could not be entered for a time", table));
    }
  }
}
