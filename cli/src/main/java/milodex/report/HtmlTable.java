package milodex.report;

import java.util.ArrayList;
import java.util.List;

/// A table that says what it is: a caption, headed columns, rows.
///
/// A narrow screen stacks the cells of a row, unless the table is compact.
final class HtmlTable {

  private final String kind;
  private final String caption;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<Html>> rows = new ArrayList<>();

  private record Column(String name, String kind) {}

  private HtmlTable(String kind, String caption) {
    this.kind = kind;
    this.caption = caption;
  }

  static HtmlTable of(String caption) {
    return new HtmlTable("stacking", caption);
  }

  /// A table so narrow that it stays one on any screen.
  static HtmlTable compact(String caption) {
    return new HtmlTable("compact", caption);
  }

  HtmlTable text(String... names) {
    return columns("text", names);
  }

  HtmlTable numbers(String... names) {
    return columns("number", names);
  }

  /// The first cell heads the row.
  ///
  /// @param cells one for each column; what is no markup is escaped
  HtmlTable row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(caption + ": a row has a cell for each column");
    }
    rows.add(List.of(cells).stream().map(Html::text).toList());
    return this;
  }

  Html html() {
    return Html.of(
        """
        <table class="{}">
        <caption>{}</caption>
        <thead><tr>{}</tr></thead>
        <tbody>
        {}</tbody>
        </table>
        """,
        kind,
        caption,
        Html.each(
            columns, one -> Html.of("<th scope=\"col\" class=\"{}\">{}</th>", one.kind, one.name)),
        Html.each(rows, this::row));
  }

  private Html row(List<Html> cells) {
    List<Html> out = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      out.add(
          i == 0
              ? Html.of("<th scope=\"row\" class=\"{}\">{}</th>", column.kind, cells.get(i))
              : Html.of(
                  "<td class=\"{}\" data-label=\"{}\"><div>{}</div></td>",
                  column.kind,
                  column.name,
                  cells.get(i)));
    }
    return Html.of("<tr>{}</tr>\n", Html.join("", out));
  }

  private HtmlTable columns(String kind, String... names) {
    for (String name : names) {
      columns.add(new Column(name, kind));
    }
    return this;
  }
}
