package milodex.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import milodex.data.ActionsImport;
import milodex.data.Intake.Outcome;
import milodex.data.SeriesImport;
import milodex.data.StoredSeries;
import milodex.files.ImportResult;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// What an import took in, counted by kind.
final class ImportTable {

  private static final String ACTIONS = "corporate actions";

  private ImportTable() {}

  /// One row for each kind of series.
  static Block of(ImportResult result) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (SeriesImport one : result.series()) {
      StoredSeries stored = one.stored();
      tallies
          .computeIfAbsent(stored.timeframe() + " " + stored.adjustment(), _ -> new Tally())
          .add(one.outcome(), one.rows(), one.added());
    }
    for (ActionsImport one : result.actions()) {
      tallies.computeIfAbsent(ACTIONS, _ -> new Tally()).add(one.outcome(), one.rows(), 0);
    }
    Table table =
        Table.of(
            Column.text("Kind"),
            Column.number("Symbols"),
            Column.number("Rows"),
            Column.number("New"),
            Column.number("Longer"),
            Column.number("Same"),
            Column.number("Revised"),
            Column.number("Bars added"));
    tallies.forEach((kind, tally) -> tally.row(table, kind));
    return table;
  }

  /// Counts of one kind of series.
  private static final class Tally {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private long rows;
    private long added;

    void add(Outcome outcome, int read, int bars) {
      outcomes.merge(outcome, 1, Integer::sum);
      rows += read;
      added += bars;
    }

    void row(Table table, String kind) {
      table.row(
          kind,
          "" + outcomes.values().stream().mapToInt(Integer::intValue).sum(),
          String.format(Locale.ROOT, "%,d", rows),
          count(Outcome.NEW),
          count(Outcome.EXTENDED),
          count(Outcome.UNCHANGED),
          count(Outcome.REVISED),
          kind.equals(ACTIONS) ? "" : String.format(Locale.ROOT, "%,d", added));
    }

    private String count(Outcome outcome) {
      return "" + outcomes.getOrDefault(outcome, 0);
    }
  }
}
