package milodex.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import milodex.cli.DataStatusCommand.Found;
import milodex.cli.DataStatusCommand.Looked;
import milodex.data.DataGrade;
import milodex.data.QualityFinding;
import milodex.data.QualityFinding.Severity;
import milodex.data.StoredSeries;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// The tables and the data of `data status`.
final class StatusTable {

  private StatusTable() {}

  /// One row for each series, grouped by bar size, adjustment and source.
  static Block series(List<Looked> all) {
    Map<String, List<Looked>> groups = new TreeMap<>();
    for (Looked one : all) {
      StoredSeries stored = one.stored();
      String kind =
          "%s %s, from %s".formatted(stored.timeframe(), stored.adjustment(), stored.source());
      groups.computeIfAbsent(kind, _ -> new ArrayList<>()).add(one);
    }
    Table table =
        Table.of(
            Column.text("Symbol"),
            Column.text("First"),
            Column.text("Last"),
            Column.number("Bars"),
            Column.text("Grade"),
            Column.number("Findings"),
            Column.number("Actions"));
    groups.forEach(
        (kind, members) -> {
          table.group("%s (%d)".formatted(kind, members.size()));
          members.forEach(one -> table.row(row(one)));
        });
    return table;
  }

  private static Cell[] row(Looked one) {
    StoredSeries stored = one.stored();
    return new Cell[] {
      Cell.of(stored.symbol().ticker()),
      Cell.of(stored.first().toString()),
      Cell.of(stored.last().toString()),
      Cell.of(String.format(Locale.ROOT, "%,d", stored.bars())),
      Cell.of(one.grade().toString(), style(one.grade())),
      Cell.of("" + one.findings().size()),
      Cell.of("" + one.actions())
    };
  }

  /// What was found, as many as `shown`.
  static Block findings(List<Found> all, int shown) {
    Table table =
        Table.of(
            Column.text("Series"),
            Column.text("Session"),
            Column.text("Finding"),
            Column.wrapping("What was seen"));
    for (Found one : all.subList(0, Math.min(shown, all.size()))) {
      StoredSeries stored = one.stored();
      QualityFinding finding = one.finding();
      table.row(
          Cell.of("%s %s %s".formatted(stored.symbol(), stored.timeframe(), stored.adjustment())),
          Cell.of(finding.where().toString()),
          Cell.of(
              finding.code().toString(),
              finding.severity() == Severity.SEVERE ? Style.BAD : Style.PLAIN),
          Cell.of(finding.says()));
    }
    return Shortened.of("Findings", table, shown, all.size());
  }

  static Data data(Looked one) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    one.findings().forEach(finding -> counts.merge(finding.code().toString(), 1, Integer::sum));
    Data byCode = Data.of();
    counts.forEach(byCode::count);
    return SeriesData.of(one.stored())
        .text("grade", one.grade().toString())
        .count("actions", one.actions())
        .object("counts", byCode)
        .objects("findings", one.findings().stream().map(StatusTable::data).toList());
  }

  private static Data data(QualityFinding finding) {
    return Data.of()
        .text("code", finding.code().toString())
        .text("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .text("session", finding.where().toString())
        .text("says", finding.says());
  }

  private static Style style(DataGrade grade) {
    return switch (grade) {
      case CLEAN -> Style.GOOD;
      case NOTED, VENDOR_ADJUSTED -> Style.FAIR;
      case BLOCKED -> Style.BAD;
    };
  }
}
