package milodex.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows under headed columns, fitted to the screen.
public final class Table implements Block {

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  private Table(List<Column> columns) {
    this.columns = columns;
  }

  /// Begins a table without rows.
  public static Table of(Column... columns) {
    return new Table(List.of(columns));
  }

  /// Adds a row of plain texts, one per column.
  public Table row(String... texts) {
    return row(Arrays.stream(texts).map(Cell::of).toArray(Cell[]::new));
  }

  /// Adds a row, one cell per column; anything else throws [IllegalArgumentException].
  public Table row(Cell... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "row of " + cells.length + " cells in a table of " + columns.size() + " columns");
    }
    rows.add(new Row.Cells(List.of(cells)));
    return this;
  }

  /// Adds a line across all columns that names the rows below it.
  public Table group(String title) {
    rows.add(new Row.Group(title));
    return this;
  }

  @Override
  public List<String> lines(Screen screen) {
    List<Row> clean = rows.stream().map(row -> row.clean(screen)).toList();
    List<Cell> header =
        columns.stream().map(c -> Cell.of(c.title(), Style.STRONG).clean(screen)).toList();
    int[] widths = ColumnWidths.fit(columns, header, clean, screen.width() - gaps());
    List<String> lines = new ArrayList<>(lay(header, widths, screen));
    lines.add(
        String.join(GAP, Arrays.stream(widths).mapToObj(screen::rule).toArray(String[]::new)));
    for (Row row : clean) {
      switch (row) {
        case Row.Cells cells -> lines.addAll(lay(cells.cells, widths, screen));
        case Row.Group group ->
            lines.add(Style.STRONG.paint(Text.cut(group.title, screen.width(), screen), screen));
      }
    }
    return lines;
  }

  private int gaps() {
    return GAP.length() * (columns.size() - 1);
  }

  /// One row as lines: as many as its tallest wrapped cell needs.
  private List<String> lay(List<Cell> cells, int[] widths, Screen screen) {
    List<List<String>> stacks = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String text = cells.get(i).text();
      boolean wraps = columns.get(i).kind() == Column.Kind.WRAPPING;
      stacks.add(wraps ? Text.wrap(text, widths[i]) : List.of(Text.cut(text, widths[i], screen)));
    }
    int height = stacks.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder laid = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String text = line < stacks.get(i).size() ? stacks.get(i).get(line) : "";
        String space = " ".repeat(Math.max(0, widths[i] - Text.width(text)));
        String painted = cells.get(i).style().paint(text, screen);
        boolean right = columns.get(i).kind() == Column.Kind.NUMBER;
        laid.append(i == 0 ? "" : GAP).append(right ? space + painted : painted + space);
      }
      lines.add(laid.toString().stripTrailing());
    }
    return lines;
  }

  /// A line of cells or the title of the lines below.
  sealed interface Row {

    Row clean(Screen screen);

    record Cells(List<Cell> cells) implements Row {
      @Override
      public Row clean(Screen screen) {
        return new Cells(cells.stream().map(cell -> cell.clean(screen)).toList());
      }
    }

    record Group(String title) implements Row {
      @Override
      public Row clean(Screen screen) {
        return new Group(Text.clean(title, screen));
      }
    }
  }
}
