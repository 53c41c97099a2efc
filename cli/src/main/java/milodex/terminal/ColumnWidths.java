package milodex.terminal;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How wide each column of a table becomes.
final class ColumnWidths {

  private static final int LEAST = 8;

  private ColumnWidths() {}

  /// Natural widths, narrowed until they fit: yielding columns first, then text, numbers never.
  static int[] fit(List<Column> columns, List<Cell> header, List<Table.Row> rows, int room) {
    int[] widths = natural(header, rows);
    narrow(widths, columns, Column::yieldsFirst, room);
    narrow(widths, columns, column -> column.kind() == Column.Kind.TEXT, room);
    return widths;
  }

  private static int[] natural(List<Cell> header, List<Table.Row> rows) {
    int[] widths = header.stream().mapToInt(cell -> Text.width(cell.text())).toArray();
    for (Table.Row row : rows) {
      if (row instanceof Table.Row.Cells(List<Cell> cells)) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], Text.width(cells.get(i).text()));
        }
      }
    }
    return widths;
  }

  /// Takes a column at a time from the widest of the chosen ones until all fit or none can give.
  private static void narrow(
      int[] widths, List<Column> columns, Predicate<Column> chosen, int room) {
    int[] givers =
        IntStream.range(0, widths.length).filter(i -> chosen.test(columns.get(i))).toArray();
    while (IntStream.of(widths).sum() > room) {
      int widest = -1;
      for (int i : givers) {
        if (widths[i] > LEAST && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }
}
